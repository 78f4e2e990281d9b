// One-letter shortcuts, told in a dialog, where they can be switched off (WCAG 2.1.4).
import { memory } from './viewer.js';

/** @param acts by key, as KeyboardEvent.key has it */
export function shortcuts(acts) {
  const dialog = document.querySelector('#shortcuts');
  const box = dialog.querySelector('[name=shortcuts]');
  box.checked = memory.get('shortcuts', 'on') === 'on';
  box.addEventListener('change', () => memory.set('shortcuts', box.checked ? 'on' : 'off'));
  const help = () => dialog.open || dialog.showModal();
  document.querySelectorAll('[data-act=help]').forEach(button => button.addEventListener('click', help));
  document.addEventListener('keydown', event => {
    if (!box.checked || dialog.open || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')) return;
    const act = event.key === '?' ? help : acts[event.key] ?? acts[event.key.toLowerCase()];
    if (!act || (event.key === ' ' && event.target !== document.body && !event.target.closest('.stage'))) return;
    event.preventDefault();
    act();
  });
}
