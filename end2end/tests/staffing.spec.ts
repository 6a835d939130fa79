// A volunteer steps back for tomorrow; the desk sees the hole, who is next and why, asks, and the place is filled.

import { type Page } from '@playwright/test';
import { ANNA, JULIA, MAREK, openBoard, openCards, signInAs } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

/** Takes a place tomorrow at once, so that stepping back leaves a hole; gives the slot's id. */
async function holdPlaceTomorrow(phone: Page): Promise<string> {
  await phone.goto('/?dzien=2026-11-24');
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
  // On PostgreSQL the second coordinator sits at another node.
  const elsewhere = engine === 'postgres' ? { program: await another() } : {};
  const second = await open({ device: 'desktop', ...elsewhere });
  await signInAs(phone, JULIA);
  const slot = await holdPlaceTomorrow(phone);
  await signInAs(desk, ANNA);
  await desk.goto(`/koordynacja/termin/${slot}`);
  await hydrated(desk);
  await signInAs(second, MAREK);
  await openBoard(second);
  const seats = desk.locator('section', { has: desk.getByRole('heading', { name: 'Miejsca', exact: true }) });
  const hers = seats.locator('li.person').filter({ hasText: JULIA.name });
  await expect(hers).toBeVisible();
  const approve = hers.getByRole('button', { name: /^Przyjmij/ });
  if ((await approve.count()) > 0) await approve.click();
  await hers.hover();
  await expect(hers).toContainText('ma miejsce');
  await phone.getByRole('button', { name: 'Rezygnuję' }).first().click();
  const stepped = Date.now();
  const next = desk.locator('li.person').filter({ hasText: 'propozycja planu' }).or(desk.locator('.candidates li.person')).first();
  // Nothing jumps under the pointer: the row says so where it stands, and goes once the pointer leaves.
  await hers.getByText('nie ma już tej osoby').waitFor({ timeout: 5_000 });
  await next.waitFor({ timeout: 5_000 });
  console.log(`stepping back → hole with the next best on ${engine}: ${Date.now() - stepped} ms`);
  await desk.mouse.move(5, 5);
  await expect(hers).toHaveCount(0);

  // The second coordinator sees the hole too, and who looks at it.
  await expect(second.locator(`a.gap[href*="${slot}"] .looking`).filter({ hasText: ANNA.name })).toBeVisible();

  await next.getByRole('button', { name: /^Zapytaj/ }).click();
  await expect(seats.getByText('zapytana osoba')).toBeVisible();
  const address = await offered(second);
  const other = await open({ device: 'phone' });
  await other.goto(address);
  await hydrated(other);
  await other.getByRole('button', { name: /tak/i }).first().tap();
  await expect(other.getByText(/masz to miejsce/i).first()).toBeVisible();
  await expect(seats.getByText('zapytana osoba')).toHaveCount(0, { timeout: 5_000 });
  await expect(seats.getByText('ma miejsce').last()).toBeVisible();
});

test('by keyboard alone: through the people, keep, take back, ask', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await openBoard(desk);
  const slot = await desk.locator('a.gap').first().getAttribute('href');
  await desk.goto(slot ?? '');
  await hydrated(desk);
  // The page of staff takes its keys when its own part of the program has come.
  await expect(async () => {
    await desk.keyboard.press('?');
    await expect(desk.locator('#klawisze')).toHaveAttribute('open', '', { timeout: 2_000 });
  }).toPass();
  const focused = desk.locator('li.person:focus');
  for (let step = 0; step < 20; step += 1) {
    await desk.keyboard.press('j');
    if ((await focused.getByRole('button', { name: /^Zatrzymaj/ }).count()) > 0) break;
  }
  const row = desk.locator(`[id="${await focused.getAttribute('id')}"]`);
  await desk.keyboard.press('l');
  await expect(row).toContainText('zatrzymane miejsce');
  await desk.keyboard.press('z');
  await expect(row).not.toContainText('zatrzymane miejsce');
  await desk.keyboard.press('w');
  await expect(row.locator('.consider')).toBeVisible();
  await desk.keyboard.press('o');
  await expect(row).toContainText('zapytana osoba');
  await desk.keyboard.press(']');
  await expect(desk).not.toHaveURL(new RegExp(`${slot}$`));
});
