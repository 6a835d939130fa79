// The pictures of the README: `LACZNIK_TEST_PICTURES=1 npx playwright test --project=sqlite pictures`.

import { join } from 'node:path';
import { ANNA, JULIA, openBoard, signInAs } from '../support/people.ts';
import { ROOT } from '../support/program.ts';
import { test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

test.skip(process.env.LACZNIK_TEST_PICTURES === undefined, 'taken on request');

test('the calendar on a phone', async ({ open }) => {
  const page = await open({ device: 'phone', sharp: true });
  await signInAs(page, JULIA);
  await page.goto('/?dzien=2026-11-24');
  await hydrated(page);
  await page.screenshot({ path: join(ROOT, 'docs', 'calendar.png') });
});

test('the dashboard', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await signInAs(page, ANNA);
  await openBoard(page);
  await page.screenshot({ path: join(ROOT, 'docs', 'dashboard.png') });
});
