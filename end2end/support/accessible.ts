// What axe finds on a page as it stands.

import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** The rules about colours, the slowest. No style stands on an element itself, so what is built alike is coloured alike. */
const COLOURS = ['color-contrast', 'color-contrast-enhanced'];
/** Rows built alike, by their tags, classes and states, of which they look at so many. */
const ALIKE = 3;

/** Tags of rules, or rules; without either, all of them. */
type Asked = { tags?: string[]; rules?: string[] };

/** The rules that are broken, and where. No page has frames of its own, so the page's own axe says it all. */
export async function broken(page: Page, { tags, rules }: Asked = {}): Promise<string[]> {
  const colours = rules?.filter((rule) => COLOURS.includes(rule)) ?? COLOURS.slice(0, 1);
  const others = rules?.filter((rule) => !COLOURS.includes(rule));
  const all = { ...((tags ?? others) && { runOnly: tags ?? others }), rules: Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])) };
  const found = others?.length === 0 ? [] : await run(page, all, Number.MAX_SAFE_INTEGER);
  return colours.length === 0 ? found : [...found, ...(await run(page, { runOnly: colours }, ALIKE))];
}

async function run(page: Page, options: axe.RunOptions, most: number): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([options, most]) => {
      const seen = new Map<string, number>();
      const again = [...document.querySelectorAll('main li, main tr, main article')].filter((row) => {
        const built =
          row.parentElement?.className +
          row.outerHTML
            .replace(/>[^<]*/g, '>')
            .replace(/ (?!class=|aria-(?:current|selected|pressed|disabled|invalid)=|disabled|checked)[\w-]+(="[^"]*")?/g, '');
        const times = (seen.get(built) ?? 0) + 1;
        seen.set(built, times);
        return times > most;
      });
      const found = await (window as unknown as { axe: typeof axe }).axe.run(
        { include: [document.documentElement], exclude: again },
        { ...options, resultTypes: ['violations'] },
      );
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`),
      );
    },
    [options, most] as const,
  );
}

/** Shows the page in other circumstances, and waits until its colours have gone over to them. */
export async function shownIn(page: Page, circumstances: Parameters<Page['emulateMedia']>[0]): Promise<void> {
  await page.emulateMedia(circumstances);
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

export async function accessible(page: Page): Promise<void> {
  // What has just changed fades in.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await broken(page)).toEqual([]);
}
