// Paper: every page has a file, with and without JavaScript, and prints without what can only be pressed.

import { type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { accessible } from '../support/accessible.ts';
import { DOROTA, JULIA, openCards, signInAs } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

/** Saves what the link gives, and reads it. */
async function saved(page: Page, name: string): Promise<{ file: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  const path = await download.path();
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  return { file: download.suggestedFilename(), text: execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }) };
}

for (const javaScript of [true, false]) {
  test(`a visitor saves the calendar and a poster ${javaScript ? 'with' : 'without'} JavaScript`, async ({ open }) => {
    const page = await open({ device: 'phone', javaScript });
    await page.goto('/?widok=month&dzien=2026-12-01');
    if (javaScript) await hydrated(page);
    const month = await saved(page, 'Zapisz PDF');
    expect(month.file).toBe('Kalendarz pomocy- grudzień 2026.pdf');
    expect(month.text).toContain('poniedziałek');
    await page.goto('/');
    await openCards(page).getByRole('link').first().click();
    await page.waitForURL(/\/termin\//);
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    expect((await saved(page, 'Zapisz PDF')).text.replace(/\s+/g, ' ')).toContain(title);
  });
}

test('a poster is one click from the opportunity', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await page.goto('/');
  const slot = await openCards(page).getByRole('link').first().getAttribute('href');
  await page.goto(slot ?? '');
  await page.locator('main a[href*="/oferta/"]').first().click();
  await page.waitForURL(/\/oferta\//);
  await hydrated(page);
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const poster = await saved(page, 'Plakat A3');
  expect(poster.text.replace(/\s+/g, ' ')).toContain(title);
  expect(poster.text).toContain('Zeskanuj');
});

test('a volunteer saves their schedule', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await signInAs(page, JULIA);
  await page.goto('/moje');
  await hydrated(page);
  const schedule = await saved(page, 'Zapisz PDF');
  expect(schedule.file).toBe('Moje terminy.pdf');
  expect(schedule.text).toContain(JULIA.name);
});

test('a facility saves its list of who comes', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await signInAs(page, DOROTA);
  await page.goto('/placowka');
  await hydrated(page);
  const list = await saved(page, 'Zapisz PDF');
  expect(list.file).toBe('Kto przyjdzie.pdf');
  expect(list.text).toContain('Podpis');
});

test('a facility hangs its week on the wall', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await signInAs(page, DOROTA);
  await page.goto('/placowka');
  await hydrated(page);
  const week = await saved(page, 'Tydzień placówki');
  expect(week.file).toMatch(/^Tydzień placówki- .* 2026\.pdf$/);
  expect(week.text).toContain('rano');
});

test('a day and three days have papers of their own', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await page.goto('/pl?widok=day&dzien=2026-11-28');
  await hydrated(page);
  const day = await saved(page, 'Zapisz PDF');
  expect(day.file).toBe('Kalendarz pomocy- sobota, 28 listopada 2026.pdf');
  await page.goto('/pl?widok=days3&dzien=2026-11-27');
  await hydrated(page);
  const three = await saved(page, 'Zapisz PDF');
  expect(three.file).toBe('Kalendarz pomocy- 27–29 listopada 2026.pdf');
  expect(three.text).toContain('niedz., 29 listopada');
});

test('in every language a page leads to its paper in that language, and a refused paper to its page', async ({ open, faults }) => {
  faults.allow(/status of 401.*\/moje\.pdf/);
  const page = await open({ device: 'phone' });
  for (const [language, save] of [
    ['pl', 'Zapisz PDF'],
    ['en', 'Save as PDF'],
    ['uk', 'Зберегти PDF'],
  ] as const) {
    await page.goto(`/${language}/udostepnianie`);
    await hydrated(page);
    await accessible(page);
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    const paper = await saved(page, save);
    expect(paper.text.replace(/\s+/g, ' ')).toContain(title);
    const refused = await page.goto(`/${language}/moje.pdf`);
    expect(refused?.status()).toBe(401);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await accessible(page);
    await expect(page.locator('main a')).toHaveAttribute('href', `/${language}/wejscie?powrot=/moje`);
  }
});

test('a file can be shown, to be printed', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await page.goto('/dolacz');
  await hydrated(page);
  const shown = await page.request.get((await page.getByRole('link', { name: 'Drukuj' }).getAttribute('href')) ?? '');
  expect(shown.headers()['content-type']).toBe('application/pdf');
  expect(shown.headers()['content-disposition']).toMatch(/^inline/);
});

test('pages print in black on white without controls, also from a dark screen', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of ['/', '/?widok=month', '/?widok=week', '/?widok=day', '/?widok=days3', '/udostepnianie', '/o-programie', '/dolacz', '/mapa', '/jak-pomagac', '/deklaracja-dostepnosci']) {
    await page.goto(path);
    await hydrated(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(page.locator('.page-address')).toBeVisible();
    await expect(page.locator('.page-address')).toContainText('http://127.0.0.1');
    for (const control of ['.top-nav', '.filters', '.cal-move', '.paper', '.subscribe', '.btn']) {
      await expect(page.locator(control).filter({ visible: true })).toHaveCount(0);
    }
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  }
});
