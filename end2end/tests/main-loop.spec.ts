// The main loop: a volunteer claims on a phone, a coordinator decides at a desk, both see it by themselves.

import { ANNA, BY_APPROVAL, claimInTwoTaps, claimState, JULIA, openBoard, signInAs, signInByCode, waitingRow } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('a claim waits, is approved, and the phone says so by itself', async ({ open, engine }, info) => {
  const phone = await open({ device: 'phone' });
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await openBoard(desk);
  await signInByCode(phone, JULIA);

  const row = waitingRow(desk, JULIA, BY_APPROVAL);
  await expect(row).toHaveCount(0);
  const tapped = await claimInTwoTaps(phone, BY_APPROVAL);
  await row.waitFor({ timeout: 5_000 });
  const took = Date.now() - tapped;
  info.annotations.push({ type: 'claim to dashboard', description: `${took} ms` });
  console.log(`claim → dashboard on ${engine}: ${took} ms`);
  expect(took).toBeLessThan(5_000);
  await expect(row).toHaveCount(1);
  await expect(claimState(phone)).toContainText(/czeka/i);

  const decided = Date.now();
  await row.getByRole('button', { name: 'Przyjmij' }).click();
  await claimState(phone).getByText(/potwierdzon/i).first().waitFor({ timeout: 5_000 });
  console.log(`decision → phone on ${engine}: ${Date.now() - decided} ms`);
  await phone.goto('/moje');
  await expect(phone.locator('article.slot', { hasText: BY_APPROVAL }).first()).toContainText(/potwierdzon/i);
});

test('a claim is made though the phone is put away at once', async ({ open }) => {
  const phone = await open({ device: 'phone' });
  await signInAs(phone, JULIA);
  await claimInTwoTaps(phone, BY_APPROVAL);
  await phone.goto('about:blank');
  await expect(async () => {
    await phone.goto('/moje');
    await expect(phone.locator('article.slot', { hasText: BY_APPROVAL }).first()).toContainText(/czeka/i, { timeout: 500 });
  }).toPass({ timeout: 10_000 });
});
