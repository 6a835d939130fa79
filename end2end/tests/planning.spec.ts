// The week of those who plan: dates drawn and moved with a mouse, moved in a dialog by keyboard, and a week copied to
// another.

import { type Locator, type Page } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { ANNA, claimState, DOROTA, JULIA, openCards, searching, signInAs } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

const WEEK = '/koordynacja/tydzien?dzien=2026-12-07';

async function planning(page: Page, path = WEEK): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

/** The first quarter of an hour on a day of the week, counted from 0, at the edge that dates leave free. */
async function spot(page: Page, day: number, hour: number): Promise<{ x: number; y: number }> {
  const column = await page.locator('.wg-col').nth(day).boundingBox();
  const row = await page.locator(`.wg-hours .fh-${hour}`).boundingBox();
  if (column === null || row === null) throw new Error('no such place');
  return { x: column.x + column.width - 2, y: row.y + 4 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
}

/** A date that the reader may move, with the place where a mouse takes it. */
async function movable(page: Page): Promise<{ id: string; row: Locator; at: { x: number; y: number } }> {
  for (const row of await page.locator('.list > li', { has: page.getByRole('link', { name: /^Przenieś…/ }) }).all()) {
    const path = await row.getByRole('link', { name: /^Przenieś…/ }).getAttribute('href');
    const id = path?.split('/').at(-2) ?? '';
    const box = await page.locator(`.wg-event[href$="${id}"]`).boundingBox();
    if (box !== null) return { id, row, at: { x: box.x + 10, y: box.y + 4 } };
  }
  throw new Error('no date');
}

/** The first week from that of the demonstration on that shows this. */
async function firstWeek(page: Page, path: string, what: Locator): Promise<string> {
  for (const day of ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21']) {
    await planning(page, `${path}?dzien=${day}`);
    if ((await what.count()) > 0) return `${path}?dzien=${day}`;
  }
  throw new Error('in none of them');
}

test('a date is drawn and saved', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await page.setViewportSize({ width: 1280, height: 1700 });
  await signInAs(page, ANNA);
  await page.goto('/koordynacja/oferty');
  await page.getByRole('link', { name: 'Plan tygodnia' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan tygodnia');
  await planning(page);
  await drag(page, await spot(page, 6, 15), await spot(page, 6, 17));
  await expect(page.locator('.planning-said')).toHaveText('niedz., 13 grudnia, 15:00–17:15');
  await expect(page.locator('.wg-col').nth(6).locator('.planning-shade > li')).toHaveAttribute('data-time', '15:00–17:15');
  await page.screenshot({ path: 'test-results/planning-drag.png' });
  await page.mouse.up();
  await expect(page.locator('.planning-shade')).toHaveCount(0);
  const panel = page.locator('.planning-new');
  await expect(panel.getByRole('heading')).toBeFocused();
  await expect(panel.getByRole('heading')).toHaveText('Nowy termin: niedz., 13 grudnia, 15:00–17:15');
  await accessible(page);
  await panel.getByRole('listitem').getByRole('link').first().click();
  await page.waitForURL(/\/oferty\/[0-9a-f-]+\/terminy\?/);
  await expect(page.locator('#f-day')).toHaveValue('2026-12-13');
  await expect(page.locator('#f-starts')).toHaveValue('15:00');
  await expect(page.locator('#f-ends')).toHaveValue('17:15');
  await page.getByRole('button', { name: 'Dodaj 1 termin' }).click();
  await page.waitForURL(/\/koordynacja\/oferty\/[0-9a-f-]{36}$/);
  await planning(page);
  await expect(page.locator('.wg-col').nth(6).locator('.wg-event time', { hasText: '15:00–17:15' })).toBeVisible();
});

test('a date is moved with a mouse, and people are asked again', async ({ open }) => {
  const julia = await open({ device: 'phone' });
  await signInAs(julia, JULIA);
  await julia.goto(`${searching('Plakaty i grafiki')}&dzien=2026-12-07`);
  await hydrated(julia);
  await openCards(julia).getByRole('link').first().tap();
  await julia.getByRole('button', { name: 'Zgłaszam się' }).tap();
  await expect(claimState(julia)).toContainText(/potwierdzon/i);
  const id = julia.url().split('/').at(-1)?.split('?')[0] ?? '';

  const page = await open({ device: 'desktop' });
  await page.setViewportSize({ width: 1280, height: 1700 });
  await signInAs(page, ANNA);
  const date = page.locator(`.wg-event[href$="${id}"]`);
  const week = await firstWeek(page, '/koordynacja/tydzien', date);
  const box = await date.boundingBox();
  if (box === null) throw new Error('no date');
  const to = await spot(page, 6, 12);
  await drag(page, { x: box.x + 10, y: box.y + 4 }, to);
  await page.mouse.up();
  await page.waitForURL(new RegExp(`/koordynacja/termin/${id}/zmiana\\?`));
  await expect(page.locator('#f-starts')).toHaveValue('12:00');
  await expect(page.locator('.planner')).toContainText('Julia Wrona');
  await accessible(page);
  const back = page.url();
  // Nothing has moved so far.
  await planning(page, week);
  await expect(page.locator('.wg-col').nth(6).locator(`a[href$="${id}"]`)).toHaveCount(0);
  await page.goto(back);
  await hydrated(page);
  await page.getByRole('button', { name: /^Zapisz/ }).click();
  await page.waitForURL(/#historia$/);
  await planning(page, week);
  await expect(page.locator('.wg-col').nth(6).locator(`a[href$="${id}"]`)).toBeVisible();
  await julia.goto('/moje');
  await expect(julia.locator('main')).toContainText('12:00');
});

test('a click is a click, and a dialog moves a date by keyboard', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await signInAs(page, ANNA);
  await planning(page);
  await page.locator('.wg-event').first().click();
  await page.waitForURL(/\/koordynacja\/termin\/[0-9a-f-]+$/);
  await planning(page);
  for (const day of await page.locator('details.fold').all()) await day.locator('summary').press('Enter');
  const { id, row } = await movable(page);
  const opener = row.getByRole('link', { name: /^Przenieś…/ });
  await opener.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Przenieś termin' });
  await expect(dialog).toBeVisible();
  await accessible(page);
  await page.screenshot({ path: 'test-results/planning-dialog.png' });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.press('Enter');
  await expect(dialog.getByLabel('Dzień')).toBeFocused();
  await dialog.getByLabel('Dzień').fill('2026-12-13');
  await dialog.getByLabel('Od godziny').fill('09:00');
  await dialog.getByLabel('Do godziny').fill('11:30');
  await dialog.getByLabel('Do godziny').press('Enter');
  await page.waitForURL(new RegExp(`/termin/${id}/zmiana\\?`));
  await hydrated(page);
  await expect(page.locator('#f-day')).toHaveValue('2026-12-13');
  await expect(page.locator('.planner')).toContainText('niedz., 13 grudnia, 9:00–11:30');
  await page.getByRole('button', { name: /^Zapisz/ }).press('Enter');
  await page.waitForURL(/#historia$/);
  await planning(page);
  await expect(page.locator('.wg-col').nth(6).locator(`a[href$="${id}"]`)).toHaveCount(1);
});

for (const javaScript of [true, false]) {
  test(`a week is copied once${javaScript ? '' : ' without JavaScript'}`, async ({ open }) => {
    const page = await open({ device: 'desktop', javaScript });
    const ready = async (): Promise<void> => (javaScript ? hydrated(page) : undefined);
    await signInAs(page, ANNA);
    await page.goto(WEEK);
    await ready();
    const copied = await page.locator('details.fold li').count();
    await page.getByLabel('Na tydzień od dnia').fill('2027-01-19');
    await page.getByRole('button', { name: 'Zobacz, co powstanie' }).click();
    await page.waitForURL(/kopia=2027-01-19/);
    await ready();
    const preview = page.getByRole('region', { name: /^Tydzień od pon\., 18 stycznia/ });
    await expect(preview.locator('li')).toHaveCount(copied);
    if (javaScript) await accessible(page);
    const act = preview.getByRole('button', { name: /^Dodaj \d+ termin/ });
    const count = Number(/\d+/.exec((await act.textContent()) ?? '')?.[0]);
    expect(count).toBeGreaterThan(0);
    await act.click();
    await page.waitForURL(/tydzien\?dzien=2027-01-18/);
    await expect(page.locator('.wg-event, .wg-more').first()).toBeVisible();
    // The same claims nothing: nobody was put down.
    await expect(page.locator('details.fold li').first()).toContainText('0 z');
    await page.goto(`${WEEK}&kopia=2027-01-18`);
    await expect(page.locator('main')).toContainText('Nie ma czego dodać.');
  });
}

test('a night is planned by a form, stands on both its days, and is moved by its morning', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await page.setViewportSize({ width: 1280, height: 1900 });
  await signInAs(page, ANNA);
  await planning(page, '/koordynacja/tydzien?dzien=2027-02-01');
  await drag(page, await spot(page, 1, 21), await spot(page, 1, 22));
  await page.mouse.up();
  await page.locator('.planning-new').getByRole('listitem').getByRole('link').first().click();
  await page.waitForURL(/\/terminy\?/);
  await hydrated(page);
  const ends = page.getByLabel('Do godziny');
  await expect(ends).toHaveAccessibleDescription(/oznacza następny dzień/);
  await ends.fill('12:00');
  await page.getByRole('button', { name: 'Zobacz terminy' }).click();
  await expect(ends).toHaveAccessibleDescription(/trwa najwyżej 12 godzin/);
  await ends.fill('02:00');
  await page.getByRole('button', { name: 'Zobacz terminy' }).click();
  await expect(page.locator('main')).toContainText('wt., 2 lutego, 21:00 – śr. 2:00');
  await accessible(page);
  await page.getByRole('button', { name: 'Dodaj 1 termin' }).click();
  await page.waitForURL(/\/koordynacja\/oferty\/[0-9a-f-]{36}$/);

  await planning(page, '/koordynacja/tydzien?dzien=2027-02-01');
  const night = (day: number): Locator => page.locator('.wg-col').nth(day).locator('.wg-event', { hasText: '21:00–2:00' });
  await expect(night(1)).toHaveCount(1);
  const box = await night(2).boundingBox();
  if (box === null) throw new Error('no morning');
  // An hour later and two days on, taken where it ends.
  await drag(page, { x: box.x + 10, y: box.y + 4 }, await spot(page, 4, 1));
  await expect(page.locator('.planning-said')).toHaveText('czw., 4 lutego, 22:00 – pt. 3:00');
  await expect(page.locator('.planning-shade')).toHaveCount(2);
  await page.screenshot({ path: 'test-results/planning-night.png' });
  await page.mouse.up();
  await page.waitForURL(/\/zmiana\?/);
  await expect(page.locator('#f-day')).toHaveValue('2027-02-04');
  await expect(page.locator('#f-ends')).toHaveValue('03:00');
  await hydrated(page);
  await page.getByRole('button', { name: /^Zapisz/ }).click();
  await page.waitForURL(/#historia$/);
  await page.screenshot({ path: 'test-results/planning-night-history.png', fullPage: true });
  await planning(page, '/koordynacja/tydzien?dzien=2027-02-01&kopia=2027-02-08');
  await expect(page.locator('#kopia')).toContainText('czw., 11 lutego, 22:00 – pt. 3:00');
  await expect(page.locator('#kopia')).toContainText('powstanie');
});

test('without JavaScript a link leads to the whole form', async ({ open }) => {
  const page = await open({ device: 'phone', javaScript: false });
  await signInAs(page, ANNA);
  await page.goto(WEEK);
  // The day that was asked for is open.
  await page.getByRole('link', { name: /^Przenieś…/ }).first().tap();
  await page.waitForURL(/\/zmiana$/);
  await expect(page.locator('#f-day')).toHaveValue(/2026-12-/);
});

test('public holidays are left out and said', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await signInAs(page, ANNA);
  await planning(page, `${WEEK}&kopia=2026-12-21`);
  await expect(page.locator('#kopia')).toContainText('pominięty: Wigilia');
  await accessible(page);
});

test('hosts plan their own, and who does not plan sees nothing of it', async ({ open, faults }) => {
  faults.allow(/status of 403/);
  const host = await open({ device: 'desktop' });
  await signInAs(host, DOROTA);
  await host.goto('/placowka');
  await host.getByRole('link', { name: 'Plan tygodnia' }).click();
  await host.waitForURL(/\/placowka\/tydzien/);
  await firstWeek(host, '/placowka/tydzien', host.locator('.wg-event'));
  // What everyone sees is moved by a coordinator.
  await expect(host.getByRole('link', { name: /^Przenieś…/ })).toHaveCount(0);
  await accessible(host);
  const phone = await open({ device: 'phone' });
  await signInAs(phone, JULIA);
  expect((await phone.goto('/koordynacja/tydzien'))?.status()).toBe(403);
});

test('a year at a glance: every month a table, every day in words, and the way to its dates', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await signInAs(page, ANNA);
  await planning(page);
  await page.getByRole('link', { name: 'Rok w skrócie' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rok 2026');
  await expect(page.getByRole('table')).toHaveCount(12);
  const december = page.getByRole('table', { name: 'grudzień 2026' });
  await expect(december.getByRole('columnheader').first()).toHaveText(/poniedziałek/);
  await expect(december.getByRole('cell', { name: /^25\s*, Boże Narodzenie/ })).toHaveCount(1);
  await expect(page.getByRole('table', { name: 'luty 2026' })).toContainText('ferie zimowe');
  // Colour never speaks alone: each day says how well it is covered, and looks it in another way too.
  const days = december.getByRole('link');
  for (const day of await days.all()) await expect(day).toHaveAccessibleName(/grudnia 2026, .*termin.*(wszyscy są|brakuje)/);
  const looks = await page.evaluate(() => ['full', 'most', 'few'].map((cover) => {
    const style = getComputedStyle(document.querySelector(`.year-mark.${cover}`) as Element);
    return `${style.borderTopStyle} ${style.backgroundImage === 'none'}`;
  }));
  expect(new Set(looks).size).toBe(3);
  await accessible(page);
  const words = (await days.first().getAttribute('aria-label')) ?? '';
  await days.first().click();
  await page.waitForURL(/\/koordynacja\/tydzien\?dzien=2026-12-/);
  await expect(page.locator('details.fold[open]')).toHaveCount(1);
  await expect(page.locator('details.fold[open] h3')).toHaveText(words.split(', ').slice(0, 2).join(', '));
  await planning(page, '/koordynacja/rok?rok=2026');
  await page.getByRole('link', { name: 'Rok 2027' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rok 2027');
  await planning(page, '/koordynacja/rok?rok=2029');
  await expect(page.locator('main')).toContainText('W tym roku nie ma żadnych terminów');
  await accessible(page);
});

test('the year without JavaScript on a phone', async ({ open }) => {
  const page = await open({ device: 'phone', javaScript: false });
  await signInAs(page, ANNA);
  await page.goto('/koordynacja/rok?rok=2026');
  await page.getByRole('table', { name: 'grudzień 2026' }).getByRole('link').first().tap();
  await page.waitForURL(/\/koordynacja\/tydzien\?dzien=2026-12-/);
  await expect(page.locator('details.fold[open]')).toHaveCount(1);
});
