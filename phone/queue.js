// What a volunteer said at a place waits on the phone until it is sent: in order, each once. Of pages and of the
// service worker.

/** The page behind the code of a place: without the key, and the key. */
const PLACE = /^((?:\/(?:pl|uk|en))?\/obecnosc)\/([^/]+)$/;
/** Seconds within which what was said is said now. */
const NOW = 30;

/** Does something with what waits. */
async function taps(mode, act) {
  const store = await new Promise((give, fail) => {
    const opening = indexedDB.open('lacznik', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('taps', { keyPath: 'turn', autoIncrement: true });
    opening.onsuccess = () => give(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  try {
    return await new Promise((give, fail) => {
      const doing = act(store.transaction('taps', mode).objectStore('taps'));
      doing.onsuccess = () => give(doing.result);
      doing.onerror = () => fail(doing.error);
    });
  } finally {
    store.close();
  }
}

async function waiting() {
  const known = await indexedDB.databases?.();
  if (known && !known.some(({ name }) => name === 'lacznik')) return [];
  return taps('readonly', (store) => store.getAll());
}

const later = (form) => taps('readwrite', (store) => store.add({ form }));

function forgetTaps() {
  return new Promise((done) => {
    const going = indexedDB.deleteDatabase('lacznik');
    going.onsuccess = done;
    going.onerror = done;
    going.onblocked = done;
  });
}

/** Sends what waits, one after the other and only one sender at a time; what was answered. What was not stays. */
function send() {
  return navigator.locks.request('taps', async () => {
    const answers = [];
    for (const { turn, form } of await waiting()) {
      const at = Date.now() / 1000 - Number(form.at) < NOW ? '' : form.at;
      const body = new URLSearchParams(Object.entries({ ...form, at }).map(([name, value]) => [`form[${name}]`, value]));
      const answer = await fetch('/api/check_in', { method: 'POST', headers: { accept: 'application/json' }, body }).catch(() => null);
      if (answer === null || answer.status >= 500 || answer.status === 429 || answer.status === 401) break;
      await taps('readwrite', (store) => store.delete(turn));
      answers.push({ form, status: answer.status });
    }
    return answers;
  });
}

