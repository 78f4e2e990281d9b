// The photos of a visit: chosen, kept on this device until they are sent, sent one after the other, checked.
import { csrf } from '../api.js';
import { forget, keep, kept } from './queue.js';
import { send, Trouble } from './send.js';
import { openCamera } from './camera.js';
import { askWhich, expressionOf } from './assign.js';

const root = document.getElementById('visit');
const { visit, invited, open } = root.dataset;
const say = root.dataset;
const cardOf = expression => root.querySelector(`[data-expression="${expression}"]`);
const cards = () => [...root.querySelectorAll('.photo-card')];
const expressions = () => cards().map(card => card.dataset.expression);
const previews = new Map();
const queued = [];
let held = null; // the last photo of a link, looked at and not sent yet
let sending = false;
let woken = () => {};

document.body.classList.add('scripted');
if (open === 'yes') {
  cards().forEach(enliven);
  document.getElementById('drop').hidden = false;
  document.getElementById('several').addEventListener('change', event => take([...event.target.files]).then(() => { event.target.value = ''; }));
  dropping();
  kept(visit).then(items => {
    items.forEach(item => { queued.push(item); showWaiting(item); });
    pump();
  });
  window.addEventListener('online', () => woken());
}

/** A card's buttons, once the script is there to answer them. */
function enliven(card) {
  const expression = card.dataset.expression;
  card.classList.add('live');
  const camera = card.querySelector('.open-camera');
  camera.hidden = !navigator.mediaDevices?.getUserMedia;
  camera.addEventListener('click', () => openCamera(card, visit, say, photo => add(photo, expression)));
  const pick = card.querySelector('.pick-file');
  const chosen = () => { if (pick.files.length) add(pick.files[0], expression); };
  pick.addEventListener('change', chosen);
  if (card.dataset.state === 'missing') chosen(); // before the script was there
  const keeping = card.querySelector('.keep');
  if (keeping && card.dataset.looked === 'yes') keeping.addEventListener('click', () => confirmLast(card));
}

/** Several at once: by name, or asked for. */
async function take(files, dropped) {
  const photos = files.filter(file => file.type.startsWith('image/') || /\.(hei[cf]|jpe?g|png|webp|avif)$/i.test(file.name));
  if (dropped && photos.length === 1) return add(photos[0], dropped);
  const missing = cards().filter(card => card.dataset.state === 'missing').map(card => card.dataset.expression);
  const chosen = photos.map(file => ({ file, expression: expressionOf(file.name, expressions()) }));
  const used = chosen.map(item => item.expression).filter(Boolean);
  if (chosen.length === 1 && !chosen[0].expression && missing.length === 1) chosen[0].expression = missing[0];
  const sure = chosen.every(item => item.expression) && new Set(used).size === used.length;
  const agreed = sure ? chosen : await askWhich(chosen, missing);
  for (const { file, expression } of agreed) await add(file, expression);
}

/** Keeps the photo on this device first: what was chosen is not lost, whatever happens to page and network. */
async function add(file, expression) {
  const item = { visit, expression, name: file.name ?? expression + '.jpg', type: file.type, photo: file, chosenAt: Date.now() };
  try {
    item.id = await keep(item);
  } catch {
    item.id = null; // a private window may keep nothing: then it lives as long as the page
  }
  if (held?.expression === expression) {
    if (held.id !== null) forget(held.id).catch(() => {});
    held = null;
  }
  queued.push(item);
  showWaiting(item);
  pump();
}

function showWaiting(item) {
  const card = cardOf(item.expression);
  if (!card) return;
  preview(card, item.photo);
  working(card, say.waiting);
}

function preview(card, photo) {
  const expression = card.dataset.expression;
  const image = card.querySelector('.local');
  const old = previews.get(expression);
  if (old) URL.revokeObjectURL(old);
  const url = URL.createObjectURL(photo);
  previews.set(expression, url);
  image.onload = () => { image.hidden = false; };
  image.onerror = () => { image.hidden = true; }; // HEIC: the browser can't show it, the service can
  image.src = url;
}

function working(card, text, share) {
  card.classList.add('busy');
  const place = card.querySelector('.under-way');
  place.hidden = false;
  const state = place.querySelector('.state');
  if (state.textContent !== text) state.textContent = text;
  const bar = place.querySelector('progress');
  if (share === undefined) bar.removeAttribute('value'); else bar.value = share;
}

function idle(card) {
  card.classList.remove('busy');
  card.querySelector('.under-way').hidden = true;
}

function trouble(card, text) {
  idle(card);
  const place = card.querySelector('.trouble');
  place.textContent = text;
  place.hidden = false;
  card.querySelector('.local').hidden = true;
}

/** One photo after the other, so that the first answer comes soon on a slow line. */
async function pump() {
  if (sending) return;
  sending = true;
  while (queued.length) {
    const item = queued[0];
    const done = await deliver(item);
    if (!done) break;
    queued.splice(queued.indexOf(item), 1);
    if (item.id !== null && item !== held) await forget(item.id).catch(() => {});
  }
  sending = false;
}

/** True when there is nothing more to do for it. A newer photo of the same expression takes its place unsent. */
async function deliver(item) {
  const card = cardOf(item.expression);
  if (!card || queued.some(other => other !== item && other.expression === item.expression)) return true;
  card.querySelector('.trouble').hidden = true;
  if (isLast(item.expression) && !item.confirmed) return look(item);
  const path = `/api/v1/visits/${visit}/photos/${item.expression}`;
  return attempt(item, card, 'PUT', path, async () => {
    if (invited === 'yes' && isLast(item.expression)) over(card); else await refresh(item.expression);
  });
}

/** Sends until it is through or refused; waits where there is no connection. */
async function attempt(item, card, method, path, then) {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 30000)) {
    try {
      working(card, say.uploading, 0);
      const answer = await send(method, path, item.photo, item.type, csrf(), share => {
        working(card, share < 1 ? say.uploading : say.checking, share < 1 ? share : undefined);
      });
      await then(answer);
      return true;
    } catch (e) {
      if (!(e instanceof Trouble)) throw e;
      if (e.kind === 'signed-out') {
        trouble(card, say.signedOut);
        return false;
      }
      if (e.kind !== 'passing') {
        trouble(card, e.kind === 'over' ? say.over
          : e.code === 'too-large' ? say.tooLarge
          : e.code === 'damaged' || e.code === 'undecodable' ? say.damaged
          : e.status === 415 ? say.notPhoto : say.refused);
        return true;
      }
      working(card, say.offline);
      await pause(e.wait || wait);
    }
  }
}

/** Until then, or until the network is back. */
function pause(ms) {
  return new Promise(resolve => {
    woken = resolve;
    setTimeout(resolve, ms);
  });
}

/** A link ends when its last photo is in, so that one is tried before it is sent. */
function isLast(expression) {
  return invited === 'yes' && cards().every(card => card.dataset.expression === expression || card.dataset.state !== 'missing')
    && cardOf(expression).dataset.state === 'missing';
}

async function look(item) {
  const card = cardOf(item.expression);
  return attempt(item, card, 'POST', `/visits/${visit}/photos/${item.expression}/look`, html => {
    const fresh = replace(item.expression, html);
    fresh.dataset.state = 'missing';
    held = item;
    if (fresh.classList.contains('fit')) confirmLast(fresh);
  });
}

function confirmLast(card) {
  if (!held || card.dataset.expression !== held.expression) return;
  queued.push({ ...held, confirmed: true });
  held = null;
  pump();
}

/** The link is used up now: what the page shows must not need it any more. */
function over(card) {
  idle(card);
  card.dataset.state = 'sent';
  document.querySelectorAll('#visit :is(.choose, .remarks, .how), .head .intro').forEach(part => part.remove());
  document.getElementById('drop').hidden = true;
  tally();
}

/** The card as the service sees it now. */
async function refresh(expression) {
  let response;
  try {
    response = await fetch(`/visits/${visit}/photos/${expression}`);
  } catch {
    throw new Trouble('passing'); // sent again, the same photo changes nothing
  }
  if (!response.ok || response.redirected) return location.reload();
  const card = replace(expression, await response.text());
  const keeping = card.querySelector('.keep');
  if (keeping) {
    keeping.hidden = false;
    keeping.addEventListener('click', () => settle(card));
  }
  tally();
}

function replace(expression, html) {
  const old = cardOf(expression);
  const holder = document.createElement('template');
  holder.innerHTML = html.trim();
  const card = holder.content.firstElementChild;
  const focused = old.contains(document.activeElement);
  old.replaceWith(card);
  enliven(card);
  if (!card.querySelector('.shot img:not(.local)') && previews.has(expression)) {
    const image = card.querySelector('.local');
    image.onload = () => { image.hidden = false; };
    image.src = previews.get(expression);
  }
  if (focused) card.focus({ preventScroll: true });
  return card;
}

/** Kept as it is: on to the next one that is missing. */
function settle(card) {
  card.querySelector('.remarks')?.remove();
  card.querySelector('.keep').remove();
  const next = cards().find(other => other.dataset.state === 'missing');
  (next ?? card).scrollIntoView({ block: 'center' });
  (next ?? card).focus({ preventScroll: true });
}

function tally() {
  const received = cards().filter(card => card.dataset.state !== 'missing').length;
  const all = received === cards().length;
  const unfit = cards().some(card => card.dataset.state === 'unfit');
  document.getElementById('tally').value = received;
  document.getElementById('received').textContent = received;
  const compare = document.getElementById('compare');
  if (compare) compare.hidden = received === 0;
  document.getElementById('complete').hidden = !all || unfit;
  document.getElementById('complete-unfit').hidden = !all || !unfit;
}

function dropping() {
  let depth = 0;
  const carriesFiles = event => event.dataTransfer?.types.includes('Files');
  const over = event => event.target.closest?.('.photo-card');
  const mark = card => cards().forEach(other => other.classList.toggle('over', other === card));
  addEventListener('dragenter', event => { if (carriesFiles(event)) { depth++; root.classList.add('dragging'); } });
  addEventListener('dragleave', () => { if (--depth <= 0) { depth = 0; root.classList.remove('dragging'); mark(null); } });
  addEventListener('dragover', event => { if (carriesFiles(event)) { event.preventDefault(); mark(over(event)); } });
  addEventListener('drop', event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    root.classList.remove('dragging');
    mark(null);
    take([...event.dataTransfer.files], over(event)?.dataset.expression);
  });
}
