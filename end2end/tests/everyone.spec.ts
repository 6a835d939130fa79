// For everyone: every page by the rules of WCAG 2.2 AA, in light and dark, on a phone and at a desk, down to 320 px.
// With LACZNIK_TEST_PICTURES=1 also a picture of each in `test-results/pictures`.

import { type Page } from '@playwright/test';
import { broken, shownIn } from '../support/accessible.ts';
import { READERS, type Stop } from '../support/pages.ts';
import { signInAs } from '../support/people.ts';
import { type Device, expect, test } from '../support/test.ts';
import { missingTexts } from '../support/texts.ts';
import { hydrated } from '../support/watch.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MAIN_ACTIONS = '.btn.big, .btn:not(.small), .tabs a, .claim-act button';

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Main actions that are too low or too narrow for a thumb. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.locator(MAIN_ACTIONS).evaluateAll((elements) =>
    elements
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
      .map(({ element, box }) => `${element.className || element.tagName} “${element.textContent}” ${box.width}×${box.height}`),
  );
}

async function inspect(page: Page, { name, go }: Stop, device: Device): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await go(page);
  await hydrated(page);
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  // The whole page at once: what a fixed bar covers at one height can be scrolled from under it.
  const height = Math.max(size.height, await page.evaluate(() => document.documentElement.scrollHeight));
  await page.setViewportSize({ width: size.width, height });
  for (const scheme of ['light', 'dark'] as const) {
    await shownIn(page, { colorScheme: scheme });
    // Dark differs from light in its colours only.
    const asked = scheme === 'light' ? { tags: TAGS } : { rules: ['color-contrast'] };
    expect.soft(await broken(page, asked), `${name}, ${scheme}: rules broken`).toEqual([]);
    if (process.env.LACZNIK_TEST_PICTURES !== undefined) {
      await page.screenshot({ path: `test-results/pictures/${name}-${device}-${scheme}.png`, fullPage: true });
    }
  }
  expect.soft(await missingTexts(page), `${name}: texts missing`).toEqual([]);
  expect.soft(await sideways(page), `${name}: scrolls sideways by`).toBeLessThanOrEqual(0);
  if (device === 'phone') {
    expect.soft(await smallTargets(page), `${name}: too small for a thumb`).toEqual([]);
    await page.setViewportSize({ width: 320, height: size.height });
    expect.soft(await sideways(page), `${name}: scrolls sideways at 320 px by`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(size);
}

// Long, and each on a program of its own: they share the workers.
test.describe.configure({ mode: 'parallel' });

for (const device of ['phone', 'desktop'] as Device[]) {
  for (const { reader, stops } of READERS) {
    test(`every page of ${reader?.name ?? 'a visitor'} on a ${device}`, async ({ open, faults }) => {
      test.setTimeout(300_000);
      // Pages that are not there, or not for this reader, say so in their status too.
      faults.allow(/status of 40[134]/);
      const page = await open({ device });
      if (reader !== null) await signInAs(page, reader);
      for (const stop of stops) await test.step(stop.name, () => inspect(page, stop, device));
    });
  }
}

/** What more contrast, larger text and forced colours must not break; the pages of a volunteer's way. */
const WAY = ['/', '/?widok=week', '/?widok=month', '/mapa', '/jak-pomagac', '/deklaracja-dostepnosci', '/wejscie'];

test('more contrast gives 7:1, larger text stays on the page, forced colours keep the marks', async ({ open }) => {
  const page = await open({ device: 'phone' });
  for (const path of WAY) {
    await page.goto(path);
    await hydrated(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await shownIn(page, { colorScheme, contrast: 'more' });
      const weak = await broken(page, { rules: ['color-contrast-enhanced'] });
      expect.soft(weak, `${path}, ${colorScheme}: weaker than 7:1`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', forcedColors: 'active' });
    await expect(page.locator('main')).toBeVisible();
    await shownIn(page, { forcedColors: 'none' });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect.soft(await sideways(page), `${path}: with text at 200 % scrolls sideways by`).toBeLessThanOrEqual(0);
  }
});
