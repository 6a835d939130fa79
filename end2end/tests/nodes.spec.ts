// Two server processes on one PostgreSQL: what happens at one is seen at the other.

import { ANNA, BY_APPROVAL, claimInTwoTaps, claimState, JULIA, openBoard, signInAs, waitingRow } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('a volunteer at one node and a coordinator at another', async ({ open, another, faults }) => {
  const second = await another();
  const phone = await open({ device: 'phone' });
  const desk = await open({ device: 'desktop', program: second });
  await signInAs(desk, ANNA);
  await openBoard(desk);
  await signInAs(phone, JULIA);

  const row = waitingRow(desk, JULIA, BY_APPROVAL);
  const tapped = await claimInTwoTaps(phone, BY_APPROVAL);
  await row.waitFor({ timeout: 5_000 });
  console.log(`claim → dashboard across two nodes: ${Date.now() - tapped} ms`);
  const decided = Date.now();
  await row.getByRole('button', { name: 'Przyjmij' }).click();
  await claimState(phone).getByText(/potwierdzon/i).first().waitFor({ timeout: 5_000 });
  console.log(`decision → phone across two nodes: ${Date.now() - decided} ms`);

  // The coordinator's node ends and comes back; the desk finds it again by itself.
  faults.allow(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED/);
  await second.stop();
  await expect(desk.getByText('łączę ponownie…')).toBeVisible();
  await second.start();
  await expect(desk.getByText('na żywo', { exact: true })).toBeVisible({ timeout: 20_000 });
});
