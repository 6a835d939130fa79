// The other ways of taking part: a standing place with a day left out, several dates at once, a task without an hour.

import { type Page } from '@playwright/test';
import { ANNA, BARTEK, claimButton, claimState, JULIA, OFTEN, openCards, openSlot, PIOTR, searching, SERIES, signInAs, TASK } from '../support/people.ts';
import { post } from '../support/posting.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

// A browser notes the status of a refused form in its console.
const REFUSED = /status of 422/;

/** The page with all dates of the series. */
async function openSeries(page: Page, title = SERIES): Promise<void> {
  await page.goto(searching(title));
  const slot = await openCards(page).getByRole('link').first().getAttribute('href');
  await page.goto(slot ?? '');
  const all = await page.locator('main a[href*="/oferta/"]').first().getAttribute('href');
  await page.goto(all ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

test('the standing place of a series, but for one day', async ({ open }) => {
  const phone = await open({ device: 'phone' });
  await signInAs(phone, PIOTR);
  await openSeries(phone);
  await hydrated(phone);
  const standing = phone.locator('.standing');
  await expect(standing).toContainText('w każdą sobotę, 11:00');
  await standing.getByText('W niektóre dni nie mogę').tap();
  const days = standing.getByRole('checkbox');
  const count = await days.count();
  expect(count).toBeGreaterThan(1);
  await days.first().check();
  await standing.getByRole('button', { name: 'Biorę stałe miejsce' }).tap();
  await expect(phone.getByRole('status').filter({ hasText: 'Masz' })).toContainText('pomijasz');
  await expect(standing).toContainText('Masz tu stałe miejsce');

  await phone.goto('/moje');
  await hydrated(phone);
  const mine = phone.locator('.standing', { hasText: SERIES });
  await expect(mine).toContainText('następny');
  await mine.getByText('Terminy', { exact: true }).tap();
  const dates = mine.locator('.list > li');
  const held = await dates.count();
  expect(held).toBe(count - 1);
  if (held > 1) {
    await dates.first().getByRole('button', { name: /Tego dnia nie mogę/ }).tap();
    await expect(dates).toHaveCount(held - 1);
  }
  await mine.locator('summary', { hasText: 'Kończę stałe miejsce' }).tap();
  await mine.getByRole('button', { name: 'Kończę stałe miejsce' }).tap();
  await expect(phone.locator('.standing', { hasText: SERIES })).toHaveCount(0);
});

test('the standing place without the program in the browser', async ({ open }) => {
  const phone = await open({ device: 'phone', javaScript: false });
  await signInAs(phone, PIOTR);
  await openSeries(phone);
  const standing = phone.locator('.standing');
  await standing.getByText('W niektóre dni nie mogę').click();
  await standing.getByRole('checkbox').first().check();
  await standing.getByRole('button', { name: 'Biorę stałe miejsce' }).click();
  await expect(phone.locator('.standing')).toContainText('Masz tu stałe miejsce');
  await phone.goto('/moje');
  await expect(phone.locator('.standing', { hasText: SERIES })).toContainText('następny');
});

test('several dates at once; nothing ticked is said kindly', async ({ open, faults }) => {
  faults.allow(REFUSED);
  const phone = await open({ device: 'phone' });
  await signInAs(phone, PIOTR);
  await openSeries(phone, OFTEN);
  await hydrated(phone);
  const fold = phone.locator('details', { hasText: 'Wybierz kilka terminów naraz' });
  await fold.locator('summary').tap();
  await fold.getByRole('button', { name: 'Zgłaszam się na zaznaczone' }).tap();
  await expect(fold).toContainText('Zaznacz chociaż jeden termin.');
  const boxes = fold.getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await fold.getByRole('button', { name: 'Zgłaszam się na zaznaczone' }).tap();
  await expect(phone.getByRole('status').filter({ hasText: 'Masz' })).toContainText('Masz 2 nowe terminy.');
  await expect(phone.locator('article.slot.mine')).toHaveCount(2);
});

test('a task without an hour: found above the days, worked on bit by bit, confirmed', async ({ open, faults }) => {
  faults.allow(REFUSED);
  const phone = await open({ device: 'phone' });
  await signInAs(phone, JULIA);
  await phone.goto('/');
  await hydrated(phone);
  await phone.locator('.lane').getByRole('link', { name: new RegExp(TASK) }).tap();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(TASK);
  await expect(phone.locator('.facts')).toContainText('3 godz. pracy, kiedy Ci pasuje');
  await phone.getByRole('button', { name: 'Zgłaszam się' }).tap();
  await expect(phone.locator('#zgloszenie')).toContainText('Potwierdzone');

  const work = phone.locator('#praca');
  await work.getByRole('button', { name: 'Zapisz' }).tap();
  await expect(work.locator('#praca-minutes-e')).toBeVisible();
  await work.getByLabel('Godziny').fill('1');
  await work.getByLabel('Minuty').fill('30');
  await work.getByRole('button', { name: 'Zapisz' }).tap();
  await expect(work).toContainText('1 godz. 30 min z 3 godz.');
  await expect(work).toContainText('zostało: 1 godz. 30 min');
  await expect(phone.locator('#zgloszenie').getByRole('button', { name: 'Rezygnuję' })).toHaveCount(0);
  await work.getByRole('button', { name: 'Zrobione' }).tap();
  await expect(work).toContainText('Zrobione – dziękujemy!');

  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await desk.goto('/placowka');
  await hydrated(desk);
  const row = desk.locator('.panel', { hasText: TASK }).locator('li', { hasText: JULIA.name });
  await expect(row).toContainText('zrobione: 1 godz. 30 min');
  await expect(row.getByRole('spinbutton')).toHaveValue('90');
  await row.getByRole('button', { name: 'Był/a' }).click();
  await expect(row.getByRole('button', { name: 'Był/a' })).toHaveAttribute('aria-pressed', 'true');
});

test('a coordinator posts a task without an hour', async ({ open, faults }) => {
  faults.allow(REFUSED);
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await desk.goto('/koordynacja');
  await hydrated(desk);
  await desk.locator('.board-windows > summary').click();
  await desk.locator('.board-windows a', { hasText: TASK }).click();
  await desk.locator('summary', { hasText: 'Dodaj zadanie bez godziny' }).click();
  const form = desk.locator('form', { has: desk.getByRole('button', { name: 'Dodaj zadanie' }) });
  await form.getByLabel('Ostatni dzień').fill('2026-11-01');
  await form.getByRole('button', { name: 'Dodaj zadanie' }).click();
  await expect(form.locator('#f-last-e')).toBeVisible();
  await form.getByLabel('Ostatni dzień').fill('2026-12-18');
  await form.getByRole('button', { name: 'Dodaj zadanie' }).click();
  await expect(desk.locator('body')).toContainText('Dodano zadanie.');
  await expect(desk.locator('body')).toContainText('pt., 18 grudnia');
  await desk.locator('summary', { hasText: 'pt., 18 grudnia' }).click();
  const more = desk.locator('details[open] form', { has: desk.getByRole('button', { name: 'Zapisz zmianę' }) });
  await more.getByLabel('Ostatni dzień').fill('2026-12-17');
  await more.getByRole('button', { name: 'Zapisz zmianę' }).click();
  await expect(more.getByText('Ten dzień może być tylko późniejszy')).toBeVisible();
  await more.getByLabel('Ostatni dzień').fill('2026-12-21');
  await more.getByRole('button', { name: 'Zapisz zmianę' }).click();
  await expect(desk.locator('body')).toContainText('pon., 21 grudnia');
});

test('what cannot be claimed says why: too early, too near another place, too much for a week', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await post(desk, 'Próba chóru sąsiadów', ['2027-01-20'], 3, { opens_days: '7' });
  await post(desk, 'Pakowanie zakładek do książek', ['2027-01-13'], 3, { place: 'magazyn' });
  await post(desk, 'Ulotki na rynku', ['2027-01-13'], 3, { place: 'rynek', starts: '17:10', ends: '18:10' });
  await post(desk, 'Podlewanie paproci', ['2027-01-14'], 3);
  const phone = await open({ device: 'phone' });
  await signInAs(phone, BARTEK);

  await phone.goto(searching('Próba chóru sąsiadów'));
  await expect(phone.locator('article.slot').first()).toContainText('zgłoszenia od');
  await openSlot(phone, 'Próba chóru sąsiadów');
  await expect(claimState(phone)).toContainText(/Zgłoszenia od .*13 stycznia.*8:00/);
  await expect(claimButton(phone)).toHaveCount(0);

  await openSlot(phone, 'Pakowanie zakładek do książek');
  await hydrated(phone);
  await claimButton(phone).tap();
  await expect(claimButton(phone)).toHaveCount(0);
  await openSlot(phone, 'Ulotki na rynku');
  await expect(claimState(phone)).toContainText('Potrzebujesz co najmniej 20 minut na dojazd między miejscami.');
  await expect(claimButton(phone)).toHaveCount(0);

  await openSlot(phone, 'Podlewanie paproci');
  await expect(claimButton(phone)).toBeVisible();
  await phone.goto('/profil');
  await hydrated(phone);
  const hours = phone.getByLabel('Najwięcej godzin w tygodniu');
  await hours.fill('1');
  await phone.locator('form', { has: hours }).getByRole('button', { name: 'Zapisz' }).tap();
  await expect(phone.locator('body')).toContainText('Zapisane.');
  await openSlot(phone, 'Podlewanie paproci');
  await expect(claimState(phone)).toContainText('To byłoby więcej niż 1 godz. w tym tygodniu.');
  await expect(claimButton(phone)).toHaveCount(0);
});

test('a kind of help is watched from the calendar, and no longer', async ({ open }) => {
  const phone = await open({ device: 'phone' });
  await signInAs(phone, JULIA);
  await phone.goto('/?rodzaj=office_work');
  await phone.getByRole('link', { name: 'Pisz do mnie o takich' }).tap();
  await phone.waitForURL(/\/profil/);
  await hydrated(phone);
  const watched = phone.locator('#powiadomienia');
  await expect(watched).toContainText('Na razie o niczym.');
  const name = await watched.locator('option:checked').textContent();
  await watched.getByRole('button', { name: 'Pisz do mnie' }).tap();
  await expect(watched.getByRole('listitem')).toContainText([name ?? '?']);
  await watched.getByRole('button', { name: /^Już nie/ }).tap();
  await expect(watched).toContainText('Na razie o niczym.');
});
