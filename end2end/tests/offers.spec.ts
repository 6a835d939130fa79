// A coordinator posts an opportunity and calls it off; who had claimed reads it in a mail.

import { ANNA, claimInTwoTaps, claimState, JULIA, signInAs } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

const TITLE = 'Kartki na święta dla sąsiadów';

test('created, dated without holidays, published, claimed, called off, told', async ({ open }) => {
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  await desk.goto('/koordynacja/oferty');
  await desk.getByRole('link', { name: 'Nowa oferta' }).click();
  await hydrated(desk);
  await desk.getByLabel('Placówka lub partner').selectOption({ label: 'Klub Wolontariatu (przykład)' });
  await desk.getByLabel('Rodzaj pomocy').selectOption({ value: 'office_work' });
  await desk.getByLabel('Tytuł').fill(TITLE);
  await desk.getByLabel('Na czym to polega').fill('Wypisujemy i pakujemy kartki.');
  await desk.getByLabel('Miejsce', { exact: true }).fill('sala 2');
  await desk.locator('#f-min_age').fill('16');
  await desk.getByRole('radio', { name: /Miejsce od razu/ }).check();
  await desk.getByRole('button', { name: 'Zapisz szkic' }).click();
  await desk.waitForURL(/\/koordynacja\/oferty\/[0-9a-f-]{36}/);
  await hydrated(desk);
  await expect(desk.locator('.top-nav').getByRole('link', { name: 'Oferty' })).toHaveAttribute('aria-current', 'true');

  // Fridays from 4 December to 8 January but for Christmas and New Year's Day: four of six.
  await desk.getByRole('link', { name: 'Zaplanuj terminy' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Dodaj terminy');
  await desk.getByLabel('Dzień', { exact: true }).fill('2026-12-04');
  await desk.getByLabel('Od godziny').fill('16:00');
  await desk.getByLabel('Do godziny').fill('18:00');
  await desk.getByRole('spinbutton', { name: 'Najmniej osób' }).fill('1');
  await desk.getByRole('spinbutton', { name: 'Najwięcej osób' }).fill('4');
  await desk.getByLabel('Jak często').selectOption({ label: 'Co tydzień' });
  await desk.getByLabel('Powtarzaj do dnia').fill('2027-01-08');
  await desk.getByLabel('Pomiń święta').check();
  await desk.getByRole('button', { name: 'Zobacz terminy' }).click();
  await desk.getByRole('button', { name: 'Dodaj 4 terminy' }).click();
  await desk.waitForURL(/\/koordynacja\/oferty\/[0-9a-f-]{36}$/);
  await desk.getByRole('button', { name: 'Opublikuj' }).click();
  await expect(desk.locator('body')).toContainText('Opublikowano.');

  const phone = await open({ device: 'phone' });
  await signInAs(phone, JULIA);
  await claimInTwoTaps(phone, TITLE);
  await expect(claimState(phone)).toContainText(/potwierdzon/i);

  const fold = desk.locator('details', { hasText: 'Odwołaj całą ofertę' }).last();
  if ((await fold.count()) > 0) await fold.locator('summary').first().click();
  await desk.getByLabel('Powód dla zgłoszonych osób').last().fill('Zabrakło papieru.');
  await desk.getByRole('button', { name: 'Odwołaj ofertę' }).click();
  await expect(desk.locator('body')).toContainText('Wiadomość dostanie 1 osoba.');
  await expect(claimState(phone)).toContainText(/odwoła/i);
  await desk.goto('/demo/poczta');
  await expect(desk.locator('main')).toContainText(`Odwołane: ${TITLE}`);
  await expect(desk.locator('main')).toContainText(JULIA.email);
  await expect(desk.locator('main')).toContainText('Zabrakło papieru.');
});
