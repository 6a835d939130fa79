// Polish, Ukrainian and English are complete: every page in each, and the switch keeps the page.

import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { READERS } from '../support/pages.ts';
import { signInAs } from '../support/people.ts';
import { ROOT } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { missingTexts } from '../support/texts.ts';
import { hydrated } from '../support/watch.ts';

const LANGUAGES = ['pl', 'uk', 'en'];
const POLISH_ONLY = /\b(Zgłaszam się|Kalendarz|Zapisz|Szukaj|Wejdź|Przyjmij|Odmów)\b/;

/** Links of the page that leave its language. */
async function away(page: Page, language: string): Promise<string[]> {
  return page.locator('a[href^="/"]').evaluateAll(
    (links, prefix) =>
      links
        .map((link) => link.getAttribute('href') ?? '')
        .filter((to) => to !== prefix && !to.startsWith(`${prefix}/`) && !to.startsWith(`${prefix}?`) && !/^\/(pl|uk|en)(\/|\?|$)/.test(to)),
    `/${language}`,
  );
}

/** The addresses of the program's pages, as patterns. */
function routes(): RegExp[] {
  const source = readFileSync(join(ROOT, 'app', 'src', 'root.rs'), 'utf8');
  const paths = [...source.matchAll(/<Route path=at\(path!\("([^"]*)"\)\)/g)].map(([, path]) => path ?? '');
  return paths.map((path) => new RegExp(`^/${path.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`));
}

// A page is as the program writes it: what a browser makes of it is looked at elsewhere.
test('every page in every language', async ({ open, faults }) => {
  test.setTimeout(300_000);
  faults.allow(/status of 40[134]/);
  const seen: string[] = [];
  for (const { reader, stops } of READERS) {
    const page = await open({ device: 'desktop', javaScript: false });
    if (reader !== null) await signInAs(page, reader);
    for (const stop of stops) {
      await stop.go(page);
      const { pathname, search } = new URL(page.url());
      seen.push(pathname);
      for (const language of LANGUAGES) {
        const path = `/${language}${pathname === '/' ? '' : pathname}${search}`;
        await page.goto(path);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect.soft(await missingTexts(page), path).toEqual([]);
        const own = await page.locator('main').innerText();
        if (language !== 'pl') expect.soft(own.match(POLISH_ONLY)?.[0], `${path}: Polish words`).toBeUndefined();
        expect.soft(await away(page, language), `${path}: links that leave the language`).toEqual([]);
      }
    }
    await page.context().close();
  }
  const missing = routes().filter((route) => !seen.some((path) => route.test(path)));
  expect(missing.map(String), 'pages that nobody opened').toEqual([]);
  expect(routes().length).toBeGreaterThan(25);
});

test('the switch of languages keeps the page and its filters', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await page.goto('/pl?widok=month&dzien=2026-12-01');
  await hydrated(page);
  await page.locator('summary', { hasText: 'Język' }).click();
  await page.getByRole('link', { name: 'Українська' }).click();
  await page.waitForURL(/\/uk\?.*widok=month/);
  expect(new URL(page.url()).searchParams.get('dzien')).toBe('2026-12-01');
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
  await page.locator('summary').filter({ has: page.locator('.icon') }).first().click();
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL(/\/en\?.*widok=month/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
