// Lines, regions, points and the brows' drawing over the photos.
import { memory } from './viewer.js';

const NAMES = ['lines', 'regions', 'points', 'brows'];
const SVG = 'http://www.w3.org/2000/svg';

export class Layers {
  constructor(viewer) {
    this.viewer = viewer;
    this.root = viewer.root;
    this.boxes = [...this.root.querySelectorAll('[name=layer]')];
    const kept = memory.get('layers', '').split(' ');
    this.boxes.forEach(box => {
      box.checked = kept.includes(box.value);
      box.addEventListener('change', () => this.#apply());
    });
    viewer.addEventListener('shown', () => this.#draw());
    this.#apply();
    this.#load();
  }

  toggle(name) {
    const box = this.boxes.find(one => one.value === name);
    box.checked = !box.checked;
    this.#apply();
  }

  /** The framing of an expression's pictures, or nothing before it is known. */
  of(expression) { return this.data?.expressions[expression]; }

  /** Brings a region into view and marks it. */
  look(region) {
    const box = this.boxes.find(one => one.value === 'regions');
    if (!box.checked) this.toggle('regions');
    this.looked = region;
    this.mark(region);
    const path = this.root.querySelector(`.area[data-region="${region}"]`);
    if (path) this.viewer.look(path.getBBox());
  }

  /** Without a region, the one that was looked at last. */
  mark(region) {
    const marked = region ?? this.looked;
    this.root.querySelectorAll('.area').forEach(path => path.classList.toggle('hot', path.dataset.region === marked));
  }

  #apply() {
    if (!this.boxes.find(box => box.value === 'regions').checked) this.looked = null;
    this.mark();
    const on = this.boxes.filter(box => box.checked).map(box => box.value);
    NAMES.forEach(name => this.viewer.stage.classList.toggle('show-' + name, on.includes(name)));
    memory.set('layers', on.join(' '));
  }

  async #load() {
    try {
      const answer = await fetch(this.root.dataset.layers, { headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(answer.status);
      this.data = await answer.json();
      this.#draw();
      this.viewer.dispatchEvent(new Event('layered'));
    } catch {
      this.boxes.forEach(box => { box.disabled = true; });
      this.root.querySelector('.no-layers').hidden = false;
    }
  }

  #draw() {
    const drawn = this.of(this.viewer.expression);
    if (!drawn) return;
    this.viewer.setFrame(drawn.width, drawn.height);
    for (const pane of this.viewer.panes) {
      const photo = pane.dataset.when === 'before' ? drawn.baseline : drawn.followUp;
      const svg = pane.querySelector('.layer');
      svg.setAttribute('viewBox', `0 0 ${drawn.width} ${drawn.height}`);
      svg.replaceChildren(
        group('regions', drawn.regions.map(one => shape('area ' + one.tendency, one.path, { region: one.region }))),
        group('lines', photo.lines.flatMap(line => [shape('casing', line.path), shape('ink-' + line.ink, line.path)])),
        group('brows', [
          ...cased('guide', photo.pupillaryLine),
          ...photo.brows.concat(photo.lids).flatMap(path => cased('border', path)),
          ...photo.heights.flatMap(height => cased('height', height.path)),
        ]),
        group('points', [
          ...photo.irises.map(iris => circle('iris', iris.x, iris.y, iris.radius)),
          ...cased('guide', photo.midline),
          ...photo.points.map(point => cross(point.x, point.y, drawn.pxPerMm)),
        ]));
    }
  }
}

function group(name, shapes) {
  const g = document.createElementNS(SVG, 'g');
  g.setAttribute('class', name);
  g.append(...shapes);
  return g;
}

function shape(name, path, data = {}) {
  const element = document.createElementNS(SVG, 'path');
  element.setAttribute('class', name);
  element.setAttribute('d', path);
  Object.assign(element.dataset, data);
  return element;
}

const cased = (name, path) => [shape('casing', path), shape(name, path)];

function circle(name, x, y, radius) {
  const element = document.createElementNS(SVG, 'circle');
  element.setAttribute('class', name);
  element.setAttribute('cx', x);
  element.setAttribute('cy', y);
  element.setAttribute('r', radius);
  return element;
}

/** A cross of a millimetre and a half: its middle shows the skin. */
function cross(x, y, pxPerMm) {
  const out = 1.1 * pxPerMm;
  const gap = .3 * pxPerMm;
  return shape('cross', `M${x - out} ${y}H${x - gap}M${x + gap} ${y}H${x + out}M${x} ${y - out}V${y - gap}M${x} ${y + gap}V${y + out}`);
}
