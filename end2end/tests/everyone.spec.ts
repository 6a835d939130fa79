// For everyone: every page by the rules of WCAG 2.2 AA, in light and dark, on a phone and at a desk, down to 320 px;
// and a picture of each in `test-results/pictures`.

import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { READERS } from '../support/pages.ts';
import { signInAs } from '../support/people.ts';
import { type Device, expect, test } from '../support/test.ts';
import { missingTexts } from '../support/texts.ts';
import { hydrated } from '../support/watch.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MAIN_ACTIONS = '.btn.big, .btn:not(.small), .tabs a, .claim-act button';

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.slice(0, 3).map((node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`),
  );
}

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

for (const device of ['phone', 'desktop'] as Device[]) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`every page on a ${device}, ${scheme}`, async ({ open, faults }) => {
      test.setTimeout(600_000);
      // Pages that are not there, or not for this reader, say so in their status too.
      faults.allow(/status of 40[134]/);
      for (const { reader, stops } of READERS) {
        const page = await open({ device, scheme });
        if (reader !== null) await signInAs(page, reader);
        for (const { name, go } of stops) {
          await test.step(name, async () => {
            await go(page);
            await hydrated(page);
            await page.screenshot({ path: `test-results/pictures/${name}-${device}-${scheme}.png`, fullPage: true });
            expect.soft(await axe(page), `${name}: rules broken`).toEqual([]);
            expect.soft(await sideways(page), `${name}: scrolls sideways by`).toBeLessThanOrEqual(0);
            expect.soft(await missingTexts(page), `${name}: texts missing`).toEqual([]);
            if (device === 'phone') expect.soft(await smallTargets(page), `${name}: too small for a thumb`).toEqual([]);
          });
        }
        await page.context().close();
      }
    });
  }
}

test('nothing scrolls sideways at 320 px', async ({ open, faults }) => {
  test.setTimeout(300_000);
  faults.allow(/status of 40[134]/);
  for (const { reader, stops } of READERS) {
    const page = await open({ device: 'small' });
    if (reader !== null) await signInAs(page, reader);
    for (const { name, go } of stops) {
      await go(page);
      expect.soft(await sideways(page), name).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  }
});
