// What a browser that was never here fetches for a page: `node first-load.mjs http://127.0.0.1:3000`.

import { chromium } from '@playwright/test';
import { BROWSER } from './support/browser.mjs';

const base = process.argv[2];
const browser = await chromium.launch({
  executablePath: BROWSER,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
for (const [name, path] of [['agenda', '/'], ['what the programme is', '/o-programie']]) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'pl-PL' });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  let requests = 0;
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    requests += 1;
    bytes += encodedDataLength;
  });
  await page.goto(base + path, { waitUntil: 'load' });
  await page.waitForTimeout(2_000);
  const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
  console.log(`| ${name} | ${requests} | ${(bytes / 1024).toFixed(0)} | ${painted.toFixed(0)} |`);
  await context.close();
}
await browser.close();
