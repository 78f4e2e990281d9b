// Points that sit wrong are put right: dragged, or moved by the arrow keys, and the pair is measured anew.
import { csrf } from '../api.js';
import { toast } from '../toast.js';

const SVG = 'http://www.w3.org/2000/svg';
const REACH = 13; // half of what a finger needs, in pixels of the screen
const VISITS = { before: 'baseline', after: 'followUp' };

export class Landmarks {
  constructor(viewer, layers) {
    this.viewer = viewer;
    this.layers = layers;
    this.bar = viewer.root.querySelector('.correcting-bar');
    this.start = viewer.root.querySelector('[data-act=correct]');
    if (!this.start) return;
    this.names = Object.fromEntries([...viewer.root.querySelectorAll('.point-names [data-name]')].map(one => [one.dataset.name, one.textContent]));
    this.start.addEventListener('click', () => this.toggle());
    this.bar.querySelector('[data-act=cancel]').addEventListener('click', () => this.#end());
    this.bar.querySelector('[data-act=back]').addEventListener('click', () => this.#takeBack());
    this.bar.querySelector('[data-act=measure]').addEventListener('click', () => this.#measure());
    viewer.addEventListener('shown', () => { if (this.on) this.#draw(); });
    viewer.addEventListener('drawn', () => this.#size());
    addEventListener('beforeunload', event => { if (this.on && this.#changed() && !this.sent) event.preventDefault(); });
  }

  toggle() {
    if (this.on) this.#end();
    else this.#begin();
  }

  async #begin() {
    this.start.setAttribute('aria-busy', 'true');
    try {
      await this.#load();
    } catch {
      toast(this.bar.dataset.none, 'bad');
      return;
    } finally {
      this.start.removeAttribute('aria-busy');
    }
    this.on = true;
    this.modeBefore = this.viewer.mode;
    this.viewer.setMode('pair');
    this.viewer.root.classList.add('correcting');
    this.start.setAttribute('aria-pressed', 'true');
    this.bar.hidden = false;
    this.#draw();
    this.#say();
    this.viewer.root.querySelector('.handle')?.focus();
  }

  #end() {
    this.on = false;
    this.viewer.root.classList.remove('correcting');
    this.start.setAttribute('aria-pressed', 'false');
    this.bar.hidden = true;
    this.viewer.root.querySelectorAll('.handles').forEach(svg => svg.remove());
    this.viewer.setMode(this.modeBefore);
    this.start.focus();
  }

  /** Photos by visit and expression; places as they were measured, and as they are wanted. */
  async #load() {
    const answer = await fetch(this.bar.dataset.url, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(answer.status);
    this.etag = answer.headers.get('ETag');
    const set = await answer.json();
    this.photos = {};
    for (const photo of set.photos) {
      (this.photos[photo.visit] ??= {})[photo.expression] = photo;
    }
    this.corrected = structuredClone(set.corrected ?? {});
    this.before = JSON.stringify(tidy(this.corrected));
  }

  #draw() {
    const drawn = this.layers.of(this.viewer.expression);
    if (!drawn) return;
    for (const pane of this.viewer.panes) {
      pane.querySelector('.handles')?.remove();
      const visit = VISITS[pane.dataset.when];
      const photo = this.photos[visit]?.[this.viewer.expression];
      if (!photo) continue;
      const svg = document.createElementNS(SVG, 'svg');
      svg.setAttribute('class', 'handles');
      svg.setAttribute('viewBox', `0 0 ${drawn.width} ${drawn.height}`);
      for (const [side, points] of Object.entries(photo.points)) {
        for (const [name, place] of Object.entries(points)) {
          svg.append(this.#handle(pane, { visit, photo, side, name, place, map: drawn[visit].toFrame, mm: drawn.pxPerMm }));
        }
      }
      pane.querySelector('.plane').append(svg);
    }
    this.#size();
  }

  #handle(pane, point) {
    const handle = document.createElementNS(SVG, 'g');
    handle.setAttribute('class', 'handle');
    handle.setAttribute('tabindex', '0');
    handle.setAttribute('role', 'button');
    handle.setAttribute('aria-roledescription', this.bar.dataset.role);
    handle.setAttribute('aria-describedby', 'correcting-hint');
    const when = pane.querySelector('.tag strong').textContent;
    handle.setAttribute('aria-label', `${this.names[point.name] ?? point.name}, ${this.names[point.side]}, ${when}`);
    const title = document.createElementNS(SVG, 'title');
    title.textContent = handle.getAttribute('aria-label');
    const parts = ['reach', 'ring', 'centre'].map(name => {
      const circle = document.createElementNS(SVG, 'circle');
      circle.setAttribute('class', name);
      return circle;
    });
    handle.append(title, ...parts);
    const put = place => {
      const [a, b, tx, c, d, ty] = point.map;
      handle.setAttribute('transform', `translate(${a * place[0] + b * place[1] + tx + .5} ${c * place[0] + d * place[1] + ty + .5})`);
      handle.classList.toggle('moved', Boolean(this.#wanted(point)));
    };
    const now = () => this.#wanted(point) ?? point.place;
    const move = (x, y) => { // a place of the frame, as SVG counts
      const place = inverse(point.map, x - .5, y - .5);
      this.#want(point, [
        Math.min(point.photo.width - 1, Math.max(0, place[0])),
        Math.min(point.photo.height - 1, Math.max(0, place[1]))].map(n => Math.round(n * 10) / 10));
      put(now());
      this.#say(point);
    };
    const at = () => {
      const [a, b, tx, c, d, ty] = point.map;
      const [x, y] = now();
      return { x: a * x + b * y + tx + .5, y: c * x + d * y + ty + .5 };
    };
    let off = null;
    handle.addEventListener('pointerdown', event => {
      if (event.button !== 0) return;
      event.preventDefault();
      handle.focus();
      handle.setPointerCapture(event.pointerId);
      const held = this.viewer.toFrame(pane, event.clientX, event.clientY);
      const here = at();
      off = { x: here.x - held.x, y: here.y - held.y };
    });
    handle.addEventListener('pointermove', event => {
      if (!off) return;
      const held = this.viewer.toFrame(pane, event.clientX, event.clientY);
      move(held.x + off.x, held.y + off.y);
    });
    for (const end of ['pointerup', 'pointercancel']) handle.addEventListener(end, () => { off = null; });
    handle.addEventListener('dblclick', event => event.stopPropagation());
    handle.addEventListener('keydown', event => {
      const step = event.shiftKey ? 10 : 1;
      const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
      if (by) {
        const here = at();
        move(here.x + by[0], here.y + by[1]);
      } else if (event.key === 'Delete' || event.key === 'Backspace') {
        this.#want(point, null);
        put(now());
        this.#say(point);
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    });
    put(now());
    return handle;
  }

  #wanted({ visit, photo, side, name }) {
    return this.corrected[visit]?.[photo.expression]?.[side]?.[name];
  }

  #want({ visit, photo, side, name }, place) {
    const points = (((this.corrected[visit] ??= {})[photo.expression] ??= {})[side] ??= {});
    if (place) points[name] = place;
    else delete points[name];
  }

  #takeBack() {
    this.corrected = {};
    this.#draw();
    this.#say();
  }

  #changed() {
    return JSON.stringify(tidy(this.corrected)) !== this.before;
  }

  /** How many are moved, and by how much the last one was. */
  #say(point) {
    let count = 0;
    for (const visit of Object.values(tidy(this.corrected))) {
      for (const sides of Object.values(visit)) for (const points of Object.values(sides)) count += Object.keys(points).length;
    }
    const number = new Intl.NumberFormat(document.documentElement.lang);
    let text = this.bar.dataset.count.replace('{0}', number.format(count));
    const place = point && this.#wanted(point);
    if (place) {
      const scale = Math.hypot(point.map[0], point.map[3]);
      const mm = Math.hypot(place[0] - point.place[0], place[1] - point.place[1]) * scale / point.mm;
      const far = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(mm);
      text += ' ' + this.bar.dataset.moved.replace('{0}', this.names[point.name] ?? point.name).replace('{1}', far);
    }
    this.bar.querySelector('output').textContent = text;
    this.bar.querySelector('[data-act=measure]').disabled = !this.#changed();
    this.bar.querySelector('[data-act=back]').disabled = count === 0;
  }

  /** Handles keep their size on the screen. */
  #size() {
    if (!this.on) return;
    const unit = 1 / this.viewer.scale();
    this.viewer.root.querySelectorAll('.handle').forEach(handle => {
      handle.querySelector('.reach').setAttribute('r', REACH * unit);
      handle.querySelector('.ring').setAttribute('r', 7 * unit);
      handle.querySelector('.centre').setAttribute('r', 1.4 * unit);
    });
  }

  /** Notes and decision go along as they are typed; what somebody else wrote meanwhile is not overwritten unseen. */
  async #measure() {
    const button = this.bar.querySelector('[data-act=measure]');
    const form = document.querySelector('form[data-guard]');
    const typed = new FormData(form);
    button.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(this.bar.dataset.review, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'If-Match': this.etag, 'X-CSRF-Token': csrf() },
        body: JSON.stringify({
          notes: typed.get('notes'),
          decision: typed.get('decision'),
          correctedLandmarks: { baseline: {}, followUp: {}, ...tidy(this.corrected) },
        }),
      });
      if (answer.ok) {
        this.sent = true;
        form.dispatchEvent(new Event('kept'));
        location.reload();
      } else if (answer.status === 412) {
        this.bar.querySelector('.stale').hidden = false;
        this.etag = (await fetch(this.bar.dataset.url)).headers.get('ETag');
      } else {
        const problem = await answer.json().catch(() => null);
        toast(problem?.detail ?? document.body.dataset.failed, 'bad');
      }
    } catch {
      toast(document.body.dataset.lost, 'bad');
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
}

/** Without what is empty, in one order. */
function tidy(value) {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const kept = Object.keys(value).sort().map(key => [key, tidy(value[key])])
    .filter(([, one]) => Array.isArray(one) || Object.keys(one).length > 0);
  return Object.fromEntries(kept);
}

function inverse([a, b, tx, c, d, ty], x, y) {
  const area = a * d - b * c;
  const u = x - tx;
  const v = y - ty;
  return [(d * u - b * v) / area, (a * v - c * u) / area];
}
