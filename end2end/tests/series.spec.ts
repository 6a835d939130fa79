// Dates that repeat: planned with a preview, moved from one date on, read by the volunteer; and the same without
// JavaScript.

import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { ANNA, claimState, JULIA, openCards, searching, signInAs } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

const TITLE = 'Czytanie na głos w bibliotece';

async function draft(desk: Page, javaScript = true): Promise<void> {
  await desk.goto('/koordynacja/oferty/nowa');
  if (javaScript) await hydrated(desk);
  await desk.getByLabel('Placówka lub partner').selectOption({ label: 'Klub Wolontariatu (przykład)' });
  await desk.getByLabel('Rodzaj pomocy').selectOption({ value: 'office_work' });
  await desk.getByLabel('Tytuł').fill(TITLE);
  await desk.getByLabel('Na czym to polega').fill('Czytamy na głos i rozmawiamy o książkach.');
  await desk.getByLabel('Miejsce', { exact: true }).fill('czytelnia');
  await desk.locator('#f-min_age').fill('16');
  await desk.getByRole('radio', { name: /Miejsce od razu/ }).check();
  await desk.getByRole('button', { name: 'Zapisz szkic' }).click();
  await desk.waitForURL(/\/koordynacja\/oferty\/[0-9a-f-]{36}/);
  await desk.getByRole('link', { name: 'Zaplanuj terminy' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Dodaj terminy');
}

/** Fortnightly on Thursdays from 26 November; 24 December is a holiday. */
async function thursdays(desk: Page): Promise<void> {
  await desk.getByLabel('Dzień', { exact: true }).fill('2026-11-26');
  await desk.getByLabel('Od godziny').fill('16:00');
  await desk.getByLabel('Do godziny').fill('18:00');
  await desk.getByLabel('Najmniej osób').fill('1');
  await desk.getByLabel('Najwięcej osób').fill('4');
  await desk.getByLabel('Jak często').selectOption({ label: 'Co drugi tydzień' });
  await desk.getByLabel('Powtarzaj do dnia').fill('2027-01-07');
  await desk.getByLabel('Pomiń święta').check();
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

test('planned with a preview, moved from one date on, read on the phone', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await draft(desk);
  await hydrated(desk);
  await thursdays(desk);
  // The preview follows the form by itself.
  const preview = desk.locator('.planner .panel');
  await expect(preview).toContainText('co drugi czwartek do 7 stycznia 2027, bez świąt, 16:00–18:00');
  await expect(preview).toContainText('czw., 24 grudnia – Wigilia');
  await expect(preview.getByRole('button', { name: 'Dodaj 3 terminy' })).toBeVisible();
  await preview.getByRole('button', { name: 'Pomiń: czw., 10 grudnia' }).click();
  await expect(preview.getByRole('button', { name: 'Dodaj 2 terminy' })).toBeVisible();
  await accessible(desk);
  await desk.screenshot({ path: 'test-results/series-add.png', fullPage: true });
  await preview.getByRole('button', { name: 'Przywróć: czw., 10 grudnia' }).click();
  await preview.getByRole('button', { name: 'Dodaj 3 terminy' }).click();
  await desk.waitForURL(/\/koordynacja\/oferty\/[0-9a-f-]{36}$/);
  await desk.getByRole('button', { name: 'Opublikuj' }).click();
  await expect(desk.locator('body')).toContainText('Opublikowano.');
  const editor = desk.url();

  const phone = await open({ device: 'phone' });
  await signInAs(phone, JULIA);
  await phone.goto(`${searching(TITLE)}&dzien=2026-12-10`);
  await hydrated(phone);
  await openCards(phone).getByRole('link').first().tap();
  await phone.getByRole('button', { name: 'Zgłaszam się' }).tap();
  await expect(claimState(phone)).toContainText(/potwierdzon/i);

  await desk.goto(editor);
  await hydrated(desk);
  await desk.getByRole('link', { name: /Zmień albo odwołaj: czw., 10 grudnia/ }).click();
  await hydrated(desk);
  await desk.getByRole('radio', { name: /Tego i następnych/ }).check();
  await desk.getByLabel('Od godziny').fill('17:00');
  await desk.getByLabel('Do godziny').fill('19:00');
  await desk.getByLabel('Do godziny').press('Tab');
  await expect(preview).toContainText('Zmiana czasu lub miejsca');
  await expect(preview).toContainText(JULIA.name);
  await expect(preview).toContainText('czw., 10 grudnia, 16:00–18:00 → czw., 10 grudnia, 17:00–19:00');
  await accessible(desk);
  await desk.screenshot({ path: 'test-results/series-change.png', fullPage: true });
  await preview.getByRole('button', { name: 'Zapisz i powiadom' }).click();
  await desk.waitForURL(/\/koordynacja\/oferty\/[0-9a-f-]{36}/);
  const history = desk.locator('#historia');
  await expect(history).toContainText('Zmieniono terminy');
  await expect(history).toContainText('ten i następne');
  await expect(history).toContainText('wiadomość dostała 1 osoba');
  await expect(history).toContainText(ANNA.name);
  await accessible(desk);
  await desk.screenshot({ path: 'test-results/series-editor.png', fullPage: true });

  await expect(phone.locator('main')).toContainText('17:00–19:00');
  await phone.goto('/moje');
  await expect(phone.locator('article.slot', { hasText: TITLE })).toContainText('17:00');
  await desk.goto('/demo/poczta');
  await expect(desk.locator('main')).toContainText(`Zmiana terminu: ${TITLE}`);
});

test('without JavaScript: preview by a button, cancelled from one date on with a reason', async ({ open }) => {
  const desk = await open({ device: 'desktop', javaScript: false });
  await signInAs(desk, ANNA);
  await draft(desk, false);
  await thursdays(desk);
  await desk.getByRole('button', { name: 'Zobacz terminy' }).click();
  const preview = desk.locator('.planner .panel');
  await expect(preview).toContainText('czw., 24 grudnia – Wigilia');
  await expect(desk.getByLabel('Powtarzaj do dnia')).toHaveValue('2027-01-07');
  await preview.getByRole('button', { name: 'Pomiń: czw., 26 listopada' }).click();
  await preview.getByRole('button', { name: 'Dodaj 2 terminy' }).click();
  await desk.waitForURL(/\/koordynacja\/oferty\/[0-9a-f-]{36}$/);
  await expect(desk.locator('.series')).toContainText('co drugi czwartek');
  await desk.getByRole('link', { name: /Zmień albo odwołaj: czw., 7 stycznia/ }).click();
  await desk.getByRole('radio', { name: 'Odwołać' }).check();
  await desk.getByRole('radio', { name: /Tego i następnych/ }).check();
  await desk.getByRole('button', { name: 'Zobacz, kogo to dotyczy' }).click();
  await expect(preview).toContainText('Nikt nie dostanie wiadomości.');
  await preview.getByLabel(/Powód/).fill('Remont czytelni');
  await preview.getByRole('button', { name: 'Odwołaj i powiadom' }).click();
  await desk.waitForURL(/\/koordynacja\/oferty\/[0-9a-f-]{36}/);
  await expect(desk.locator('#historia')).toContainText('odwołano 1 termin');
  await expect(desk.locator('.series')).toContainText('do 6 stycznia 2027');
});
