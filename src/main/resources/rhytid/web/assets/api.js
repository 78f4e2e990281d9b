// What scripts send along with their requests.

/** The word that our pages' forms carry against forgery, as the cookie has it. */
export function csrf() {
  return document.cookie.match(/(?:^|; )(?:__Host-)?rhytid_csrf=([^;]*)/)?.[1] ?? '';
}
