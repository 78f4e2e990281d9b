const place = document.querySelector('.toasts');

/** Says something in passing; screen readers hear it too. */
export function toast(text, kind = 'note') {
  const item = document.createElement('p');
  item.className = 'toast ' + kind;
  item.textContent = text;
  place.append(item);
  setTimeout(() => item.remove(), 6000);
}
