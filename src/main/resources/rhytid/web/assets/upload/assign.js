// Which photo shows which expression: by its name, or by asking.
const dialog = document.getElementById('assign');

/** The expression that a file's name speaks of, such as {@code IMG_2 brow raise.HEIC}; the longest word counts. */
export function expressionOf(name, expressions) {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  const found = expressions.filter(expression => plain.includes(expression.replace(/-/g, '')));
  return found.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** Asks; gives back those that were given a place. No two get the same one. */
export function askWhich(chosen, missing) {
  const list = dialog.querySelector('.assign-list');
  const free = missing.filter(expression => !chosen.some(item => item.expression === expression));
  const urls = [];
  list.replaceChildren(...chosen.map(item => {
    const row = dialog.querySelector('template').content.cloneNode(true);
    const image = row.querySelector('img');
    const url = URL.createObjectURL(item.file);
    urls.push(url);
    image.src = url;
    image.onerror = () => { image.removeAttribute('src'); };
    row.querySelector('.name').textContent = item.file.name;
    row.querySelector('select').value = item.expression || (free.length === 1 && chosen.length === 1 ? free[0] : '');
    return row;
  }));
  const selects = [...list.querySelectorAll('select')];
  const single = event => selects.forEach(select => {
    if (select !== event.target && select.value && select.value === event.target.value) select.value = '';
  });
  list.onchange = single;
  dialog.returnValue = 'cancel';
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      urls.forEach(url => URL.revokeObjectURL(url));
      const agreed = chosen.map((item, i) => ({ file: item.file, expression: selects[i].value })).filter(item => item.expression);
      resolve(dialog.returnValue === 'send' ? agreed : []);
    }, { once: true });
  });
}
