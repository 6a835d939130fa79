// A lost connection comes back by itself: no reload, no row lost, no row twice.

import { ANNA, BARTEK, BY_APPROVAL, claimInTwoTaps, JULIA, openBoard, signInAs, waitingRow } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';
import { Wire } from '../support/wire.ts';

test('the dashboard outlives a restart of the program', async ({ open, program, faults }) => {
  const desk = await open({ device: 'desktop' });
  const phone = await open({ device: 'phone' });
  await signInAs(desk, ANNA);
  await openBoard(desk);
  await signInAs(phone, JULIA);
  await claimInTwoTaps(phone, BY_APPROVAL);
  const row = waitingRow(desk, JULIA, BY_APPROVAL);
  await row.waitFor();
  const before = await desk.locator('li.claim-row').count();
  await desk.evaluate(() => Object.assign(window, { same: true }));

  faults.allow(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/);
  await program.stop();
  await expect(desk.getByText('łączę ponownie…')).toBeVisible();
  await program.start();
  await expect(desk.getByText('na żywo', { exact: true })).toBeVisible({ timeout: 20_000 });

  await phone.context().clearCookies();
  await signInAs(phone, BARTEK);
  await claimInTwoTaps(phone, 'Karma dla kotów wolno żyjących');
  await waitingRow(desk, BARTEK, 'Karma dla kotów').waitFor();
  await expect(desk.locator('li.claim-row')).toHaveCount(before + 1);
  await expect(row).toHaveCount(1);
  expect(await desk.evaluate(() => (window as { same?: boolean }).same), 'the page was not loaded again').toBe(true);
});

test('a stream that was refused is asked for again', async ({ open, faults }) => {
  const desk = await open({ device: 'desktop' });
  await desk.clock.install();
  await signInAs(desk, ANNA);
  faults.allow(/status of 503/);
  await desk.route('**/live?*', (route) => route.fulfill({ status: 503 }));
  await desk.goto('/koordynacja');
  await hydrated(desk);
  await expect(desk.getByText('łączę ponownie…')).toBeVisible();
  await desk.unroute('**/live?*');
  await desk.clock.fastForward('00:20');
  await expect(desk.getByText('na żywo', { exact: true })).toBeVisible();
});

test('what happened while the network was away is there when it is back', async ({ open, program, faults }) => {
  const wire = await Wire.to(program.port);
  const desk = await open({ device: 'desktop', program: wire });
  const phone = await open({ device: 'phone' });
  await signInAs(desk, ANNA);
  await openBoard(desk);
  const before = await desk.locator('li.claim-row').count();
  await signInAs(phone, JULIA);

  faults.allow(/ERR_CONNECTION_RESET|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|ERR_SOCKET_NOT_CONNECTED/);
  wire.cut();
  await expect(desk.getByText('łączę ponownie…')).toBeVisible();
  await claimInTwoTaps(phone, BY_APPROVAL);
  await expect(phone.locator('#zgloszenie')).toContainText(/czeka/i);
  await expect(desk.locator('li.claim-row')).toHaveCount(before);
  wire.mend();

  const row = waitingRow(desk, JULIA, BY_APPROVAL);
  await row.waitFor({ timeout: 30_000 });
  await expect(row).toHaveCount(1);
  await expect(desk.locator('li.claim-row')).toHaveCount(before + 1);
  wire.close();
});
