// The camera with the outline of the first photo over it: what the finder shows is what is taken.
const dialog = document.getElementById('camera');
const finder = dialog?.querySelector('.finder');
const video = dialog?.querySelector('video');
const part = selector => dialog.querySelector(selector);
const COUNT_FROM = 3;
// Without an earlier photo: an oval of the usual size and place, in shares of the height, for a 3 : 4 photo.
const PLAIN = { aspect: .75, path: 'M375 190C520 190 580 320 575 480C570 660 470 800 375 800C280 800 180 660 175 480C170 320 230 190 375 190Z' };

let stream = null;
let facing = 'user';
let outline = PLAIN;
let timed = false;
let counting = 0;
let onPhoto = () => {};
let say = {};

if (dialog) {
  part('[data-close]').addEventListener('click', () => dialog.close());
  part('[data-shoot]').addEventListener('click', shoot);
  part('[data-turn]').addEventListener('click', () => { facing = facing === 'user' ? 'environment' : 'user'; start(); });
  part('[data-timer]').addEventListener('click', event => {
    timed = !timed;
    event.currentTarget.setAttribute('aria-pressed', String(timed));
  });
  dialog.addEventListener('close', stop);
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
}

/** Opens it for a card; {@code taken} is given the photo. */
export async function openCamera(card, visit, words, taken) {
  onPhoto = taken;
  say = words;
  part('#camera-name').textContent = card.querySelector('h2').textContent;
  part('.camera-how').textContent = card.dataset.how;
  dialog.showModal();
  await Promise.all([guide(visit), start()]);
  part('[data-shoot]').focus();
}

/** What is known of the baseline; a plain oval before there is one. */
async function guide(visit) {
  try {
    const response = await fetch(`/visits/${visit}/outline`);
    outline = response.ok ? await response.json() : PLAIN;
  } catch {
    outline = PLAIN;
  }
  const drawing = part('.guide');
  drawing.setAttribute('viewBox', `0 0 ${1000 * outline.aspect} 1000`);
  drawing.querySelectorAll('path').forEach(path => path.setAttribute('d', outline.path));
  finder.style.aspectRatio = String(outline.aspect);
  part('[data-guide=baseline]').hidden = outline === PLAIN;
  part('[data-guide=plain]').hidden = outline !== PLAIN;
}

async function start() {
  halt();
  complain('');
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: facing, width: { ideal: 4096 }, height: { ideal: 3072 } },
    });
  } catch (e) {
    complain(e.name === 'NotAllowedError' ? say.cameraDenied : say.cameraNone);
    return;
  }
  if (!dialog.open) return halt();
  video.srcObject = stream;
  const turned = stream.getVideoTracks()[0].getSettings().facingMode ?? facing;
  finder.classList.toggle('mirrored', turned === 'user');
  await video.play().catch(() => {});
}

function complain(text) {
  const place = part('.finder-trouble');
  place.textContent = text;
  place.hidden = !text;
  part('[data-shoot]').disabled = Boolean(text);
}

function halt() {
  stream?.getTracks().forEach(track => track.stop());
  stream = null;
  video.srcObject = null;
}

function stop() {
  clearInterval(counting);
  part('.count').hidden = true;
  halt();
}

function shoot() {
  if (!timed) return take();
  let left = COUNT_FROM;
  const count = part('.count');
  const show = () => { count.textContent = left; count.hidden = false; };
  show();
  clearInterval(counting);
  counting = setInterval(() => {
    left--;
    if (left > 0) return show();
    clearInterval(counting);
    count.hidden = true;
    take();
  }, 1000);
}

/** The part of the picture that the finder shows, in full resolution and as others see the face: not mirrored. */
function take() {
  const { videoWidth, videoHeight } = video;
  if (!videoWidth) return;
  const height = Math.min(videoHeight, videoWidth / outline.aspect);
  const width = height * outline.aspect;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  canvas.getContext('2d').drawImage(video, (videoWidth - width) / 2, (videoHeight - height) / 2, width, height, 0, 0, canvas.width, canvas.height);
  canvas.toBlob(photo => {
    dialog.close();
    onPhoto(photo);
  }, 'image/jpeg', .95);
}
