// What Lighthouse says of the calendar, a date, signing in and one's own dates, on its phone with its slow network:
// `node lighthouse.mjs http://127.0.0.1:3000 COOKIE`, where the cookie is a volunteer's session. Medians of three.

import { chromium } from '@playwright/test';
import { BROWSER } from './support/browser.mjs';
import lighthouse from 'lighthouse';
import { createServer } from 'node:net';

const [base, cookie] = process.argv.slice(2);
const TIMES = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** Marks that the figures are read from, and how they are written. */
const MARKS = [
  ['largest-contentful-paint', (ms) => (ms / 1_000).toFixed(2)],
  ['total-blocking-time', (ms) => ms.toFixed(0)],
  ['cumulative-layout-shift', (shift) => shift.toFixed(3)],
  ['total-byte-weight', (bytes) => (bytes / 1_024).toFixed(0)],
];

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

const middle = (figures) => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];

/** What Lighthouse says when the browser did not record its visit; then it has to look again. */
const NOT_RECORDED = 'NO_NAVSTART';

/** One visit by somebody who was never here. */
async function visit(path, headers, tries = 3) {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: BROWSER,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', `--remote-debugging-port=${port}`],
  });
  const address = new URL(path, base);
  const { lhr } = await lighthouse(address.href, { port, logLevel: 'error', onlyCategories: CATEGORIES, extraHeaders: headers });
  await browser.close();
  if (lhr.runtimeError?.code === NOT_RECORDED && tries > 1) return visit(path, headers, tries - 1);
  if (lhr.runtimeError !== undefined) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  if (new URL(lhr.finalDisplayedUrl).pathname !== address.pathname) throw new Error(`${path} led to ${lhr.finalDisplayedUrl}`);
  return lhr;
}

const html = await (await fetch(base)).text();
const [, date] = html.match(/<h3 class="card-title"><a href="([^"]*)"/);
for (const [name, path, headers] of [
  ['calendar', '/', {}],
  ['a date', date, {}],
  ['signing in', '/wejscie', {}],
  ['own dates', '/moje', { Cookie: cookie }],
]) {
  const runs = [];
  for (let time = 0; time < TIMES; time += 1) runs.push(await visit(path, headers));
  // What costs points, to be read beside the table.
  for (const { id, title, score } of Object.values(runs[0].audits)) {
    const counts = CATEGORIES.some((category) => runs[0].categories[category].auditRefs.some((each) => each.id === id && each.weight > 0));
    if (counts && score !== null && score < 0.9) console.error(`${path}: ${title} (${id}: ${score})`);
  }
  const scores = CATEGORIES.map((category) => (100 * middle(runs.map((run) => run.categories[category].score))).toFixed(0));
  const marks = MARKS.map(([id, written]) => written(middle(runs.map((run) => run.audits[id].numericValue))));
  console.log(`| ${[name, ...scores, ...marks].join(' | ')} |`);
}
