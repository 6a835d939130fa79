// A volunteer with a keyboard and nothing else.

import { AT_ONCE, claimButton, claimState, JULIA, openCards, searching, tabTo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

test('signs in, finds a slot, claims it', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await page.goto('/wejscie');
  await hydrated(page);
  await tabTo(page, page.getByRole('button', { name: new RegExp(JULIA.name) }));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.includes('/wejscie'));
  await page.goto(searching(AT_ONCE));
  await hydrated(page);
  const card = openCards(page).getByRole('link').first();
  await tabTo(page, card);
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  await claimButton(page).waitFor();
  await tabTo(page, claimButton(page));
  await page.keyboard.press('Enter');
  await expect(claimState(page)).toContainText(/potwierdzon/i);
});

test('the first stop of Tab leads past the menu', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await page.goto('/');
  await hydrated(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('a.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#tresc')).toBeFocused();
});

test('the month is a grid: one stop, arrows inside', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await page.goto('/?widok=month&dzien=2026-11-23');
  await hydrated(page);
  const grid = page.getByRole('grid');
  await tabTo(page, grid.locator('[tabindex="0"]').first());
  const day = () => page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 2));
  const before = await day();
  await page.keyboard.press('ArrowRight');
  expect(await day()).not.toBe(before);
  await page.keyboard.press('ArrowLeft');
  expect(await day()).toBe(before);
});
