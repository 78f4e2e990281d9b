// Follows a comparison while it is worked on, and shows it when it is done.
const place = document.querySelector('[data-progress]');
if (place) {
  const bar = place.querySelector('progress');
  const events = new EventSource(place.dataset.progress);
  events.addEventListener('progress', event => {
    const now = JSON.parse(event.data);
    if (now.status === 'queued' || now.status === 'running') {
      if (now.status === 'running') bar.value = now.progress;
      place.dataset.status = now.status;
    } else {
      events.close();
      location.reload();
    }
  });
}
