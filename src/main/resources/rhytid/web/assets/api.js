// Calls of the interface for programs, as the person who is signed in.

/** What the service said against a request: its code, and how long to wait before asking again. */
export class Refused extends Error {
  constructor(status, problem, retryAfter) {
    super(problem.detail ?? '');
    this.status = status;
    this.code = problem.code ?? '';
    this.retryAfter = retryAfter;
  }
}

/** The cookie that our pages read against forgery. */
export function csrf() {
  return document.cookie.match(/(?:^|; )rhytid_csrf=([^;]*)/)?.[1] ?? '';
}

/** Sends a request; gives back the answer's JSON, null for none. Throws Refused, or TypeError without a connection. */
export async function call(method, path, body) {
  const headers = { 'X-CSRF-Token': csrf(), Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch('/api/v1' + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await response.text();
  const json = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Refused(response.status, json ?? {}, Number(response.headers.get('Retry-After') ?? 0));
  return json;
}
