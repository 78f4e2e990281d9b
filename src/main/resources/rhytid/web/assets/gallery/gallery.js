// Lays the two photos over each other behind a divider. Without it they stand side by side.
const CHOICE = 'rhytid.gallery.view';

function show(section, view) {
  const stage = section.querySelector('.stage');
  const split = stage.querySelector('.split');
  const over = view === 'over' && split !== null;
  stage.classList.toggle('over', over);
  stage.querySelectorAll('.split, .divide').forEach(part => { part.hidden = !over; });
  section.querySelectorAll('[data-view]').forEach(button => {
    button.setAttribute('aria-pressed', String(button.dataset.view === (over ? 'over' : 'beside')));
  });
  section.querySelector('.stage-foot').hidden = split === null;
}

function divide(stage, split) {
  stage.style.setProperty('--split', split.value);
  split.setAttribute('aria-valuetext',
    stage.dataset.value.replace('{a}', split.value).replace('{b}', 100 - split.value));
}

function enliven(root) {
  for (const section of root.querySelectorAll('.seeing')) {
    const stage = section.querySelector('.stage');
    const split = stage.querySelector('.split');
    if (split) {
      split.addEventListener('input', () => divide(stage, split));
      divide(stage, split);
    }
    section.querySelectorAll('[data-view]').forEach(button => button.addEventListener('click', () => {
      sessionStorage.setItem(CHOICE, button.dataset.view);
      show(section, button.dataset.view);
    }));
    show(section, sessionStorage.getItem(CHOICE) ?? 'over');
  }
}

enliven(document);
document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id === 'gallery') enliven(document);
});
