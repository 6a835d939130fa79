// Coming with others: a friend takes the place that is held, a class is claimed, approved, named and expected.

import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { ANNA, BARTEK, claimState, JULIA, openBoard, openCards, PIOTR, searching, signInAs, signInByCode, waitingRow } from '../support/people.ts';
import { post } from '../support/posting.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

const TITLE = 'Sortowanie zabawek na święta';
const DAY = '2026-12-03';

async function accessible(page: Page): Promise<void> {
  // What has just changed fades in.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
}

async function openSlot(page: Page, title: string): Promise<void> {
  await page.goto(searching(title));
  await openCards(page).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

/** The path of the link that the inviter's page shows. */
async function linkOf(page: Page): Promise<string> {
  await page.waitForURL(/\/zaproszenie\//);
  const link = await page.getByLabel('Link do zaproszenia').inputValue();
  return new URL(link).pathname;
}

test('a friend takes the place that is held, and the link is worth nothing after', async ({ open, faults }) => {
  faults.allow(/status of 404/);
  test.setTimeout(120_000);
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await post(desk, TITLE, [DAY], 2);
  const julia = await open({ device: 'phone' });
  await signInAs(julia, JULIA);
  await openSlot(julia, TITLE);
  await hydrated(julia);
  await julia.getByText('Przyjdziesz z kimś?').tap();
  await accessible(julia);
  await julia.getByRole('button', { name: 'Zgłaszam siebie i drugą osobę' }).tap();
  const link = await linkOf(julia);
  await accessible(julia);
  await julia.getByRole('link', { name: 'Do mojego zgłoszenia' }).tap();
  await expect(claimState(julia)).toContainText('Trzymamy drugie miejsce. Czekamy na odpowiedź do');
  await accessible(julia);
  await julia.goto('/moje');
  await expect(julia.locator('article.slot', { hasText: TITLE })).toContainText('Trzymamy drugie miejsce');

  // Nobody overtakes the friend, who reads what it is about before signing in.
  const piotr = await open({ device: 'phone' });
  await signInAs(piotr, PIOTR);
  await piotr.goto(searching(TITLE));
  await expect(piotr.locator('article.slot', { hasText: TITLE }).first()).toContainText('komplet');
  const bartek = await open({ device: 'phone' });
  await bartek.goto(link);
  await expect(bartek.getByRole('heading', { name: 'Julia zaprasza Cię, żeby przyjść razem' })).toBeVisible();
  await expect(bartek.locator('main')).not.toContainText('Wrona');
  await accessible(bartek);
  await bartek.getByRole('link', { name: 'Zaloguj się i odpowiedz' }).tap();
  await bartek.getByRole('button', { name: new RegExp(BARTEK.name) }).click();
  await bartek.waitForURL(/\/zaproszenie\//);
  await hydrated(bartek);
  await accessible(bartek);
  await bartek.getByRole('button', { name: 'Przychodzę' }).tap();
  await expect(claimState(bartek)).toContainText('Potwierdzone');
  await expect(julia.locator('article.slot', { hasText: TITLE })).not.toContainText('Trzymamy drugie miejsce');
  await piotr.goto(link);
  await expect(piotr.getByRole('heading', { level: 1 })).toHaveText('Nie ma takiej strony');
});

test('a class is claimed, approved, named, and expected by its host', async ({ open, faults }) => {
  faults.allow(/status of (404|422)/);
  test.setTimeout(120_000);
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await post(desk, TITLE, [DAY], 6);
  const teacher = await open({ device: 'phone' });
  await signInAs(teacher, JULIA);
  await openSlot(teacher, TITLE);
  await teacher.getByRole('link', { name: 'Zgłoś klasę, firmę albo grupę' }).click();
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Zgłoszenie grupy');
  await hydrated(teacher);
  await accessible(teacher);
  await teacher.getByLabel('Nazwa grupy').fill('klasa 2b');
  await teacher.getByLabel('Ile osób razem z Tobą').fill('9');
  await teacher.getByRole('button', { name: 'Zgłaszam grupę' }).click();
  await expect(teacher.locator('#f-places-e')).toBeVisible();
  await expect(teacher.getByLabel('Nazwa grupy')).toHaveValue('klasa 2b');
  await teacher.getByLabel('Ile osób razem z Tobą').fill('4');
  await teacher.getByRole('button', { name: 'Zgłaszam grupę' }).click();
  await teacher.waitForURL(/\/grupa\//);
  await expect(teacher.locator('main')).toContainText('klasa 2b · 4 osoby · 0 nazwisk');
  await accessible(teacher);

  await openBoard(desk);
  const row = waitingRow(desk, JULIA, TITLE);
  await expect(row).toContainText('klasa 2b · 4 osoby');
  await accessible(desk);
  await row.getByRole('button', { name: /^Przyjmij:/ }).click();

  // Names follow, one of them too young; told by name, and nothing is lost.
  await teacher.getByLabel('Wklej kilka osób naraz').fill('Ala Nowak 12.03.2010\nJan Mały; 1.2.2015\nbez daty');
  await teacher.getByRole('button', { name: 'Zapisz listę' }).click();
  await expect(teacher.locator('#f-paste-e')).toBeVisible();
  await teacher.getByLabel('Wklej kilka osób naraz').fill('Ala Nowak 12.03.2010\nJan Mały; 1.2.2015');
  await teacher.getByRole('button', { name: 'Zapisz listę' }).click();
  await expect(teacher.getByText('Lista zapisana.')).toBeVisible();
  await expect(teacher.getByRole('group', { name: 'Osoba 2' })).toContainText('Nie może przyjść.');
  await expect(teacher.getByRole('group', { name: 'Osoba 2' }).getByLabel('Imię i nazwisko')).toHaveValue('Jan Mały');
  await accessible(teacher);

  await desk.goto('/placowka');
  await hydrated(desk);
  const hosted = desk.locator('section.panel', { hasText: TITLE }).first();
  await hosted.getByText('Grupa: klasa 2b').click();
  await expect(hosted).toContainText('Ala Nowak');
  await expect(hosted).not.toContainText('Jan Mały');
  await accessible(desk);
  await desk.goto(teacher.url().replace(/^.*(\/grupa\/.*)$/, '$1'));
  await expect(desk.locator('main')).toContainText('Jan Mały');
  await expect(desk.getByRole('button', { name: 'Zapisz listę' })).toHaveCount(0);
  await accessible(desk);
  // Nobody else finds the list.
  const stranger = await open({ device: 'phone' });
  await signInAs(stranger, PIOTR);
  await stranger.goto(new URL(teacher.url()).pathname);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Nie ma takiej strony');
});

test('without JavaScript: inviting, saying no, naming a group', async ({ open, faults }) => {
  faults.allow(/status of 422/);
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await post(desk, TITLE, [DAY, '2026-12-04'], 4);
  const phone = await open({ device: 'phone', javaScript: false });
  await signInByCode(phone, JULIA);
  await openSlot(phone, TITLE);
  await phone.getByText('Przyjdziesz z kimś?').click();
  await phone.getByRole('button', { name: 'Zgłaszam siebie i drugą osobę' }).click();
  const link = await linkOf(phone);
  const friend = await open({ device: 'phone', javaScript: false });
  await friend.goto(link);
  await friend.getByRole('button', { name: 'Nie tym razem' }).click();
  await expect(friend.locator('main')).toContainText('Dziękujemy za odpowiedź');
  await phone.getByRole('link', { name: 'Do mojego zgłoszenia' }).click();
  await expect(claimState(phone)).not.toContainText('Trzymamy drugie miejsce');

  await openSlot(phone, TITLE);
  await phone.getByRole('link', { name: 'Zgłoś klasę, firmę albo grupę' }).click();
  await phone.getByLabel('Nazwa grupy').fill('klasa 2b');
  await phone.getByLabel('Ile osób razem z Tobą').fill('3');
  await phone.getByRole('button', { name: 'Zgłaszam grupę' }).click();
  await phone.waitForURL(/\/grupa\//);
  const first = phone.getByRole('group', { name: 'Osoba 1' });
  await first.getByLabel('Imię i nazwisko').fill('Ala');
  await first.getByLabel('Data urodzenia').fill('2010-03-12');
  await phone.getByRole('button', { name: 'Zapisz listę' }).click();
  await expect(first).toContainText('Wpisz imię i nazwisko.');
  await expect(first.getByLabel('Data urodzenia')).toHaveValue('2010-03-12');
  await first.getByLabel('Imię i nazwisko').fill('Ala Nowak');
  await phone.getByRole('button', { name: 'Zapisz listę' }).click();
  await expect(phone.locator('main')).toContainText('1 nazwisko');
});
