// Sends bytes and says how far they are; fetch can't.

/** Why it did not work: kind is passing, signed-out, over or refused. */
export class Trouble extends Error {
  constructor(kind, status = 0, code = '', wait = 0) {
    super(code);
    Object.assign(this, { kind, status, code, wait });
  }
}

function trouble(request) {
  const { status } = request;
  let code = '';
  try { code = JSON.parse(request.responseText).code ?? ''; } catch { /* a page, not a problem */ }
  const wait = 1000 * Number(request.getResponseHeader('Retry-After') ?? 0);
  if (status === 401 || status === 403) return new Trouble('signed-out', status, code);
  if (status === 410 || code === 'visit-closed') return new Trouble('over', status, code);
  if (status === 429 || status >= 500 || status === 408) return new Trouble('passing', status, code, wait);
  return new Trouble('refused', status, code);
}

/** @param progress is told the share sent; 1 means that the service has it and looks at it */
export function send(method, path, photo, type, csrf, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader('X-CSRF-Token', csrf);
    request.setRequestHeader('Content-Type', type?.startsWith('image/') ? type : 'application/octet-stream');
    request.upload.onprogress = event => { if (event.lengthComputable) progress(event.loaded / event.total); };
    request.upload.onload = () => progress(1);
    request.timeout = 10 * 60 * 1000;
    request.onload = () => {
      const moved = new URL(request.responseURL).pathname === '/sign-in';
      if (moved) reject(new Trouble('signed-out', 401));
      else if (request.status >= 200 && request.status < 300) resolve(request.responseText);
      else reject(trouble(request));
    };
    request.onerror = request.ontimeout = request.onabort = () => reject(new Trouble('passing'));
    request.send(photo);
  });
}
