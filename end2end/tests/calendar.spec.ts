// The calendar in the hand: its views by link, key and finger, its filters, and the ways on where nothing matches.

import { type Page } from '@playwright/test';
import { AT_ONCE, claimButton, claimInTwoTaps, claimState, JULIA, openCards, PIOTR, searching, signInAs, tabTo } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

const range = (page: Page) => page.locator('.cal-range');
const VIEWS = [['Dzień', 'day'], ['3 dni', 'days3'], ['Tydzień', 'week'], ['Miesiąc', 'month']] as const;

/** Pairs of slots that lie over each other. */
async function overlaps(page: Page): Promise<string[]> {
  return page.locator('.wg-day > li').evaluateAll((items) => {
    const boxes = items
      .map((item) => ({ name: item.textContent ?? '', box: item.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    const meet = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    return boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => meet(a.box, b.box)).map((b) => `${a.name} / ${b.name}`));
  });
}

/** Draws a finger over the middle of the calendar. */
async function swipe(page: Page, by: { x: number; y: number }): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  await page.locator('.wg-event').first().scrollIntoViewIfNeeded();
  const box = await page.locator('.wg-event').first().boundingBox();
  if (box === null) throw new Error('no slot to begin on');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let step = 1; step <= 8; step += 1) {
    const at = { x: x + (by.x * step) / 8, y: y + (by.y * step) / 8 };
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

for (const javaScript of [true, false]) {
  test(`every view by its link ${javaScript ? 'on a phone' : 'without JavaScript'}`, async ({ open }) => {
    const page = await open({ device: 'phone', javaScript });
    await page.goto('/?dzien=2026-11-24');
    for (const [name, code] of VIEWS) {
      if (javaScript) await hydrated(page);
      const was = await range(page).textContent();
      await page.getByRole('navigation', { name: 'Widok' }).getByRole('link', { name, exact: true }).click();
      await page.waitForURL(new RegExp(`widok=${code}`));
      // The address changes first, the days follow.
      await expect(range(page)).not.toHaveText(was ?? '');
      const before = await range(page).textContent();
      await page.locator('.cal-move').getByRole('link', { name: 'Później' }).click();
      await expect(range(page)).not.toHaveText(before ?? '');
      await page.locator('.cal-move').getByRole('link', { name: 'Wcześniej' }).click();
      await expect(range(page)).toHaveText(before ?? '');
    }
    await page.goto('/?widok=day&dzien=2026-11-24');
    const slot = page.locator('.wg-event').first();
    // What, on which day, when, where, how full.
    await expect(slot).toHaveAttribute('aria-label', /.+, wt\., 24 listopada, \d+:\d\d–\d+:\d\d, .+, \d+ z \d+/);
    await slot.click();
    await page.waitForURL(/\/termin\//);
  });
}

test('slots at the same time stand beside each other', async ({ open }) => {
  for (const device of ['phone', 'desktop'] as const) {
    const page = await open({ device });
    for (const view of ['day', 'days3', 'week']) {
      for (const day of ['2026-11-24', '2026-11-27', '2026-12-05']) {
        await page.goto(`/?widok=${view}&dzien=${day}`);
        expect(await page.locator('.wg-event').count(), `${view} of ${day} on a ${device}: slots`).toBeGreaterThan(1);
        expect(await overlaps(page), `${view} of ${day} on a ${device}`).toEqual([]);
      }
    }
  }
});

test('by keyboard: one stop, arrows inside, pages and today', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await page.goto('/?widok=week&dzien=2026-11-24');
  await hydrated(page);
  await tabTo(page, page.locator('.wg-col a').first());
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.wg-event:focus')).toHaveCount(1);
  expect(await page.locator('.wg-col a[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('ArrowRight');
  const column = () => page.evaluate(() => [...document.querySelectorAll('.wg-col')].findIndex((day) => day.contains(document.activeElement)));
  expect(await column()).toBe(1);
  await page.keyboard.press('Home');
  await expect(page.locator('.wg-head a:focus')).toHaveCount(1);
  await page.keyboard.press('End');
  expect(await column()).toBe(1);
  await page.keyboard.press('ArrowLeft');
  expect(await column()).toBe(0);
  await page.keyboard.press('Tab');
  expect(await column()).toBe(-1);
  await page.keyboard.press('Shift+Tab');
  expect(await column()).toBe(0);

  // The region that is read aloud stays the same element, or nothing would be read.
  await range(page).evaluate((region) => { (region as { known?: boolean }).known = true; });
  await expect(range(page)).toHaveAttribute('aria-live', 'polite');
  const week = (await range(page).textContent()) ?? '';
  await page.keyboard.press('PageDown');
  await page.waitForURL(/dzien=2026-12-01/);
  await expect(range(page)).not.toHaveText(week);
  expect(await range(page).evaluate((region) => (region as { known?: boolean }).known)).toBe(true);
  await page.locator('.wg-event').first().focus();
  await page.keyboard.press('t');
  await page.waitForURL(/dzien=2026-11-23/);
  await expect(range(page)).toHaveText(week);
  await page.goto('/?widok=month&dzien=2026-11-23');
  await hydrated(page);
  await page.locator('.month-day[tabindex="0"]').focus();
  await page.keyboard.press('PageUp');
  await page.waitForURL(/dzien=2026-10/);
});

test('a finger turns the days and never moves a slot', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await page.goto('/?widok=day&dzien=2026-11-24');
  await hydrated(page);
  await swipe(page, { x: -150, y: 10 });
  await page.waitForURL(/dzien=2026-11-25/);
  // The address is there before the day is: what is touched next is of the new one.
  await expect(range(page)).toContainText('25 listopada');
  await swipe(page, { x: 150, y: -10 });
  await page.waitForURL(/dzien=2026-11-24/);
  await expect(range(page)).toContainText('24 listopada');
  const before = page.url();
  await swipe(page, { x: 30, y: 5 });
  await swipe(page, { x: 60, y: -200 });
  await page.waitForTimeout(500);
  expect(page.url(), 'a short way, or up and down, turns nothing').toBe(before);
});

for (const javaScript of [true, false]) {
  test(`filters are kept on this device until they are cleared ${javaScript ? '' : 'without JavaScript'}`, async ({ open }) => {
    const page = await open({ device: 'phone', javaScript });
    await page.goto('/');
    const filters = page.locator('details.filters');
    await filters.locator('summary').click();
    await filters.getByLabel('Jak często').selectOption({ label: 'co jakiś czas' });
    await filters.getByLabel('Ile masz lat?').fill('16');
    await filters.getByRole('button', { name: 'Pokaż' }).click();
    await page.waitForURL(/stale=tak&wiek=16$/);
    // The slots stay on the screen: the filters are folded again, and say what they hold.
    await expect(filters).not.toHaveAttribute('open');
    await expect(page.locator('.chosen')).toContainText(/Pasuj|Pierwsze/);
    const top = (await page.locator('article.slot').first().boundingBox())?.y ?? 9999;
    expect(top).toBeLessThan(800);

    await page.goto('/');
    await page.waitForURL(/stale=tak&wiek=16$/);
    await page.goto('/?widok=week');
    expect(new URL(page.url()).searchParams.get('stale'), 'an address with something in it is left alone').toBeNull();
    if (javaScript) {
      await page.goto('/o-programie');
      await hydrated(page);
      await page.locator('a.brand').click();
      await page.waitForURL(/stale=tak&wiek=16$/);
    } else {
      await page.goto('/');
    }
    await page.locator('.chosen').getByRole('link', { name: /dla osób w wieku 16/ }).click();
    await page.waitForURL(/\/\?dzien=[\d-]+&stale=tak$/);
    await page.locator('.chosen').getByRole('link', { name: 'Wyczyść filtry' }).click();
    await page.waitForURL((url) => !url.search.includes('stale'));
    await page.goto('/');
    expect(new URL(page.url()).search).toBe('');
    expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain('filtry');
  });
}

test('where nothing matches, the nearest that does is offered', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await page.goto('/?widok=day&dzien=2026-11-28&pora=evening&szukaj=zbi%C3%B3rka');
  const ways = page.locator('.nothing-ways').getByRole('link');
  await expect(ways.first()).toBeVisible();
  const count = /(\d+) termin/.exec((await ways.first().textContent()) ?? '')?.[1] ?? 'none';
  await ways.first().click();
  await expect(page.locator('.wg-event').first()).toBeVisible();
  await expect(page.locator('.chosen')).toContainText(new RegExp(`Pasuj(e|ą) ${count} termin`));
});

test('mine and open in one view', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Moje i wolne' })).toHaveCount(0);
  await signInAs(page, JULIA);
  await page.goto(searching(AT_ONCE));
  await openCards(page).getByRole('link').first().click();
  await claimButton(page).click();
  await expect(claimState(page)).toContainText(/potwierdzon/i);
  await page.goto('/');
  await expect(page.locator('article.slot.closed').first()).toBeVisible();
  await hydrated(page);
  await page.getByRole('link', { name: 'Moje i wolne' }).click();
  await page.waitForURL(/moje=1/);
  await expect(page.locator('article.slot.closed, article.slot.past')).toHaveCount(0);
  await expect(openCards(page).first()).toBeVisible();
  await page.goto(`${searching(AT_ONCE)}&moje=1`);
  await expect(page.locator('article.slot.mine').first()).toBeVisible();
  await page.goto('/?moje=1');
  await hydrated(page);
  await page.getByRole('link', { name: 'Moje i wolne' }).click();
  await expect(page.locator('article.slot.closed').first()).toBeVisible();
});

test('who has the focus keeps it when a day is drawn anew, and when the pages are turned', async ({ open }) => {
  const reader = await open({ device: 'desktop' });
  await signInAs(reader, JULIA);
  await reader.goto(searching(AT_ONCE));
  await hydrated(reader);
  await openCards(reader).first().getByRole('link').first().focus();
  const where = () => reader.evaluate(() => document.activeElement?.getAttribute('href'));
  const link = await where();
  const seats = reader.locator(`article.slot:has(a[href="${link}"]) .seats-text`);
  const before = (await seats.textContent()) ?? '';
  const other = await open({ device: 'phone' });
  await signInAs(other, PIOTR);
  await claimInTwoTaps(other, AT_ONCE);
  await expect(seats).not.toHaveText(before);
  expect(await where()).toBe(link);

  const later = reader.locator('.cal-move a').last();
  const to = await later.getAttribute('href');
  await later.focus();
  await reader.keyboard.press('Enter');
  await expect(later).not.toHaveAttribute('href', to ?? '');
  await expect(later).toBeFocused();
});
