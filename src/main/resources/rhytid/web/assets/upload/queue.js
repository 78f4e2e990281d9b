// Chosen photos on this device until they are sent: a reload, a dead battery or a lost network loses none.
const DAY = 24 * 3600 * 1000;

function store(mode, act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('rhytid-photos', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('photos', { keyPath: 'id', autoIncrement: true });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('photos', mode);
      const request = act(transaction.objectStore('photos'));
      transaction.oncomplete = () => { opening.result.close(); resolve(request.result); };
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

/** Gives back its number. */
export function keep(item) {
  return store('readwrite', photos => photos.add(item));
}

export function forget(id) {
  return store('readwrite', photos => photos.delete(id));
}

/** Those of a visit, first chosen first. What lies here for days, of any visit, is taken away: it is somebody's face. */
export async function kept(visit) {
  try {
    const all = await store('readonly', photos => photos.getAll());
    for (const item of all.filter(old => Date.now() - old.chosenAt > 3 * DAY)) await forget(item.id);
    return all.filter(item => item.visit === visit && Date.now() - item.chosenAt <= 3 * DAY);
  } catch {
    return [];
  }
}
