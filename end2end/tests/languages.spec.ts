// Polish, Ukrainian and English are complete: every page in each, and the switch keeps the page.

import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { READERS } from '../support/pages.ts';
import { signInAs } from '../support/people.ts';
import { ROOT } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { keysAmong } from '../support/texts.ts';
import { hydrated } from '../support/watch.ts';

const LANGUAGES = ['pl', 'uk', 'en'];
const POLISH_ONLY = /\b(Zgłaszam się|Kalendarz|Zapisz|Szukaj|Wejdź|Przyjmij|Odmów)\b/;

/** A page as the program writes it: its language, its words and those of its main part, where its links lead. */
async function written(page: Page, path: string): Promise<{ lang: string; words: string; own: string; links: string[] }> {
  return page.evaluate(async (path) => {
    const document = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
    for (const unseen of document.querySelectorAll('script, style, template, noscript')) unseen.remove();
    const words = (part: Element | null): string => {
      const found: string[] = [];
      const texts = document.createTreeWalker(part ?? document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() !== null) found.push(texts.currentNode.textContent ?? '');
      return found.join('\n');
    };
    return {
      lang: document.documentElement.lang,
      words: words(document.body),
      own: words(document.querySelector('main')),
      links: [...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href') ?? ''),
    };
  }, path);
}

/** Links of a page that leave its language. */
function away(links: string[], language: string): string[] {
  const prefix = `/${language}`;
  return links.filter((to) => to !== prefix && !to.startsWith(`${prefix}/`) && !to.startsWith(`${prefix}?`) && !/^\/(pl|uk|en)(\/|\?|$)/.test(to));
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
        const { lang, words, own, links } = await written(page, path);
        expect(lang, path).toBe(language);
        expect.soft(keysAmong(words), path).toEqual([]);
        if (language !== 'pl') expect.soft(own.match(POLISH_ONLY)?.[0], `${path}: Polish words`).toBeUndefined();
        expect.soft(away(links, language), `${path}: links that leave the language`).toEqual([]);
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
