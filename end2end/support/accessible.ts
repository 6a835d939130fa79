// What axe finds on a page as it stands.

import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** Rows built alike, by their tags and classes, of which one look is enough where only colours are asked for. */
const ALIKE = 3;

type Asked = {
  /** Tags of rules, or rules; without either, all of them. */
  tags?: string[];
  rules?: string[];
  /** No style stands on an element itself, so what is built alike is coloured alike: of a list, look at a few rows. */
  fewRows?: boolean;
};

/** The rules that are broken, and where. No page has frames of its own, so the page's own axe says it all. */
export async function broken(page: Page, { tags, rules, fewRows = false }: Asked = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([tags, rules, most]) => {
      const seen = new Map<string, number>();
      const again = [...document.querySelectorAll('main li, main tr, main article')].filter((row) => {
        const built = row.parentElement?.className + row.outerHTML.replace(/>[^<]*/g, '>').replace(/ (?!class=)[\w-]+(="[^"]*")?/g, '');
        const times = (seen.get(built) ?? 0) + 1;
        seen.set(built, times);
        return times > most;
      });
      const found = await (window as unknown as { axe: typeof axe }).axe.run(
        { include: [document.documentElement], exclude: again },
        {
          ...(tags && { runOnly: { type: 'tag', values: tags } }),
          ...(rules && { runOnly: { type: 'rule', values: rules } }),
          resultTypes: ['violations'],
        },
      );
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`),
      );
    },
    [tags, rules, fewRows ? ALIKE : Number.MAX_SAFE_INTEGER] as const,
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
