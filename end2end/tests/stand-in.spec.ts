// Somebody else comes instead, or two change dates: two phones, one yes.

import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { ANNA, claimInTwoTaps, claimState, JULIA, openCards, PIOTR, searching, signInAs } from '../support/people.ts';
import { post } from '../support/posting.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

const TITLE = 'Kartki dla samotnych';

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
}

test('a stand-in says yes and has the place', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await post(desk, TITLE, ['2026-12-09'], 1);
  const [julia, piotr] = [await open({ device: 'phone' }), await open({ device: 'phone' })];
  await signInAs(julia, JULIA);
  await claimInTwoTaps(julia, TITLE);
  await expect(claimState(julia)).toContainText('Potwierdzone');
  await julia.getByText('Ktoś inny zamiast Ciebie').click();
  await accessible(julia);
  // An address that nobody has is answered like one that somebody has.
  for (const email of ['nikt@example.org', PIOTR.email]) {
    await julia.getByLabel('Albo adres e-mail').fill(email);
    await julia.getByRole('button', { name: 'Zapytaj', exact: true }).click();
    await expect(claimState(julia)).toContainText('Pytanie wysłane.');
    if (email === PIOTR.email) break;
    await julia.getByRole('button', { name: 'Wycofuję pytanie' }).click();
    await expect(claimState(julia)).not.toContainText('Pytanie wysłane.');
    await julia.getByText('Ktoś inny zamiast Ciebie').click();
  }
  await signInAs(piotr, PIOTR);
  await piotr.goto('/moje');
  await hydrated(piotr);
  const asked = piotr.locator('article.slot', { hasText: TITLE });
  await expect(asked).toContainText('Julia W. szuka kogoś na swoje miejsce.');
  await accessible(piotr);
  await asked.getByRole('button', { name: /^Tak, przyjdę/ }).tap();
  await expect(piotr.locator('article.slot', { hasText: TITLE }).filter({ hasText: 'Potwierdzone' })).toBeVisible();
  await expect(claimState(julia)).not.toContainText('Potwierdzone');
  await desk.goto('/demo/poczta');
  await expect(desk.locator('main')).toContainText(`Zastępstwo: ${TITLE}`);
  await expect(desk.locator('main')).toContainText(`Masz zastępstwo: ${TITLE}`);
});

test('two change dates', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await post(desk, TITLE, ['2026-12-09', '2026-12-16'], 1);
  const [julia, piotr] = [await open({ device: 'phone' }), await open({ device: 'phone' })];
  await signInAs(julia, JULIA);
  await claimInTwoTaps(julia, TITLE);
  await expect(claimState(julia)).toContainText('Potwierdzone');
  await signInAs(piotr, PIOTR);
  await piotr.goto(searching(TITLE));
  await openCards(piotr).getByRole('link').first().click();
  await piotr.getByRole('button', { name: 'Zgłaszam się' }).click();
  await expect(claimState(piotr)).toContainText('Potwierdzone');

  await julia.reload();
  await hydrated(julia);
  await julia.getByText('Ktoś inny zamiast Ciebie').click();
  await expect(julia.getByLabel('Z kim i kiedy')).toContainText('Piotr S.');
  await julia.getByRole('button', { name: 'Proponuję zamianę' }).click();
  await expect(claimState(julia)).toContainText('Pytanie wysłane.');
  await piotr.goto('/moje');
  await hydrated(piotr);
  const asked = piotr.locator('article.slot', { hasText: 'Julia W. proponuje zamianę' });
  await asked.getByRole('button', { name: /^Tak, przyjdę/ }).tap();
  const his = piotr.locator('article.slot', { hasText: TITLE }).filter({ hasText: 'Potwierdzone' });
  await expect(his).toContainText('9');
  await julia.goto('/moje');
  const hers = julia.locator('article.slot', { hasText: TITLE }).filter({ hasText: 'Potwierdzone' });
  await expect(hers).toContainText('16');
});
