// Roles within a date: a poster describes two with a requirement, a volunteer sees why not, a coordinator records what
// they can show, the volunteer claims the role and its last place is gone.

import { type Page } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { ANNA, claimButton, claimState, JULIA, openSlot, PIOTR, signInAs } from '../support/people.ts';
import { describe, schedule } from '../support/posting.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

const TITLE = 'Rozwozimy obiady w niedzielę';

async function withRoles(desk: Page): Promise<void> {
  await desk.goto('/koordynacja/oferty/nowa');
  await hydrated(desk);
  const about = 'Pakujemy obiady i rozwozimy je po osiedlu.';
  await describe(desk, { title: TITLE, about, place: 'kuchnia', organisation: 'Klub Wolontariatu (przykład)', age: '15' });
  await desk.locator('summary', { hasText: '1. Dodaj rolę' }).click();
  await desk.locator('#f-roles-0-name').fill('kierowca');
  await desk.locator('label', { has: desk.locator('[name="form[roles][0][requires][]"][value="driving-b"]') }).click();
  await desk.locator('summary', { hasText: '2. Dodaj rolę' }).click();
  await desk.locator('#f-roles-1-name').fill('pakowanie');
  await accessible(desk);
  await desk.getByRole('button', { name: 'Zapisz szkic' }).click();
  await desk.waitForURL(/\/koordynacja\/oferty\/[0-9a-f-]{36}/);
  await hydrated(desk);
  await desk.getByRole('link', { name: 'Zaplanuj terminy' }).click();
  await schedule(desk, '2026-12-06', ['11:00', '13:00']);
  await desk.locator('#f-roles-0-min_places').fill('1');
  await desk.locator('#f-roles-0-max_places').fill('1');
  await desk.locator('#f-roles-1-min_places').fill('2');
  await desk.locator('#f-roles-1-max_places').fill('3');
  await accessible(desk);
  await desk.getByRole('button', { name: 'Zobacz terminy' }).click();
  await desk.getByRole('button', { name: 'Dodaj 1 termin' }).click();
  await desk.waitForURL(/\/koordynacja\/oferty\/[0-9a-f-]{36}$/);
  await expect(desk.locator('#historia')).toContainText('kierowca 1–1, pakowanie 2–3');
  await desk.getByRole('button', { name: 'Opublikuj' }).click();
  await expect(desk.locator('main')).toContainText('Opublikowano.');
}

test('a role needs a licence: why not, recorded, claimed, and full for the next', async ({ open }) => {
  test.setTimeout(180_000);
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await withRoles(desk);

  const julia = await open({ device: 'phone' });
  await signInAs(julia, JULIA);
  await openSlot(julia, TITLE);
  await hydrated(julia);
  const role = (name: string) => claimState(julia).getByRole('listitem').filter({ hasText: name });
  await expect(role('kierowca')).toContainText('Tu potrzebne jest: prawo jazdy kat. B');
  await expect(role('pakowanie')).toContainText('0 z 3');
  // Only one role is open to her: nothing is asked.
  await expect(claimState(julia).getByRole('radio')).toHaveCount(0);
  await accessible(julia);

  await desk.goto('/koordynacja/ludzie?szukaj=Julia+Wrona');
  await desk.getByRole('link', { name: /Uprawnienia/ }).click();
  await hydrated(desk);
  await desk.getByLabel('Co', { exact: true }).selectOption({ label: 'prawo jazdy kat. B' });
  await desk.getByLabel('Ważne od').fill('2020-01-01');
  await desk.getByLabel('Ważne do').fill('2026-12-01');
  await desk.getByRole('button', { name: 'Zapisz', exact: true }).first().click();
  await expect(desk.locator('main')).toContainText('ważne od 1 stycznia 2020 do 1 grudnia 2026');
  await accessible(desk);

  // It runs out before the date.
  await julia.reload();
  await expect(role('kierowca')).toContainText('ważne do 1 grudnia 2026');
  await desk.getByLabel('Co', { exact: true }).selectOption({ label: 'prawo jazdy kat. B' });
  await desk.getByLabel('Ważne od').fill('2020-01-01');
  await desk.getByLabel('Ważne do').fill('2030-12-01');
  await desk.getByRole('button', { name: 'Zapisz', exact: true }).first().click();
  await expect(desk.locator('main')).toContainText('do 1 grudnia 2030');

  await julia.reload();
  await hydrated(julia);
  await role('kierowca').getByRole('radio').check();
  await accessible(julia);
  // The page says so before the program has answered.
  const answered = julia.waitForResponse(/\/api\//);
  await claimButton(julia).click();
  await answered;
  await expect(claimState(julia)).toContainText('Potwierdzone');
  await expect(claimState(julia)).toContainText('kierowca');
  await julia.goto('/profil');
  await expect(julia.locator('#uprawnienia').locator('..')).toContainText('prawo jazdy kat. B');
  await accessible(julia);
  await julia.goto('/moje');
  await expect(julia.locator('main')).toContainText('rola: kierowca');

  // The last place of that role is gone; the other has room, and one can wait for the first.
  const piotr = await open({ device: 'phone' });
  await signInAs(piotr, PIOTR);
  await openSlot(piotr, TITLE);
  await hydrated(piotr);
  const his = (name: string) => claimState(piotr).getByRole('listitem').filter({ hasText: name });
  await expect(his('kierowca').first()).toContainText('Nie ma już wolnych miejsc');
  await piotr.getByText('Poczekaj na miejsce w pełnej roli').click();
  await piotr.getByRole('button', { name: 'Poczekam na miejsce' }).click();
  await expect(claimState(piotr)).toContainText('Jesteś 1. w kolejce');
  await expect(claimState(piotr)).toContainText('kierowca');

  // Who is in, in which role, and who waits for which.
  await desk.goto(`/koordynacja/termin/${/termin\/([0-9a-f-]+)/.exec(piotr.url())?.[1]}`);
  await hydrated(desk);
  const seat = desk.locator('li.person', { hasText: JULIA.name });
  await expect(seat).toContainText('kierowca');
  await expect(desk.locator('section', { has: desk.getByRole('heading', { name: 'Kto czeka na miejsce' }) })).toContainText('kierowca');
  await desk.getByRole('navigation', { name: 'Role' }).getByRole('link', { name: /kierowca/ }).click();
  await expect(desk.getByRole('navigation', { name: 'Role' }).locator('[aria-current]')).toContainText('kierowca');
  await accessible(desk);
  // Near misses for that role name what is missing.
  await expect(desk.locator('section', { has: desk.locator('#blisko') })).toContainText('brakuje: prawo jazdy kat. B');
});

test('without JavaScript a role is chosen, and nothing typed is lost', async ({ open, faults }) => {
  test.setTimeout(120_000);
  faults.allow(/422/);
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await desk.goto('/koordynacja/oferty');
  const page = await open({ device: 'desktop', javaScript: false });
  await signInAs(page, ANNA);
  await page.goto('/koordynacja/oferty/nowa');
  await page.locator('select[name="form[organisation_id]"]').selectOption({ index: 1 });
  await page.locator('select[name="form[kind]"]').selectOption({ value: 'office_work' });
  await page.getByLabel('Tytuł').fill('Dwie takie same role');
  await page.getByLabel('Na czym to polega').fill('x');
  await page.getByLabel('Miejsce', { exact: true }).fill('kuchnia');
  await page.locator('#f-min_age').fill('15');
  for (const number of [0, 1]) {
    await page.locator('summary', { hasText: `${number + 1}. Dodaj rolę` }).click();
    await page.locator(`#f-roles-${number}-name`).fill('kierowca');
  }
  await page.getByRole('button', { name: 'Zapisz szkic' }).click();
  await expect(page.locator('#f-roles-1-name-e')).toContainText('To już jest na liście');
  await expect(page.locator('#f-roles-0-name')).toHaveValue('kierowca');
});
