'use strict';
// Without this script the page shows both photos side by side and every expression one below the other.
(() => {
  const each = (root, selector, act) => root.querySelectorAll(selector).forEach(act);

  function viewer(root) {
    const stage = root.querySelector('.stage');
    const split = root.querySelector('.split');
    const show = () => {
      stage.style.setProperty('--split', split.value);
      split.setAttribute('aria-valuetext',
        split.dataset.value.replace('{0}', split.value).replace('{1}', 100 - split.value));
    };
    const slide = on => {
      stage.classList.toggle('sliding', on);
      split.hidden = !on;
      root.querySelector('.hint').hidden = !on;
    };
    const follow = event => {
      const box = stage.getBoundingClientRect();
      split.value = 100 * (event.clientX - box.left) / box.width;
      show();
    };
    stage.addEventListener('pointerdown', event => {
      if (split.hidden || event.button !== 0) return;
      stage.setPointerCapture(event.pointerId);
      split.focus({ preventScroll: true, focusVisible: false });
      follow(event);
      if (event.pointerType === 'mouse') event.preventDefault();
    });
    stage.addEventListener('pointermove', event => {
      if (stage.hasPointerCapture(event.pointerId)) follow(event);
    });
    split.addEventListener('input', show);
    each(root, '[data-views] input', input => input.addEventListener('change', () => slide(input.value === 'slider')));
    each(root, '[data-spots] input', input => input.addEventListener('change', () => {
      for (const name of ['x', 'y', 'zoom']) stage.style.setProperty('--' + name, input.dataset[name]);
    }));
    root.querySelector('.controls').hidden = false;
    slide(true);
    show();
  }

  function tabs(root) {
    const panels = [...root.querySelectorAll('.panel')];
    if (panels.length < 2) return;
    const list = document.createElement('div');
    list.className = 'tablist';
    list.setAttribute('role', 'tablist');
    list.setAttribute('aria-label', root.dataset.label);
    const buttons = panels.map((panel, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.id = 'tab-' + panel.id;
      button.textContent = panel.dataset.name;
      button.setAttribute('role', 'tab');
      button.setAttribute('aria-controls', panel.id);
      button.addEventListener('click', () => choose(i));
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', button.id);
      list.append(button);
      return button;
    });
    const choose = chosen => buttons.forEach((button, i) => {
      button.setAttribute('aria-selected', i === chosen);
      button.tabIndex = i === chosen ? 0 : -1;
      panels[i].hidden = i !== chosen;
    });
    list.addEventListener('keydown', event => {
      const now = buttons.indexOf(document.activeElement);
      const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const to = (next + buttons.length) % buttons.length;
      choose(to);
      buttons[to].focus();
    });
    root.prepend(list);
    root.classList.add('live');
    choose(0);
  }

  each(document, '[data-viewer]', viewer);
  each(document, '[data-tabs]', tabs);
  addEventListener('beforeprint', () => each(document, 'details', details => { details.open = true; }));
})();
