// Runs in every page once it has loaded: lets the phone keep pages, and says when there is no network.
//
// `SAY`, put before this text by the build: the words of the page's language.

const root = document.documentElement;
const lang = root.lang || 'pl';
const [prefix] = /^\/(pl|uk|en)(?=\/|$)/.exec(location.pathname) ?? [''];
/** Pages that volunteers have on the phone before they ask for them. */
const OWN = ['/moje'].map((path) => prefix + path);
/** Pages that are worth a second look at the server when the program shows them without loading them. */
const KEPT = /^(\/(pl|uk|en))?\/(termin|oferta)\//;
const phone = navigator.serviceWorker;

const without = () => root.dataset.saved !== undefined || !navigator.onLine;

/** Asks the service worker to keep a page, and the reader's own. */
async function keep(path) {
  if (phone === undefined || without()) return;
  const { active } = await phone.ready;
  active?.postMessage({ keep: path, own: OWN, lang });
}

// A page that came before there was a service worker has not passed through it.
const passed = performance.getEntriesByType('navigation')[0]?.workerStart > 0;
phone?.register('/sw.js').then(() => keep(passed ? null : location.pathname), () => {});

const push = history.pushState;
history.pushState = function pushState(...rest) {
  push.apply(this, rest);
  const path = location.pathname;
  if (KEPT.test(path)) setTimeout(() => location.pathname === path && keep(path), 1500);
};
document.addEventListener('visibilitychange', () => document.hidden && keep(null));

// ---- without a network ----

/** The line on top that says how old the page is, or only that there is no network. */
function banner() {
  let line = document.querySelector('.phone-line');
  if (line === null) {
    line = document.createElement('p');
    line.className = 'phone-line';
    line.id = 'phone-line';
    line.setAttribute('role', 'status');
    document.body.append(line);
  }
  const why = navigator.onLine ? SAY['no-answer'] : SAY.offline;
  line.textContent = without() ? [age(), why, SAY['buttons-wait']].filter(Boolean).join(' ') : '';
  root.toggleAttribute('data-without', without());
  for (const button of document.querySelectorAll('form[method=post] button:not([type=button])')) {
    if (without()) {
      button.setAttribute('aria-disabled', 'true');
      button.setAttribute('aria-describedby', line.id);
    } else if (button.getAttribute('aria-describedby') === line.id) {
      button.removeAttribute('aria-disabled');
      button.removeAttribute('aria-describedby');
    }
  }
}

/** When the page was kept: „Zapisane dziś o 14:20." */
function age() {
  const at = Number(root.dataset.saved);
  if (!at) return '';
  const time = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit' }).format(at);
  const day = new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long' });
  const today = day.format(at) === day.format(Date.now());
  return (today ? SAY['saved-today'] : SAY.saved).replace('{time}', time).replace('{day}', day.format(at));
}

/** The reader goes to another page. */
let going = false;

/** A moment's word at the bottom. */
function tell(text) {
  const toasts = document.createElement('div');
  toasts.className = 'toasts';
  toasts.innerHTML = '<div class="toast" role="alert"><p></p></div>';
  toasts.querySelector('p').textContent = text;
  document.body.append(toasts);
  setTimeout(() => toasts.remove(), 6000);
}

function typed() {
  return [...document.querySelectorAll('input, textarea')].some((field) => field.type !== 'hidden' && field.value !== field.defaultValue);
}

addEventListener('offline', banner);
addEventListener('online', () => {
  banner();
  // An old page is read again once the network has stayed for a moment, unless somebody types in it or goes elsewhere.
  setTimeout(() => {
    if (root.dataset.saved !== undefined && navigator.onLine && !typed() && !going) location.reload();
  }, 1000);
});
addEventListener('beforeunload', () => {
  going = true;
});
addEventListener('pageshow', () => {
  going = false;
});
if (without()) banner();

/** Everything of this person that is on the phone. */
async function wipe() {
  localStorage.clear();
  sessionStorage.clear();
  await Promise.all([caches.delete('copies'), caches.delete('notes')]);
}

const leaves = (form) => /\/api\/sign_out/.test(form.getAttribute('action') ?? '');

addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (leaves(form)) wipe();
    if (!without() || form.method !== 'post') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell(leaves(form) ? SAY['wiped-only'] : SAY['not-now']);
  },
  true,
);

// ---- another build of the program ----

let wanted;
let leaving = false;

addEventListener(
  'click',
  (event) => {
    const link = event.target.closest?.('a[href]');
    if (link === null || link === undefined || link.origin !== location.origin) return;
    wanted = { href: link.href, at: Date.now() };
    // Without a network the program could not read the next page, but the phone may have it.
    if (without() && !link.getAttribute('href').startsWith('#')) event.stopImmediatePropagation();
  },
  true,
);

/** A file of an older build is gone: loads the page anew, or the one that was asked for. Not again and again. */
function afresh() {
  if (leaving) return true;
  const last = Number(sessionStorage.getItem('afresh'));
  if (Date.now() - last < 30_000) return false;
  sessionStorage.setItem('afresh', Date.now());
  leaving = true;
  if (wanted !== undefined && Date.now() - wanted.at < 20_000) location.assign(wanted.href);
  else location.reload();
  return true;
}

const fetches = window.fetch;
window.fetch = async (...asked) => {
  const answer = await fetches(...asked);
  const gone = answer.status === 404 && new URL(answer.url).pathname.startsWith('/pkg/');
  // Whoever waits for the file goes with the page.
  return gone && afresh() ? new Promise(() => {}) : answer;
};
