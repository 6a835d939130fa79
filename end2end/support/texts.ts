import { type Page } from '@playwright/test';

/** Words that are keys of texts, because a text is missing. */
export async function missingTexts(page: Page): Promise<string[]> {
  const words = (await page.locator('body').innerText()).split(/\s+/);
  return words.filter((word) => /^[a-z]+(-[a-z0-9]+)+$/.test(word) && !/^(e-mail|on-line)/.test(word));
}
