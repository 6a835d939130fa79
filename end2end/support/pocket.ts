// What a phone keeps of the program.

import { expect, type Page } from '@playwright/test';

/** Waits until the service worker answers for the page. */
export async function inPocket(page: Page): Promise<void> {
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null && navigator.serviceWorker.controller !== null);
}

/** The paths of the pages on the phone. */
export async function copies(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    if (!(await caches.has('copies'))) return [];
    return (await (await caches.open('copies')).keys()).map((request) => new URL(request.url).pathname);
  });
}

export async function kept(page: Page, path: string): Promise<void> {
  await expect.poll(() => copies(page), { timeout: 20_000 }).toContain(path);
}

/** Opens a page so that it stays on the phone. */
export async function takeAlong(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await inPocket(page);
  await page.goto(path);
  await kept(page, path);
}

/** Everything on the phone as text: caches, databases, storage. */
export async function everything(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (request.url.includes('/pkg/')) continue;
        found.push(request.url, (await (await cache.match(request))?.text()) ?? '');
      }
    }
    for (const { name } of await indexedDB.databases()) found.push(`database ${name}`);
    return found.join('\n');
  });
}

/** What a browser says of itself when there is no network. */
export const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|status of 503|ERR_CONNECTION_REFUSED|ERR_NETWORK_CHANGED/;
