// Polish, Ukrainian and English are complete: every page in each, and the switch keeps the page.

import { ANNA, DOROTA, JULIA, signInAs } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';
import { missingTexts } from '../support/texts.ts';

const PATHS: { reader: { name: string } | null; paths: string[] }[] = [
  { reader: null, paths: ['', '?widok=day', '?widok=days3', '?widok=week', '?widok=month', '?wiek=16&zdalnie=tak&stale=nie&pora=evening&dzientyg=1&szukaj=koty', '/o-programie', '/dolacz', '/wejscie'] },
  { reader: JULIA, paths: ['', '?kolejnosc=dla-mnie', '/moje', '/profil'] },
  { reader: ANNA, paths: ['/koordynacja', '/koordynacja/oferty', '/koordynacja/oferty/nowa', '/koordynacja/ludzie', '/koordynacja/zasady', '/koordynacja/oferty?stan=waiting', '/demo/poczta'] },
  { reader: DOROTA, paths: ['/placowka', '/placowka/oferty', '/placowka/oferty/nowa'] },
];
const POLISH_ONLY = /\b(Zgłaszam się|Kalendarz|Zapisz|Szukaj|Wejdź|Przyjmij|Odmów)\b/;

for (const language of ['pl', 'uk', 'en'] as const) {
  test(`every page in ${language}`, async ({ open }) => {
    test.setTimeout(300_000);
    for (const { reader, paths } of PATHS) {
      const page = await open({ device: 'desktop' });
      if (reader !== null) await signInAs(page, reader);
      for (const path of paths) {
        await page.goto(`/${language}${path}`);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect.soft(await missingTexts(page), `${language}${path}`).toEqual([]);
        const own = await page.locator('main').innerText();
        if (language !== 'pl') expect.soft(own.match(POLISH_ONLY)?.[0], `${language}${path}: Polish words`).toBeUndefined();
        const away = await page.locator('a[href^="/"]').evaluateAll(
          (links, prefix) =>
            links
              .map((link) => link.getAttribute('href') ?? '')
              .filter((to) => to !== prefix && !to.startsWith(`${prefix}/`) && !to.startsWith(`${prefix}?`) && !/^\/(pl|uk|en)(\/|\?|$)/.test(to)),
          `/${language}`,
        );
        expect.soft(away, `${language}${path}: links that leave the language`).toEqual([]);
      }
      await page.context().close();
    }
  });
}

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
