// Checking in at a place. `page.js` loads it where it is needed.
//
// `SAY` and `queue.js`, put before this text by the build: the words of the page's language, and what waits.

/** What a page does with `lang`, the word `tell`, and whether it is `without` a network. */
export function checking({ lang, tell, without }) {
  const clock = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit' });

  /** Notes what was said, and sends it as soon as that is possible. */
  async function say(form) {
    const given = (name) => form.elements[`form[${name}]`]?.value ?? '';
    const [, , scanned = ''] = PLACE.exec(location.pathname) ?? [];
    const number = given('number') || new URLSearchParams(location.search).get('numer') || '';
    const at = String(Math.floor(Date.now() / 1000));
    await later({ claim_id: given('claim_id'), tap: given('tap'), place: given('place') || scanned, number, at, id: crypto.randomUUID() });
    await deliver();
  }

  /** Sends what waits, says what was not taken, and shows what still waits. */
  async function deliver() {
    for (const { status } of await send().catch(() => [])) {
      // The number is all that somebody types.
      if (status >= 400) tell(status === 422 ? SAY['tap-number-wrong'] : SAY['tap-refused']);
    }
    const waits = await waiting();
    for (const date of document.querySelectorAll('[data-date]')) show(date, waits.map(({ form }) => form));
    if (waits.length > 0) navigator.serviceWorker?.ready.then(({ sync }) => sync?.register('taps')).catch(() => {});
  }

  /** What waits, at its date; and what can be said now, where the server could not say it. */
  function show(date, waits) {
    const now = Date.now() / 1000;
    const mine = waits.filter(({ claim_id: claim }) => claim === date.dataset.date);
    const line = date.querySelector('[data-waits]');
    const words = mine.map(({ tap, at }) => SAY[`tap-${tap}`].replace('{time}', clock.format(Number(at) * 1000)));
    line.hidden = mine.length === 0;
    line.textContent = words.concat(SAY['tap-waits']).join(' ');
    if (mine.length === 0 && !without()) return;
    const parts = [...date.querySelectorAll('[data-tap]')];
    const next = parts.find(({ dataset }) => dataset.said === undefined && !mine.some(({ tap }) => tap === dataset.tap));
    for (const part of parts) {
      const open = Number(part.dataset.from) <= now && now <= Number(part.dataset.until);
      part.hidden = !(part === next && open && PLACE.test(location.pathname));
    }
  }

  return { say, deliver };
}
