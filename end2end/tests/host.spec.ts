// The host confirms who came; the hours are in the volunteer's schedule.

import { DOROTA, signInAs, signInByCode } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

test('who came is confirmed, and the hours follow', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, DOROTA);
  await desk.goto('/placowka');
  await hydrated(desk);
  const person = desk.locator('.attend li').filter({ has: desk.getByRole('button', { name: 'Był/a' }) }).first();
  const name = (await person.locator('.grow b, .grow strong, .grow p').first().textContent())?.trim() ?? '';
  expect(name).not.toBe('');
  await person.getByRole('button', { name: 'Był/a' }).click();
  await expect(desk.locator('body')).toContainText(`${name}: obecność zapisana.`);

  // Whoever it was reads it in the own schedule.
  const coordinator = await open({ device: 'desktop' });
  await signInAs(coordinator, { name: 'Anna Zawadzka' });
  await coordinator.goto(`/koordynacja/ludzie?szukaj=${encodeURIComponent(name)}`);
  const email = /[\w.+-]+@example\.org/.exec(await coordinator.locator('main').innerText())?.[0] ?? '';
  expect(email).not.toBe('');
  const phone = await open({ device: 'phone' });
  await signInByCode(phone, { email });
  await phone.goto('/moje');
  await expect(phone.locator('main')).toContainText(/\d+ (h|godz)/);
});
