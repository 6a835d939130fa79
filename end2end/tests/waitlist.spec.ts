// No place is free: people wait in turn, a coordinator changes the order, somebody steps back, the place goes on.

import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { ANNA, BARTEK, claimButton, claimInTwoTaps, claimState, JULIA, openBoard, PIOTR, searching, signInAs, signInByCode } from '../support/people.ts';
import { post } from '../support/posting.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

const TITLE = 'Paczki dla seniorów';
/** The day after that of the journeys. */
const SOON = '2026-11-24';

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
}

async function openSlot(page: Page, title: string): Promise<void> {
  await page.goto(searching(title));
  await page.locator('article.slot', { hasText: title }).first().getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

async function wait(page: Page, title: string): Promise<void> {
  await openSlot(page, title);
  await page.getByRole('button', { name: 'Poczekam na miejsce' }).click();
}

test('who waits is asked in turn, as the coordinator ordered it', async ({ open }) => {
  test.setTimeout(120_000);
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await post(desk, TITLE, ['2026-12-09', '2026-12-16'], 1);
  const [holder, julia, bartek] = [await open({ device: 'phone' }), await open({ device: 'phone' }), await open({ device: 'phone' })];
  await signInAs(holder, PIOTR);
  await claimInTwoTaps(holder, TITLE);
  await expect(claimState(holder)).toContainText('Potwierdzone');
  await signInAs(julia, JULIA);
  await wait(julia, TITLE);
  await expect(claimState(julia)).toContainText('Jesteś 1. w kolejce');
  await accessible(julia);
  await signInAs(bartek, BARTEK);
  await wait(bartek, TITLE);
  await expect(claimState(bartek)).toContainText('Jesteś 2. w kolejce');

  await desk.goto(`/koordynacja/termin/${/termin\/([0-9a-f-]+)/.exec(julia.url())?.[1]}`);
  await hydrated(desk);
  const queue = desk.locator('section', { has: desk.getByRole('heading', { name: 'Kto czeka na miejsce' }) });
  const second = queue.getByRole('listitem').filter({ hasText: BARTEK.name });
  await second.getByText('Zmień kolej').click();
  await second.getByLabel('Dlaczego').fill('Zna to miejsce.');
  await accessible(desk);
  await second.getByRole('button', { name: 'Zmień', exact: true }).click();
  await expect(claimState(bartek)).toContainText('Jesteś 1. w kolejce');
  await expect(claimState(julia)).toContainText('Jesteś 2. w kolejce');

  await holder.getByText('Dlaczego? (nie musisz mówić)').first().click();
  await holder.getByLabel('Dlaczego? (nie musisz mówić)').selectOption({ label: 'praca albo szkoła' });
  await accessible(holder);
  await holder.getByRole('button', { name: 'Rezygnuję' }).click();
  await expect(claimState(holder)).toContainText('Miejsce oddane');
  await accessible(holder);
  // Nobody else gets in between; another date is there at once.
  await expect(claimState(holder)).toContainText('Nie ma już wolnych miejsc');
  await holder.getByRole('button', { name: /^Wybieram ten termin/ }).first().click();
  await expect(holder.locator('article.slot').filter({ hasText: 'Potwierdzone' }).first()).toBeVisible();

  await bartek.getByRole('button', { name: /^Biorę to miejsce/ }).waitFor();
  await accessible(bartek);
  await expect(queue.getByText(/zapytana osoba/)).toBeVisible();
  await bartek.getByRole('button', { name: /^Biorę to miejsce/ }).tap();
  await expect(claimState(bartek)).toContainText('Potwierdzone');
  await expect(claimState(julia)).toContainText('Jesteś 1. w kolejce');
  await expect(queue.getByRole('listitem')).toHaveCount(1);
});

test('stepping back late says who will be told, and they are', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await post(desk, TITLE, [SOON], 2);
  const phone = await open({ device: 'phone' });
  await signInAs(phone, JULIA);
  await claimInTwoTaps(phone, TITLE);
  await openBoard(desk);
  await expect(claimState(phone)).toContainText('Koordynatorka i osoba prowadząca dowiedzą się od razu');
  await phone.getByText('Dlaczego? (nie musisz mówić)').first().click();
  await phone.getByLabel('Własnymi słowami').fill('Muszę wyjechać.');
  await phone.getByRole('button', { name: 'Rezygnuję mimo to' }).click();
  await expect(claimButton(phone)).toBeVisible();
  const late = desk.locator('section', { has: desk.getByRole('heading', { name: 'Rezygnacje tuż przed' }) });
  await expect(late).toContainText(JULIA.name);
  await expect(late).toContainText('Muszę wyjechać.');
  await accessible(desk);
  await desk.goto('/demo/poczta');
  await expect(desk.locator('main')).toContainText(`Rezygnacja tuż przed: ${TITLE}`);
});

test('without JavaScript: waiting, and confirming', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await post(desk, TITLE, ['2026-12-09'], 1);
  const holder = await open({ device: 'phone' });
  await signInAs(holder, PIOTR);
  await claimInTwoTaps(holder, TITLE);
  await expect(claimState(holder)).toContainText('Potwierdzone');
  const phone = await open({ device: 'phone', javaScript: false });
  await signInByCode(phone, JULIA);
  await wait(phone, TITLE);
  await expect(claimState(phone)).toContainText('Jesteś 1. w kolejce');
  await holder.getByRole('button', { name: 'Rezygnuję' }).click();
  await expect(claimState(holder)).toContainText('Miejsce oddane');
  await phone.goto('/moje');
  await expect(phone.locator('main')).toContainText('Zwolniło się miejsce, na które czekasz.');
  await phone.getByRole('button', { name: /^Biorę to miejsce/ }).first().click();
  await expect(phone.locator('article.slot', { hasText: TITLE }).filter({ hasText: 'Potwierdzone' })).toBeVisible();
});
