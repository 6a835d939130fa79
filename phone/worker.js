// The service worker. Pages come from the network; those that the server lets this phone keep are read from the phone
// when there is no network, with their age. Files are named by their content: what is here is right for ever.
//
// `BUILD`, put before this text by the build: the addresses of this build's files, and the words of each language.

const FILES = 'files';
const COPIES = 'copies';
const NOTES = 'notes';
/** Pages kept at most; the oldest go. */
const MOST = 40;
/** Milliseconds a page that is on the phone waits for the network. */
const PATIENCE = 6000;
/** Milliseconds within which the schedule is not fetched again. */
const FRESH = 60_000;

/** Grows when another person reads: what was begun for the one before is not kept. */
let turn = 0;

async function note(name, value) {
  await (await caches.open(NOTES)).put(`/${name}`, new Response(JSON.stringify(value)));
}

async function noted(name) {
  const found = await (await caches.open(NOTES)).match(`/${name}`);
  return found?.json();
}

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(caches.open(FILES).then((files) => files.addAll(BUILD.first)));
});

addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([tidy(), clients.claim(), registration.navigationPreload?.enable()]));
});

/** The folder of a file of the site, named by what is in it. */
const FOLDER = /\/pkg\/([0-9a-f]{16})\//g;

/** Deletes what is of older builds than the one before this: pages that are open, or were kept, may be of that one. */
async function tidy() {
  const needed = new Set([...BUILD.folders, ...((await noted('folders')) ?? [])]);
  const copies = await caches.open(COPIES);
  for (const page of await copies.keys()) {
    const html = await (await copies.match(page)).text();
    if ([...html.matchAll(FOLDER)].some(([, folder]) => !needed.has(folder))) await copies.delete(page);
  }
  const files = await caches.open(FILES);
  for (const file of await files.keys()) {
    const [[, folder] = []] = file.url.matchAll(FOLDER);
    if (!needed.has(folder)) await files.delete(file);
  }
  await note('folders', BUILD.folders);
}

addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(page(event, url));
  else if (url.pathname.startsWith('/pkg/')) event.respondWith(file(event));
});

async function file(event) {
  const files = await caches.open(FILES);
  const here = await files.match(event.request.url, { ignoreVary: true });
  if (here) return here;
  const answer = await fetch(event.request);
  if (answer.status === 200) event.waitUntil(files.put(event.request.url, answer.clone()));
  return answer;
}

async function page(event, url) {
  const begun = turn;
  const asked = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request));
  const late = new Promise((give) => {
    setTimeout(async () => (await copyOf(url)) && give(null), PATIENCE);
  });
  const answer = await Promise.race([asked.catch(() => null), late]);
  if (answer && answer.status < 500) {
    event.waitUntil(arrived(url, answer.clone(), begun));
    return answer;
  }
  return (await fromPhone(url)) ?? answer ?? nothing(url);
}

/** Looks at whose page it is, and keeps it if it may be kept. `begun`: the turn in which it was asked for. */
async function arrived(url, answer, begun) {
  const reader = answer.headers.get('lacznik-reader');
  if (reader === null || begun !== turn) return;
  const now = reader === (await noted('reader')) ? begun : await forget(reader);
  if (!answer.headers.has('lacznik-keep') || !answer.ok || answer.redirected) return;
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding');
  headers.set('lacznik-saved', Date.now());
  const copy = new Response(await answer.text(), { headers });
  const copies = await caches.open(COPIES);
  if (now !== turn) return;
  await copies.put(url.pathname + url.search, copy);
  const all = await copies.keys();
  for (const old of all.slice(0, Math.max(0, all.length - MOST))) await copies.delete(old);
}

/** Fetches a page to have it here. */
async function fetched(address) {
  const begun = turn;
  const answer = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => null);
  if (answer) await arrived(new URL(address, location), answer, begun);
}

/** Nothing of whoever read before stays. */
async function forget(reader) {
  turn += 1;
  await Promise.all([caches.delete(COPIES), caches.delete(NOTES)]);
  await note('folders', BUILD.folders);
  await note('reader', reader);
  return turn;
}

/** The page without its language. */
function bare(path) {
  return path.replace(/^\/(pl|uk|en)(?=\/|$)/, '') || '/';
}

/** The copy of a page: this very one, else the same in another language or without what was asked of it. */
async function copyOf(url) {
  const copies = await caches.open(COPIES);
  const exact = await copies.match(url.pathname + url.search);
  if (exact) return { copy: exact };
  const wanted = bare(url.pathname);
  const other = (await copies.keys()).map((page) => new URL(page.url).pathname).filter((path) => bare(path) === wanted);
  return other.length > 0 ? { elsewhere: other[other.length - 1] } : undefined;
}

async function fromPhone(url) {
  const found = await copyOf(url);
  if (found?.elsewhere) return Response.redirect(found.elsewhere, 302);
  if (!found) return undefined;
  const saved = found.copy.headers.get('lacznik-saved');
  const html = (await found.copy.text()).replace('<html ', `<html data-saved="${saved}" `);
  return new Response(html, { headers: found.copy.headers });
}

/** What to say of a page that is not on the phone, and what is. */
async function nothing(url) {
  const [, prefix] = /^\/(pl|uk|en)(?=\/|$)/.exec(url.pathname) ?? [];
  const lang = prefix ?? (await noted('lang')) ?? 'pl';
  const say = BUILD.words[lang];
  const copies = await caches.open(COPIES);
  const items = [];
  for (const page of (await copies.keys()).reverse()) {
    const copy = await copies.match(page);
    const [, title = ''] = /<title>([^<]*)<\/title>/.exec(await copy.text()) ?? [];
    const path = new URL(page.url).pathname;
    items.push(`<li><a href="${path}">${title.split(' – ')[0]}</a> <small class="soft">${when(lang, Number(copy.headers.get('lacznik-saved')))}</small></li>`);
  }
  const list = items.length > 0 ? `<h2>${say.here}</h2><ul class="list">${items.join('')}</ul>` : `<p>${say['nothing-here']}</p>`;
  const html = `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="color-scheme" content="light dark">
<title>${say['no-network']} – Łącznik</title><link rel="stylesheet" href="${BUILD.first[0]}"></head>
<body><header class="top"><div class="top-in"><a class="brand" href="/">Łącznik</a></div></header>
<main class="page page-narrow prose"><h1>${say['no-network']}</h1><p class="lede">${say['not-kept']}</p>${list}
<p><a class="btn" href="">${say.again}</a></p></main></body></html>`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'",
  };
  return new Response(html, { status: 503, headers });
}

function when(lang, at) {
  return new Intl.DateTimeFormat(lang, { weekday: 'short', day: 'numeric', month: 'numeric', hour: 'numeric', minute: '2-digit' }).format(at);
}

addEventListener('message', (event) => {
  if (event.data.keep) event.waitUntil(keep(event.data));
});

/** Keeps the page that is open, if the browser did not ask for it through here, and the reader's own. */
async function keep({ keep: path, own, lang }) {
  if (path || !(await noted('reader'))) await fetched(path ?? own[0]);
  await note('lang', lang);
  const reader = await noted('reader');
  if (!reader || reader === 'staff') return;
  await take([...BUILD.main, ...BUILD.texts[lang]]);
  if (reader === 'visitor') return;
  await take(BUILD.volunteers);
  const copies = await caches.open(COPIES);
  for (const address of own) {
    const copy = await copies.match(address);
    if (!copy || Date.now() - Number(copy.headers.get('lacznik-saved')) > FRESH) await fetched(address);
  }
}

/** Files that kept pages need; most are in the browser's own cache already. */
async function take(addresses) {
  const files = await caches.open(FILES);
  for (const address of addresses) {
    if (!(await files.match(address, { ignoreVary: true }))) await files.add(address).catch(() => {});
  }
}
