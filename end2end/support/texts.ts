// Finds keys of texts where their words should be.

import { type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './program.ts';

const KEY = /^([a-z]+)(-[a-z0-9]+)+$/;

/** The first parts of all keys: `board` of `board-title`. */
function families(): Set<string> {
  const folder = join(ROOT, 'domain', 'locales', 'pl');
  const keys = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/^[a-z0-9-]+(?= =)/gm) ?? []);
  return new Set(keys.map((key) => key.split('-')[0] ?? ''));
}

let known: Set<string> | undefined;

/** Keys that the page shows because their texts are missing. */
export async function missingTexts(page: Page): Promise<string[]> {
  known ??= families();
  const words = new Set((await page.locator('body').innerText()).split(/\s+/));
  return [...words].filter((word) => KEY.test(word) && known?.has(KEY.exec(word)?.[1] ?? ''));
}
