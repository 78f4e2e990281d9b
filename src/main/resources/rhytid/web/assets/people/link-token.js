// The end of a link goes into the form and out of the address bar, where it could be photographed or shared.
const place = document.querySelector('[data-link-token]');
const token = location.hash.slice(1);
if (place && /^[\w-]{20,}$/.test(token)) {
  place.querySelector('input').value = token;
  place.hidden = true;
  history.replaceState(null, '', location.pathname);
  if (place.dataset.linkToken === 'go') place.closest('form').requestSubmit();
} else if (place && place.querySelector('input').value) {
  place.hidden = true;
}
