// The demonstration's personas, and what everybody does: sign in, find a slot, claim it.

import { expect, type Locator, type Page } from '@playwright/test';
import { hydrated } from './watch.ts';

export const JULIA = { name: 'Julia Wrona', email: 'julia@example.org' };
export const PIOTR = { name: 'Piotr Stępień', email: 'piotr@example.org' };
export const OLENA = { name: 'Ołena Tkaczuk', email: 'olena@example.org' };
export const BARTEK = { name: 'Bartek Jeż', email: 'bartek@example.org' };
export const APPLICANT = { name: 'Łucja Kwiatek', email: 'nowa@example.org' };
export const ANNA = { name: 'Anna Zawadzka', email: 'koordynator@example.org' };
export const MAREK = { name: 'Marek Olszewski', email: 'koordynator2@example.org' };
export const RAFAL = { name: 'Rafał Kos', email: 'admin@example.org' };
export const TOMASZ = { name: 'Tomasz Gołąb', email: 'partner@example.org' };
export const DOROTA = { name: 'Dorota Sikora', email: 'kierownik@example.org' };

/** Series of the demonstration with standing places, on Saturdays and twice a week, and a task without an hour. */
export const SERIES = 'Sobotnie zakupy po sąsiedzku';
export const OFTEN = 'Telefon bez tajemnic: pomoc dla seniorów';
export const TASK = 'Kartki świąteczne dla samotnych seniorów';

/** Opportunities of the demonstration: by approval, and at once. */
export const BY_APPROVAL = 'Malujemy pokój przed zimą';
export const AT_ONCE = 'Plakaty i grafiki na spotkania';

/** Signs in with one touch, as the demonstration offers. */
export async function signInAs(page: Page, who: { name: string }): Promise<void> {
  await page.goto('/wejscie');
  await page.getByRole('button', { name: new RegExp(who.name) }).click();
  await leftSignIn(page);
}

/** Signs in as in life: by a code from a mail, which the demonstration shows. */
export async function signInByCode(page: Page, who: { name?: string; email: string }): Promise<void> {
  await page.goto('/wejscie');
  if (who.name !== undefined) await page.getByLabel(/imi/i).fill(who.name);
  await page.getByLabel(/e-mail/i).fill(who.email);
  await page.locator('form', { has: page.getByLabel(/e-mail/i) }).getByRole('button').click();
  await page.waitForURL(/\/wejscie\/kod/);
  await page.getByLabel(/kod/i).fill(await mailedCode(page));
  await page.locator('form', { has: page.getByLabel(/kod/i) }).getByRole('button').first().click();
  await leftSignIn(page);
}

/** The code in the mail that the page shows. */
export async function mailedCode(page: Page): Promise<string> {
  const code = page.getByText(/(?<!\d)\d{6}(?!\d)/).first();
  await expect(code).toBeVisible();
  return /(?<!\d)\d{6}(?!\d)/.exec((await code.textContent()) ?? '')?.[0] ?? '';
}

async function leftSignIn(page: Page): Promise<void> {
  await page.waitForURL((url) => !/\/wejscie|^\/api\//.test(url.pathname));
}

/** Cards of slots that the reader can claim. */
export function openCards(page: Page): Locator {
  return page.locator('article.slot:not(.mine):not(.closed):not(.past):not(.cancelled)');
}

/** The calendar with only what contains these words. */
export function searching(words: string): string {
  return `/?szukaj=${encodeURIComponent(words)}`;
}

export function claimButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Zgłaszam się' });
}

/** What the slot's page says about the reader's claim. */
export function claimState(page: Page): Locator {
  return page.locator('#zgloszenie');
}

/** From the calendar to a claim: the first slot with this title, and then its button. Gives the moment of the second tap. */
export async function claimInTwoTaps(page: Page, title: string): Promise<number> {
  await page.goto(searching(title));
  await hydrated(page);
  await openCards(page).getByRole('link').first().tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await claimButton(page).waitFor();
  const tapped = Date.now();
  await claimButton(page).tap();
  return tapped;
}

/** The dashboard, once changes arrive at it. */
export async function openBoard(page: Page): Promise<void> {
  await page.goto('/koordynacja');
  await hydrated(page);
  await expect(page.getByText('na żywo', { exact: true })).toBeVisible();
}

/** The row of a claim that waits. */
export function waitingRow(page: Page, who: { name: string }, title?: string): Locator {
  const rows = page.locator('li.claim-row').filter({ hasText: who.name });
  return title === undefined ? rows : rows.filter({ hasText: title });
}

/** Moves the focus forward by the keyboard until it is on the element. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached by ${most} presses of Tab`);
}
