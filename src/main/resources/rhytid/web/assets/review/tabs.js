// The tabs of the expressions.
export function tabs(list, chosen) {
  const buttons = [...list.querySelectorAll('[role=tab]')];
  const choose = (index, focus) => {
    buttons.forEach((button, i) => {
      button.setAttribute('aria-selected', String(i === index));
      button.tabIndex = i === index ? 0 : -1;
      document.getElementById(button.getAttribute('aria-controls')).hidden = i !== index;
    });
    if (focus) buttons[index].focus();
    const url = new URL(location.href);
    url.searchParams.set('expression', buttons[index].dataset.expression);
    history.replaceState(history.state, '', url);
    chosen(buttons[index].dataset.expression);
  };
  const now = () => Math.max(0, buttons.findIndex(button => button.getAttribute('aria-selected') === 'true'));
  const move = (by, focus) => choose((now() + by + buttons.length) % buttons.length, focus);
  buttons.forEach((button, i) => button.addEventListener('click', event => {
    event.preventDefault();
    choose(i, false);
  }));
  list.addEventListener('keydown', event => {
    const forward = document.dir === 'rtl' ? -1 : 1;
    const by = { ArrowRight: forward, ArrowLeft: -forward }[event.key];
    if (by) move(by, true);
    else if (event.key === 'Home') choose(0, true);
    else if (event.key === 'End') choose(buttons.length - 1, true);
    else return;
    event.preventDefault();
  });
  choose(now(), false);
  return { next: () => move(1, false), previous: () => move(-1, false) };
}
