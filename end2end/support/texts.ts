// Finds keys of texts where their words should be.

import { type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './program.ts';

const KEY = /^([a-z]+)(-[a-z0-9]+)+$/;

/** All files of texts in a language. */
function texts(language: string): string[] {
  const folder = join(ROOT, 'domain', 'locales', language);
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** The first parts of all keys: `board` of `board-title`. */
function families(): Set<string> {
  const keys = texts('pl').flatMap((file) => file.match(/^[a-z0-9-]+(?= =)/gm) ?? []);
  return new Set(keys.map((key) => key.split('-')[0] ?? ''));
}

/** Words of the texts that look like keys: `sign-up`. */
function words(): Set<string> {
  const said = ['pl', 'uk', 'en'].flatMap(texts).flatMap((file) => file.replace(/^([a-z0-9-]+ =|#.*)/gm, '').split(/\s+/));
  return new Set(said.filter((word) => KEY.test(word)));
}

let known: { families: Set<string>; words: Set<string> } | undefined;

/** Keys among words: they stand where their texts are missing. */
export function keysAmong(shown: string): string[] {
  known ??= { families: families(), words: words() };
  const { families: first, words: said } = known;
  return [...new Set(shown.split(/\s+/))].filter((word) => KEY.test(word) && first.has(KEY.exec(word)?.[1] ?? '') && !said.has(word));
}

/** Keys that the page shows because their texts are missing. */
export async function missingTexts(page: Page): Promise<string[]> {
  return keysAmong(await page.locator('body').innerText());
}
