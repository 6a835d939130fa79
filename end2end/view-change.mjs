// How long the calendar takes from a click to the picture of another view, on a processor four times as slow:
// `node view-change.mjs http://127.0.0.1:3000 [YYYY-MM-DD]`. What the server needs for the answer is in it.

import { chromium } from '@playwright/test';
import { BROWSER } from './support/browser.mjs';

const [base, day] = process.argv.slice(2);
const SLOWER = 4;
const TURNS = 8;
const browser = await chromium.launch({
  executablePath: BROWSER,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});

/** From the click on a link to the picture after the heading has changed, and how much of it was waiting for the answer, ms. */
const follow = (page, selector) =>
  page.evaluate(
    (wanted) =>
      new Promise((done) => {
        performance.clearResourceTimings();
        const heading = () => document.querySelector('.cal-range').textContent + document.querySelector('.spans [aria-current]').textContent;
        const before = heading();
        const began = performance.now();
        const look = new MutationObserver(() => {
          if (heading() === before) return;
          look.disconnect();
          // The picture is drawn after the next frame's callbacks.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              const answer = performance.getEntriesByType('resource').find((entry) => entry.name.includes('/api/browse'));
              done([performance.now() - began, answer === undefined ? 0 : answer.responseEnd - answer.startTime]);
            };
            port2.postMessage(null);
          });
        });
        look.observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true, attributes: true });
        document.querySelector(wanted).click();
      }),
    selector,
  );

const middle = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

for (const [device, viewport] of [['phone', { width: 390, height: 844 }], ['desk', { width: 1280, height: 800 }]]) {
  const context = await browser.newContext({ viewport, locale: 'pl-PL' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, ...rest) {
      if (type === 'popstate' && this === window) setTimeout(() => { window.hydrated = true; }, 0);
      return listen.call(this, type, ...rest);
    };
  });
  for (const view of ['agenda', 'day', 'days3', 'week', 'month']) {
    await page.goto(`${base}/?widok=${view}${day === undefined ? '' : `&dzien=${day}`}`);
    await page.waitForFunction(() => window.hydrated === true);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const times = [];
    // There and back: each view is reached from the same days.
    for (let turn = 0; turn < TURNS; turn += 1) {
      times.push(await follow(page, `.cal-move a:nth-child(${turn % 2 === 0 ? 3 : 1})`));
      await page.waitForTimeout(100);
    }
    await cdp.detach();
    const whole = times.map(([time]) => time);
    const slots = await page.locator('article.slot, .wg-event, .month-event').count();
    console.log(`| ${device}, ${view} | ${slots} | ${middle(whole).toFixed(0)} | ${Math.max(...whole).toFixed(0)} | ${middle(times.map(([, answer]) => answer)).toFixed(0)} |`);
  }
  await context.close();
}
await browser.close();
