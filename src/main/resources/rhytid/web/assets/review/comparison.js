// The page of a comparison. Without it the page shows both photos side by side and every table.
import { Landmarks } from './landmarks.js';
import { Layers } from './layers.js';
import './progress.js';
import { shortcuts } from './shortcuts.js';
import { tabs } from './tabs.js';
import { Viewer } from './viewer.js';

const root = document.querySelector('.viewer');
const list = document.querySelector('[role=tablist]');
const viewer = root && new Viewer(root);
const layers = viewer && new Layers(viewer);
const landmarks = layers && new Landmarks(viewer, layers);
const first = root && Object.keys(viewer.shots)[0];
const expressions = list && tabs(list, expression => viewer?.show(expression));
if (viewer && !list) viewer.show(first);
document.body.classList.add('live');

for (const row of document.querySelectorAll('tr[data-region]')) {
  row.addEventListener('pointerenter', () => layers?.mark(row.dataset.region));
  row.addEventListener('pointerleave', () => layers?.mark(null));
}
document.addEventListener('click', event => {
  const region = event.target.closest('[data-look]')?.dataset.look;
  if (region) layers?.look(region);
});

if (document.querySelector('#shortcuts')) {
  const decide = () => {
    const form = document.querySelector('#decision');
    form?.scrollIntoView({ block: 'center' });
    form?.querySelector('[name=decision]:checked, [name=decision]')?.focus();
  };
  shortcuts({
    1: () => viewer?.setMode('pair'),
    2: () => viewer?.setMode('slider'),
    3: () => viewer?.setMode('blink'),
    4: () => viewer?.setMode('difference'),
    l: () => layers?.toggle('lines'),
    r: () => layers?.toggle('regions'),
    p: () => layers?.toggle('points'),
    b: () => layers?.toggle('brows'),
    '+': () => viewer?.zoomBy(1.25),
    '=': () => viewer?.zoomBy(1.25),
    '-': () => viewer?.zoomBy(.8),
    '−': () => viewer?.zoomBy(.8),
    0: () => viewer?.fit(),
    ',': () => expressions?.previous(),
    '.': () => expressions?.next(),
    ' ': () => { if (viewer?.mode === 'blink') viewer.swap(); },
    d: decide,
    c: () => document.querySelector('[data-act=correct]') && landmarks?.toggle(),
  });
}

// What was typed is not lost by leaving the page.
const guarded = document.querySelector('form[data-guard]');
if (guarded) {
  const state = () => JSON.stringify([...new FormData(guarded)]);
  const before = guarded.dataset.guard === 'unsaved' ? null : state();
  let sent = false;
  for (const kept of ['submit', 'kept']) guarded.addEventListener(kept, () => { sent = true; });
  addEventListener('beforeunload', event => { if (!sent && state() !== before) event.preventDefault(); });
}
