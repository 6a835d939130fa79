// Without JavaScript: look around, narrow down, sign in by code, claim, step back, be refused with a reason.

import { AT_ONCE, BY_APPROVAL, claimButton, claimState, JULIA, mailedCode, openCards, searching, signInAs, signInByCode } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

// A browser notes the status of a refused form in its console.
const REFUSED = /status of 422/;

test('a visitor looks around and narrows the calendar down', async ({ open }) => {
  const page = await open({ device: 'phone', javaScript: false });
  await page.goto('/');
  await expect(openCards(page).first()).toBeVisible();
  const all = await page.locator('article.slot').count();
  for (const view of ['Tydzień', 'Miesiąc']) {
    await page.getByRole('navigation', { name: /widok/i }).getByRole('link', { name: view }).click();
    await expect(page.locator('main')).toContainText(/listopad/);
  }
  await page.goto('/');
  const filters = page.locator('details.filters');
  if ((await filters.getAttribute('open')) === null) await filters.locator('summary').click();
  await filters.getByRole('searchbox').or(filters.getByLabel(/szukaj|słow/i)).first().fill('karma kotow');
  await filters.getByRole('button', { name: /pokaż/i }).click();
  await page.waitForURL(/szukaj=/);
  const found = await page.locator('article.slot').count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await expect(page.locator('article.slot').first()).toContainText('Karma dla kotów');
});

test('an offer is answered on the own schedule', async ({ open }) => {
  const page = await open({ device: 'phone', javaScript: false });
  await signInByCode(page, JULIA);
  await page.goto('/moje');
  const offers = page.locator('section', { has: page.getByRole('heading', { name: 'Propozycje dla Ciebie' }) });
  const title = (await offers.locator('article.slot h3').first().textContent()) ?? '';
  await offers.getByRole('button', { name: /^Tak, przyjdę/ }).first().click();
  await expect(offers).toHaveCount(0);
  await expect(page.locator('article.slot', { hasText: title }).filter({ hasText: 'Potwierdzone' }).first()).toBeVisible();
});

test('signs in by code, claims, steps back', async ({ open }) => {
  const page = await open({ device: 'phone', javaScript: false });
  await signInByCode(page, JULIA);
  for (const [title, state] of [[BY_APPROVAL, /czeka/i], [AT_ONCE, /potwierdzon/i]] as const) {
    await page.goto(searching(title));
    await openCards(page).getByRole('link').first().click();
    await claimButton(page).click();
    await expect(claimState(page)).toContainText(state);
  }
  await page.getByRole('button', { name: /rezygn|nie mogę|wycof/i }).click();
  await expect(claimButton(page)).toBeVisible();
});

test('a refused claim says why', async ({ open, faults }) => {
  faults.allow(REFUSED);
  const page = await open({ device: 'phone', javaScript: false });
  const other = await open({ device: 'phone', javaScript: false });
  await signInByCode(page, JULIA);
  // With the clock held still, two mails to one person would be equally old.
  await signInAs(other, JULIA);
  // The same person claims in one browser while the other still shows the button.
  await page.goto(searching(AT_ONCE));
  await openCards(page).getByRole('link').first().click();
  await page.waitForURL(/\/termin\//);
  await other.goto(page.url());
  await claimButton(page).click();
  await expect(claimState(page)).toContainText(/potwierdzon/i);
  await claimButton(other).click();
  await expect(other.getByRole('alert')).toBeVisible();
  await expect(other.getByRole('alert')).not.toHaveText(/^\s*$/);
  expect(new URL(other.url()).search).not.toContain(encodeURIComponent(JULIA.name));
});

test('a wrong code keeps the person on the page and says so', async ({ open, faults }) => {
  faults.allow(REFUSED);
  const page = await open({ device: 'phone', javaScript: false });
  await page.goto('/wejscie');
  await page.getByLabel(/e-mail/i).fill(JULIA.email);
  await page.locator('form', { has: page.getByLabel(/e-mail/i) }).getByRole('button').click();
  const right = await mailedCode(page);
  await page.getByLabel(/kod/i).fill(right === '111111' ? '222222' : '111111');
  await page.locator('form', { has: page.getByLabel(/kod/i) }).getByRole('button').first().click();
  await expect(page.locator('main')).toContainText(/kod/i);
  await expect(page.locator('.error:visible, [role=alert]:visible').first()).toBeVisible();
});

test('a refused form comes back as it was typed, with what to change', async ({ open, faults }) => {
  faults.allow(REFUSED);
  const page = await open({ device: 'phone', javaScript: false });
  await signInByCode(page, JULIA);
  await page.goto('/profil');
  await page.getByLabel(/imi/i).first().fill('Julia Zmieniona');
  await page.getByLabel(/umie|potraf/i).first().fill('gitara, rower');
  await page.locator('#f-birth_on').fill('2999-01-01');
  await page.getByRole('button', { name: 'Zapisz' }).first().click();
  await expect(page.locator('#f-birth_on-e')).toBeVisible();
  await expect(page.locator('#f-birth_on')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel(/imi/i).first()).toHaveValue('Julia Zmieniona');
  await expect(page.getByLabel(/umie|potraf/i).first()).toHaveValue('gitara, rower');
  expect(page.url()).not.toContain('Zmieniona');
  await page.locator('#f-birth_on').fill('2004-05-06');
  await page.getByRole('button', { name: 'Zapisz' }).first().click();
  await expect(page).toHaveURL(/\/profil/);
  await expect(page.getByLabel(/imi/i).first()).toHaveValue('Julia Zmieniona');
});

test('the sign-in keeps a mistyped address', async ({ open, faults }) => {
  faults.allow(REFUSED);
  const page = await open({ device: 'phone', javaScript: false });
  await page.goto('/uk/wejscie?powrot=/moje');
  await page.locator('#f-name').fill('Julia');
  // The browser's own check would stop it.
  await page.locator('#f-email').evaluate((input: HTMLInputElement) => { input.type = 'text'; }).catch(() => undefined);
  await page.locator('#f-email').fill('julia@@example');
  await page.locator('form', { has: page.locator('#f-email') }).evaluate((form: HTMLFormElement) => { form.noValidate = true; });
  await page.locator('form', { has: page.locator('#f-email') }).getByRole('button').click();
  await expect(page.locator('#f-email-e')).toBeVisible();
  await expect(page.locator('#f-email')).toHaveValue('julia@@example');
  await expect(page.locator('#f-name')).toHaveValue('Julia');
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
});
