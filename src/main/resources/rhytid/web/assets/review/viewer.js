// Two photos in one frame: side by side, under a slider, blinking, or their difference. Zoom and place are one for both.
const MODES = ['pair', 'slider', 'blink', 'difference'];
const STEP = 1.25;
const BLINK_MS = 900; // slower than three flashes a second, slow enough to look
const MOST_PIXELS_PER_PIXEL = 3;

const memory = {
  get: (key, otherwise) => { try { return localStorage.getItem('review.' + key) ?? otherwise; } catch { return otherwise; } },
  set: (key, value) => { try { localStorage.setItem('review.' + key, value); } catch { /* private windows forget */ } },
};

export class Viewer extends EventTarget {
  constructor(root) {
    super();
    this.root = root;
    this.stage = root.querySelector('.stage');
    this.panes = [...root.querySelectorAll('.pane')];
    this.divider = root.querySelector('.divider');
    this.shots = JSON.parse(root.dataset.shots);
    this.size = { width: 4, height: 5 };
    this.zoom = 1;
    this.x = .5;
    this.y = .5;
    this.split = 50;
    this.blinking = null;
    this.#controls();
    this.#pointers();
    this.#keys();
    new ResizeObserver(() => this.draw()).observe(this.stage);
    this.setMode(memory.get('mode', innerWidth < 640 ? 'slider' : 'pair'));
  }

  /** Shows another expression; the place that is looked at stays. */
  show(expression) {
    const shot = this.shots[expression];
    if (!shot) return;
    this.expression = expression;
    for (const pane of this.panes) {
      const when = pane.dataset.when;
      const preview = pane.querySelector('.preview');
      const full = pane.querySelector('.full');
      preview.alt = shot[when].alt;
      if (!preview.src.endsWith(shot[when].preview)) {
        pane.classList.add('loading');
        preview.onload = preview.onerror = () => {
          pane.classList.remove('loading');
          pane.classList.toggle('lost', !preview.naturalWidth);
          this.#sizeFrom(preview);
        };
        preview.src = shot[when].preview;
      }
      full.hidden = true;
      full.removeAttribute('src');
    }
    this.#sizeFrom(this.panes[0].querySelector('.preview'));
    this.dispatchEvent(new Event('shown'));
  }

  /** The frame's own pixels, once the layers say how many there are. */
  setFrame(width, height) {
    this.size = { width, height };
    this.framed = this.expression;
    this.draw();
  }

  setMode(mode) {
    if (!MODES.includes(mode)) mode = 'pair';
    this.mode = mode;
    this.stage.dataset.mode = mode;
    memory.set('mode', mode);
    this.root.querySelector(`[name=mode][value=${mode}]`).checked = true;
    this.divider.hidden = mode !== 'slider';
    this.root.querySelector('.blinker').hidden = mode !== 'blink';
    this.#blink(mode === 'blink' && !matchMedia('(prefers-reduced-motion: reduce)').matches);
    this.draw();
  }

  /** Shows the other photo; stops the clock. */
  swap() {
    this.#blink(false);
    this.stage.classList.toggle('swapped');
    this.#sayBlink();
  }

  toggleBlink() {
    this.#blink(!this.blinking);
  }

  zoomTo(zoom, at) {
    const before = this.scale();
    const most = Math.max(4, MOST_PIXELS_PER_PIXEL / this.#fit());
    this.zoom = Math.min(most, Math.max(1, zoom));
    if (at) { // what lies under the pointer stays there
      const after = this.scale();
      this.x += (at.x / before - at.x / after) / this.size.width;
      this.y += (at.y / before - at.y / after) / this.size.height;
    }
    this.draw();
  }

  zoomBy(factor, at) { this.zoomTo(this.zoom * factor, at); }

  fit() { this.x = this.y = .5; this.zoomTo(1); }

  /** Moves what is seen by so many pixels of the screen. */
  pan(dx, dy) {
    const scale = this.scale();
    this.x -= dx / scale / this.size.width;
    this.y -= dy / scale / this.size.height;
    this.draw();
  }

  /** Brings a box of the frame into view. */
  look(box) {
    const { width, height } = this.#view();
    const scale = Math.min(width / box.width, height / box.height) * .7;
    this.zoom = Math.max(1, scale / this.#fit());
    this.x = (box.x + box.width / 2) / this.size.width;
    this.y = (box.y + box.height / 2) / this.size.height;
    this.draw();
    this.stage.scrollIntoView({ block: 'nearest' });
  }

  /** Pixels of the screen for one of the frame. */
  scale() { return this.#fit() * this.zoom; }

  /** Where a place of the screen lies in the frame. */
  toFrame(pane, clientX, clientY) {
    const plane = pane.querySelector('.plane').getBoundingClientRect();
    return { x: (clientX - plane.left) / this.scale(), y: (clientY - plane.top) / this.scale() };
  }

  draw() {
    const { width, height } = this.#view();
    if (!width || !height) return;
    const scale = this.scale();
    const seen = { width: this.size.width * scale, height: this.size.height * scale };
    this.x = clamp(this.x, width / seen.width / 2);
    this.y = clamp(this.y, height / seen.height / 2);
    for (const pane of this.panes) {
      const plane = pane.querySelector('.plane').style;
      plane.width = Math.ceil(seen.width) + 'px'; // whole pixels: half-covered edges would shine in the difference
      plane.height = Math.ceil(seen.height) + 'px';
      plane.transform = `translate(${Math.floor(width / 2 - this.x * seen.width)}px, ${Math.floor(height / 2 - this.y * seen.height)}px)`;
      this.#sharpen(pane, seen.width);
    }
    this.stage.classList.toggle('zoomed', this.zoom > 1.001);
    this.root.querySelector('.zoom-now').textContent =
      new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' }).format(this.zoom);
    this.dispatchEvent(new Event('drawn'));
  }

  /** The full picture comes once the preview has too few pixels for the screen. */
  #sharpen(pane, seenWidth) {
    const preview = pane.querySelector('.preview');
    const full = pane.querySelector('.full');
    const shot = this.shots[this.expression]?.[pane.dataset.when];
    if (!shot?.full || full.src || !preview.naturalWidth) return;
    if (seenWidth * devicePixelRatio > preview.naturalWidth * 1.1) {
      full.src = shot.full;
      full.decode().then(() => { full.hidden = false; }, () => full.removeAttribute('src'));
    }
  }

  #view() {
    const pane = this.panes[0];
    return { width: pane.clientWidth, height: pane.clientHeight };
  }

  #fit() {
    const { width, height } = this.#view();
    return Math.min(width / this.size.width, height / this.size.height) || 1;
  }

  #sizeFrom(preview) {
    if (this.framed === this.expression || !preview.naturalWidth) return;
    this.size = { width: preview.naturalWidth, height: preview.naturalHeight };
    this.draw();
  }

  #blink(on) {
    clearInterval(this.blinking);
    this.blinking = on ? setInterval(() => this.stage.classList.toggle('swapped'), BLINK_MS) : null;
    if (this.mode !== 'blink') this.stage.classList.remove('swapped');
    this.#sayBlink();
  }

  #sayBlink() {
    const button = this.root.querySelector('.blinker [data-act=blink]');
    button.setAttribute('aria-pressed', String(Boolean(this.blinking)));
  }

  setSplit(split) {
    this.split = Math.min(100, Math.max(0, split));
    this.stage.style.setProperty('--split', this.split + '%');
    this.divider.setAttribute('aria-valuenow', Math.round(this.split));
    this.divider.setAttribute('aria-valuetext', this.divider.dataset.say
      .replace('{0}', Math.round(this.split)).replace('{1}', Math.round(100 - this.split)));
  }

  #controls() {
    this.root.addEventListener('change', event => {
      if (event.target.name === 'mode') this.setMode(event.target.value);
    });
    this.root.addEventListener('click', event => {
      const act = event.target.closest('[data-act]')?.dataset.act;
      if (act === 'in') this.zoomBy(STEP);
      if (act === 'out') this.zoomBy(1 / STEP);
      if (act === 'fit') this.fit();
      if (act === 'full') this.zoomTo(1 / devicePixelRatio / this.#fit());
      if (act === 'blink') this.toggleBlink();
      if (act === 'swap') this.swap();
    });
    this.setSplit(50);
  }

  /** One finger or the mouse moves, two fingers zoom, the handle divides. */
  #pointers() {
    const down = new Map();
    let pinch = null;
    const spread = () => {
      const [a, b] = [...down.values()];
      return { size: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    };
    this.stage.addEventListener('pointerdown', event => {
      if (event.button !== 0 || event.target.closest('.handle')) return;
      const dividing = event.target.closest('.divider') || (this.mode === 'slider' && this.zoom <= 1.001);
      if (dividing && down.size === 0) {
        down.set(event.pointerId, { dividing: true, x: event.clientX, y: event.clientY });
        this.#divide(event);
      } else {
        down.set(event.pointerId, { x: event.clientX, y: event.clientY });
      }
      if (down.size === 2) {
        down.forEach(one => { one.dividing = false; });
        pinch = spread();
      }
      this.stage.setPointerCapture(event.pointerId);
      this.stage.classList.add('held');
    });
    this.stage.addEventListener('pointermove', event => {
      const held = down.get(event.pointerId);
      if (!held) return;
      const dx = event.clientX - held.x;
      const dy = event.clientY - held.y;
      held.x = event.clientX;
      held.y = event.clientY;
      if (down.size >= 2 && pinch) {
        const now = spread();
        this.zoomBy(now.size / pinch.size, this.#fromMiddle(now.x, now.y));
        this.pan(now.x - pinch.x, now.y - pinch.y);
        pinch = now;
      } else if (held.dividing) {
        this.#divide(event);
      } else if (down.size === 1) {
        this.pan(dx, dy);
      }
    });
    const up = event => {
      down.delete(event.pointerId);
      pinch = null;
      if (down.size === 0) this.stage.classList.remove('held');
    };
    this.stage.addEventListener('pointerup', up);
    this.stage.addEventListener('pointercancel', up);
    this.stage.addEventListener('wheel', event => {
      if (!event.ctrlKey && !this.stage.contains(document.activeElement)) return; // the page scrolls
      event.preventDefault();
      this.zoomBy(Math.exp(-event.deltaY * (event.deltaMode ? .05 : .0016)), this.#fromMiddle(event.clientX, event.clientY));
    }, { passive: false });
    this.stage.addEventListener('dblclick', event => {
      if (this.zoom > 1.001) this.fit();
      else this.zoomTo(3, this.#fromMiddle(event.clientX, event.clientY));
    });
  }

  #divide(event) {
    const box = this.stage.getBoundingClientRect();
    this.setSplit(100 * (event.clientX - box.left) / box.width);
  }

  /** From the middle of whichever pane is pointed at. */
  #fromMiddle(clientX, clientY) {
    const boxes = this.panes.map(pane => pane.getBoundingClientRect());
    const box = boxes.find(b => clientX >= b.left && clientX <= b.right) ?? boxes[0];
    return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
  }

  #keys() {
    this.divider.addEventListener('keydown', event => {
      const to = { ArrowLeft: this.split - 2, ArrowRight: this.split + 2, PageUp: this.split - 10,
        PageDown: this.split + 10, Home: 0, End: 100 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.setSplit(to);
    });
    this.stage.addEventListener('keydown', event => {
      if (event.target !== this.stage) return;
      const step = event.shiftKey ? 120 : 40;
      const by = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[event.key];
      if (!by || this.zoom <= 1.001) return;
      event.preventDefault();
      this.pan(...by);
    });
  }
}

/** Keeps the middle so that no empty border shows; a picture smaller than its pane stays in the middle. */
function clamp(middle, half) {
  return half >= .5 ? .5 : Math.min(1 - half, Math.max(half, middle));
}

export { memory };
