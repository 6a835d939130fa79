// Once per run: a demonstration in a file, which every journey copies.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXED_NOW, seed } from './program.ts';

export default function setup(): () => void {
  const directory = mkdtempSync(join(tmpdir(), 'lacznik-end2end-'));
  process.env.LACZNIK_TEST_DIRECTORY = directory;
  seed(`sqlite:${join(directory, 'template.sqlite')}`, FIXED_NOW);
  return () => rmSync(directory, { recursive: true, force: true });
}
