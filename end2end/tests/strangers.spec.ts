// People who are not volunteers yet, and slots that cannot be claimed: the page says why before the tap.

import { APPLICANT, BARTEK, claimButton, claimState, openCards, searching, signInAs, signInByCode } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('a newcomer signs in by code and becomes an applicant', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await signInByCode(page, { name: 'Zofia Nowa', email: 'zofia.nowa@example.org' });
  await page.goto('/');
  await page.locator('article.slot:not(.past):not(.cancelled)').getByRole('link').first().click();
  await expect(claimButton(page)).toHaveCount(0);
  await expect(page.locator('main')).toContainText(/rozmow|brakuje|szkoleni|dokument/i);
  await page.goto('/moje');
  await expect(page.locator('main')).toContainText(/rozmow|brakuje|szkoleni|dokument/i);
});

test('an applicant is told what is still missing', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await signInAs(page, APPLICANT);
  await page.goto('/');
  await page.locator('article.slot:not(.past):not(.cancelled)').getByRole('link').first().click();
  await expect(claimButton(page)).toHaveCount(0);
  await expect(claimState(page)).toContainText(/rozmow|brakuje|szkoleni|dokument/i);
});

test('a sixteen-year-old reads why before the tap', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await signInAs(page, BARTEK);
  await page.goto(searching('Zakupy dla pani'));
  await expect(openCards(page)).toHaveCount(0);
  await page.locator('article.slot').getByRole('link').first().click();
  await expect(claimButton(page)).toHaveCount(0);
  await expect(claimState(page)).toContainText(/lat|pełnoletni/i);
});

test('a visitor is asked to sign in, and comes back to the slot', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await page.goto(searching('karma'));
  await openCards(page).getByRole('link').first().click();
  await page.waitForURL(/\/termin\//);
  const slot = new URL(page.url()).pathname;
  await claimState(page).getByRole('link').or(claimState(page).getByRole('button')).first().click();
  await page.waitForURL(/\/wejscie/);
  await page.getByRole('button', { name: /Julia Wrona/ }).click();
  await page.waitForURL((url) => url.pathname.endsWith(slot));
});
