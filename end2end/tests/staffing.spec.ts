// A volunteer steps back for tomorrow; the desk sees the hole, who is next and why, asks, and the place is filled.

import { type Page } from '@playwright/test';
import { ANNA, JULIA, MAREK, openBoard, openCards, signInAs } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

/** Takes a place tomorrow at once, so that stepping back leaves a hole; gives the slot's id. */
async function holdPlaceTomorrow(phone: Page): Promise<string> {
  await phone.goto('/?widok=day&dzien=2026-11-24');
  await hydrated(phone);
  const mine = phone.locator('article.slot.mine').filter({ has: phone.locator('.tag.good') });
  if ((await mine.count()) > 0) {
    await mine.first().getByRole('link').first().click();
  } else {
    await openCards(phone).getByRole('link').first().click();
    await phone.getByRole('button', { name: 'Zgłaszam się' }).tap();
  }
  await phone.waitForURL(/\/termin\//);
  return new URL(phone.url()).pathname.split('/').pop() ?? '';
}

/** The address in the latest mail that offers a place. */
async function offered(desk: Page): Promise<string> {
  await desk.goto('/demo/poczta');
  const text = await desk.getByText(/\/propozycja\//).first().textContent();
  const link = /https?:\S*\/propozycja\/\S+/.exec(text ?? '')?.[0] ?? '';
  return new URL(link).pathname.replace(/^\/\w\w(?=\/)/, '') + new URL(link).search;
}

test('a hole for tomorrow is seen, the next best is asked and comes', async ({ open, another, engine }) => {
  const phone = await open({ device: 'phone' });
  const desk = await open({ device: 'desktop' });
  const second = await open({ device: 'desktop', program: engine === 'postgres' ? await another() : undefined });
  await signInAs(phone, JULIA);
  const slot = await holdPlaceTomorrow(phone);
  await signInAs(desk, ANNA);
  await desk.goto(`/koordynacja/termin/${slot}`);
  await hydrated(desk);
  await signInAs(second, MAREK);
  await openBoard(second);
  const seats = desk.locator('section', { has: desk.getByRole('heading', { name: 'Miejsca', exact: true }) });
  await expect(seats.getByText(JULIA.name)).toBeVisible();
  await expect(desk.getByText('na żywo').or(desk.locator('.people')).first()).toBeVisible();
  // The second coordinator is told who looks at what.
  await expect(second.locator('.looking').filter({ hasText: ANNA.name }).first()).toBeVisible();

  await phone.getByRole('button', { name: /rezygnuj/i }).first().click();
  const confirm = phone.getByRole('button', { name: /tak|rezygnuj/i }).first();
  if (await confirm.isVisible()) await confirm.click();
  const stepped = Date.now();
  const next = desk.locator('li.person').filter({ hasText: 'propozycja planu' }).or(desk.locator('.candidates li.person')).first();
  await expect(seats.getByText(JULIA.name)).toHaveCount(0, { timeout: 5_000 });
  await expect(next).toBeVisible();
  console.log(`stepping back → hole with the next best on ${engine}: ${Date.now() - stepped} ms`);

  await next.getByRole('button', { name: /^Zapytaj/ }).click();
  await expect(seats.getByText('zapytana osoba')).toBeVisible();
  const address = await offered(second);
  const other = await open({ device: 'phone' });
  await other.goto(address);
  await hydrated(other);
  await other.getByRole('button', { name: /tak/i }).first().tap();
  await expect(other.getByText(/masz miejsce|dziękujemy/i).first()).toBeVisible();
  await expect(seats.getByText('zapytana osoba')).toHaveCount(0, { timeout: 5_000 });
  await expect(seats.getByText('ma miejsce').last()).toBeVisible();
});
