// A screen reader without a screen: what it would say of a page, from the same tree that real ones are given.

import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js'));
/** The module as a script that gives the page its reader. */
const SCRIPT = readFileSync(FILE, 'utf8').replace(/export\{(?:[^}]*,)?([\w$]+) as virtual(?:,[^}]*)?\};?/, 'globalThis.reader=$1;');

type Reader = {
  start: (options: { container: Node }) => Promise<void>;
  next: () => Promise<void>;
  act: () => Promise<void>;
  stop: () => Promise<void>;
  lastSpokenPhrase: () => Promise<string>;
  perform: (command: string) => Promise<void>;
  commands: Record<string, string>;
};
declare global {
  // eslint-disable-next-line no-var
  var reader: Reader;
}

export class ScreenReader {
  constructor(private readonly page: Page) {}

  /** Begins at the top of what is inside `selector`. */
  async start(selector = 'body'): Promise<void> {
    await this.page.evaluate(`if (!globalThis.reader) { ${SCRIPT}\n }`);
    await this.page.evaluate((chosen) => reader.start({ container: document.querySelector(chosen) ?? document.body }), selector);
  }

  /** Goes on until it says something that matches; everything it said on the way. */
  async until(wanted: RegExp, most = 400): Promise<string[]> {
    const [source, flags] = [wanted.source, wanted.flags];
    const said = await this.page.evaluate(
      async ({ source, flags, most }) => {
        const pattern = new RegExp(source, flags);
        const phrases: string[] = [];
        for (let step = 0; step < most; step += 1) {
          const phrase = await reader.lastSpokenPhrase();
          phrases.push(phrase);
          if (pattern.test(phrase)) return phrases;
          await reader.next();
        }
        throw new Error(`never said ${pattern}: ${phrases.join(' | ')}`);
      },
      { source, flags, most },
    );
    return said;
  }

  /** Goes on by one, and says it. */
  async next(): Promise<string> {
    return this.page.evaluate(async () => {
      await reader.next();
      return reader.lastSpokenPhrase();
    });
  }

  /** Presses what it stands on. */
  async press(): Promise<void> {
    await this.page.evaluate(() => reader.act());
  }

  async stop(): Promise<void> {
    await this.page.evaluate(() => reader.stop());
  }
}
