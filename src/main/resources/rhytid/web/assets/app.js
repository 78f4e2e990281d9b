// What every page has. Pages work without it.
import { toast } from './toast.js';

const words = document.body.dataset;

// A form is sent once, however often the button is pressed; coming back to the page wakes it again.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
  } else if (form.method === 'post' && !form.hasAttribute('hx-post')) {
    form.dataset.sent = 'yes';
    form.querySelectorAll('button').forEach(button => button.setAttribute('aria-busy', 'true'));
  }
});
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
  });
});

// Menus close by themselves.
const menus = () => document.querySelectorAll('details.menu[open]');
document.addEventListener('click', event => {
  menus().forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  menus().forEach(menu => {
    menu.open = false;
    menu.querySelector('summary').focus();
  });
});

// <button data-copy="#id"> copies what the element says.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const source = document.querySelector(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    toast(words.copied, 'good');
  } catch {
    source.select?.();
    toast(words.failed, 'bad');
  }
});

document.addEventListener('htmx:sendError', () => toast(words.lost, 'bad'));
document.addEventListener('htmx:responseError', () => toast(words.failed, 'bad'));

// On a phone the place where one is may lie beyond the edge.
document.querySelector('.nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

// The first field that is not right.
document.querySelector('[aria-invalid="true"]')?.focus();
