// The coordinators' desk: nothing is decided twice, what was decided can be taken back, many at once, by keyboard.

import { type Page } from '@playwright/test';
import { ANNA, BY_APPROVAL, claimInTwoTaps, claimState, JULIA, MAREK, openBoard, signInAs, tabTo, waitingRow } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

const rows = (page: Page) => page.locator('li.claim-row');
const openRows = (page: Page) => page.locator('li.claim-row:not(.decided)');

/** The name on a row. */
async function nameOn(page: Page, index: number): Promise<string> {
  return (await openRows(page).nth(index).locator('.claim-who a, .claim-who b, .claim-who strong').first().textContent())?.trim() ?? '';
}

test('the second to decide is told who decided, and when', async ({ open, faults }) => {
  const first = await open({ device: 'desktop' });
  const second = await open({ device: 'desktop' });
  await signInAs(first, ANNA);
  await signInAs(second, MAREK);
  await openBoard(first);
  // This desk hears nothing of the other's decisions.
  faults.allow(/\/live/);
  faults.allow(/ERR_FAILED/);
  // The answer that says so.
  faults.allow(/status of 409/);
  await second.route('**/live*', (route) => route.abort());
  await second.goto('/koordynacja');
  await hydrated(second);

  const name = await nameOn(first, 0);
  await waitingRow(first, { name }).first().getByRole('button', { name: 'Przyjmij' }).click();
  await expect(first.locator('.toasts')).toContainText(`Przyjęto: ${name}.`);
  await waitingRow(second, { name }).first().getByRole('button', { name: 'Przyjmij' }).click();
  await expect(waitingRow(second, { name }).first()).toContainText(new RegExp(`${ANNA.name}.*9:00`));
});

test('a decision appears at the other desk by itself', async ({ open }) => {
  const first = await open({ device: 'desktop' });
  const second = await open({ device: 'desktop' });
  await signInAs(first, ANNA);
  await signInAs(second, MAREK);
  await openBoard(first);
  await openBoard(second);
  const name = await nameOn(first, 0);
  await waitingRow(first, { name }).first().getByRole('button', { name: 'Odmów' }).click();
  await first.getByRole('button', { name: 'Odmów i wyślij' }).click();
  await expect(second.locator('li.claim-row.decided').filter({ hasText: name })).toContainText(ANNA.name);
});

test('a decision is taken back within ten seconds', async ({ open }) => {
  const phone = await open({ device: 'phone' });
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await openBoard(desk);
  await signInAs(phone, JULIA);
  await claimInTwoTaps(phone, BY_APPROVAL);
  const row = waitingRow(desk, JULIA, BY_APPROVAL);
  await row.getByRole('button', { name: 'Przyjmij' }).click();
  await expect(claimState(phone)).toContainText(/potwierdzon/i);
  await desk.locator('.toasts').getByRole('button', { name: /Cofnij/ }).click();
  await expect(claimState(phone)).toContainText(/czeka/i);
  await expect(row.getByRole('button', { name: 'Przyjmij' })).toBeVisible();
});

test('after ten seconds a decision stands', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await desk.clock.install();
  await signInAs(desk, ANNA);
  await openBoard(desk);
  const before = await openRows(desk).count();
  const name = await nameOn(desk, 0);
  await waitingRow(desk, { name }).first().getByRole('button', { name: 'Przyjmij' }).click();
  const toast = desk.locator('.toasts').getByRole('button', { name: /Cofnij/ });
  await expect(toast).toBeVisible();
  await desk.clock.fastForward(5_000);
  await expect(toast).toBeVisible();
  await desk.clock.fastForward(6_000);
  await expect(toast).toHaveCount(0);
  await desk.keyboard.press('z');
  await desk.reload();
  await hydrated(desk);
  await expect(openRows(desk)).toHaveCount(before - 1);
});

test('several are decided at once', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await openBoard(desk);
  const before = await openRows(desk).count();
  expect(before).toBeGreaterThan(3);
  // Claims without a warning can all be approved.
  const plain = rows(desk).filter({ hasNot: desk.locator('.claim-facts .urgent') });
  for (const index of [0, 1]) await plain.nth(index).locator('.claim-check').check();
  await desk.getByRole('button', { name: 'Przyjmij zaznaczone (2)' }).click();
  await expect(desk.locator('.toasts')).toContainText('Przyjęto 2 osoby.');
  await expect(openRows(desk)).toHaveCount(before - 2);
  await desk.locator('.toasts').getByRole('button', { name: /Cofnij/ }).click();
  await expect(openRows(desk)).toHaveCount(before);
});

test('by keyboard alone: next, previous, approve, undo', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await desk.goto('/wejscie');
  await tabTo(desk, desk.getByRole('button', { name: new RegExp(ANNA.name) }));
  await desk.keyboard.press('Enter');
  await desk.waitForURL((url) => !url.pathname.includes('/wejscie'));
  await openBoard(desk);
  const before = await openRows(desk).count();
  await desk.keyboard.press('j');
  await expect(rows(desk).locator('nth=0')).toBeVisible();
  const current = desk.locator('li.claim-row[aria-current="true"]');
  const first = await current.textContent();
  await desk.keyboard.press('j');
  await expect(current).not.toHaveText(first ?? '');
  await desk.keyboard.press('k');
  await expect(current).toHaveText(first ?? '');
  await desk.keyboard.press('a');
  await expect(desk.locator('.toasts')).toContainText('Przyjęto');
  await expect(openRows(desk)).toHaveCount(before - 1);
  await desk.keyboard.press('z');
  await expect(openRows(desk)).toHaveCount(before);
});

test('a gap opens who could fill it, with reasons that add up', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await signInAs(page, ANNA);
  await openBoard(page);
  await page.locator('a.gap').first().click();
  await expect(page).toHaveURL(/koordynacja\/termin\//);
  await hydrated(page);
  const best = page.locator('.candidate').first();
  await best.locator('summary').click();
  const total = Number.parseInt((await best.locator('summary .num').textContent()) ?? '', 10);
  const parts = await best.locator('.reasons .num').allTextContents();
  expect(total).toBeGreaterThan(0);
  expect(parts.map((part) => Number.parseInt(part, 10)).reduce((sum, part) => sum + part, 0)).toBe(total);
  await expect(page.getByRole('heading', { name: 'Niewiele zabrakło' })).toBeVisible();
});
