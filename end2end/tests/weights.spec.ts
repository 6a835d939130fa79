// What counts how much: a slider moves, and the plan that would come of it stands beside the one there is.

import { type Page } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { ANNA, RAFAL, signInAs } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

const WEIGHTS = '/koordynacja/wagi';
const SAME = 'tyle samo miejsc, dopasowanie bez zmian, nikt nie zmienia miejsca.';

const said = (page: Page) => page.locator('.weights-said');

/** How long each plan took in the browser, in milliseconds. */
const plans = (page: Page) =>
  page.evaluate(() => performance.getEntriesByName('plan', 'measure').map((entry) => entry.duration));

async function openWeights(page: Page, who: { name: string }): Promise<void> {
  await signInAs(page, who);
  await page.goto(WEIGHTS);
  await hydrated(page);
  await expect(said(page)).toHaveText(SAME);
}

test('a coordinator tries weights: the plan follows the slider, nothing is saved', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await openWeights(page, ANNA);
  await expect(page.getByText('Zapisać może administrator programu.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Zapisz' })).toHaveCount(0);

  const liked = page.getByRole('slider', { name: 'Lubi takie zajęcia' });
  const near = page.getByRole('slider', { name: 'Ma blisko' });
  await expect(liked).toHaveValue('300');
  await liked.focus();
  await page.keyboard.press('Home');
  await expect(liked).toHaveValue('0');
  await expect(page.locator('output[for="w-kind_liked"]')).toHaveText('0');
  await near.focus();
  await page.keyboard.press('End');
  await expect(said(page)).not.toHaveText(SAME);
  await expect(said(page)).toHaveText(/miejsc.*dopasowan.*miejsc/);

  // Each step is a plan of its own.
  for (let step = 0; step < 10; step += 1) {
    const before = (await plans(page)).length;
    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await plans(page)).length).toBeGreaterThan(before);
  }
  const took = (await plans(page)).sort((one, other) => one - other);
  const median = took[Math.floor(took.length / 2)] ?? Number.NaN;
  const words = `median ${median.toFixed(1)} ms, most ${(took.at(-1) ?? Number.NaN).toFixed(1)} ms, of ${took.length}`;
  test.info().annotations.push({ type: 'plan', description: words });
  console.log(`a plan after a move of a slider: ${words}`);
  expect(median).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Przywróć' }).click();
  await expect(liked).toHaveValue('300');
  await expect(said(page)).toHaveText(SAME);
});

test('an administrator saves, and everybody sees who and when', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await openWeights(page, RAFAL);
  await expect(page.getByText('Nikt jeszcze nic nie zmienił')).toBeVisible();
  const fair = page.getByRole('slider', { name: 'Każdemu po trochu' });
  await fair.focus();
  await page.keyboard.press('End');
  await expect(fair).toHaveValue('500');
  await accessible(page);
  await page.getByRole('button', { name: 'Zapisz' }).click();
  await expect(page.getByText('Zapisano.')).toBeVisible();
  await expect(page.locator('main')).toContainText(`Ustawienie zapisane: ${RAFAL.name}`);
  await expect(fair).toHaveValue('500');
  await expect(said(page)).toHaveText(SAME);

  const other = await open({ device: 'desktop' });
  await openWeights(other, ANNA);
  await expect(other.getByRole('slider', { name: 'Każdemu po trochu' })).toHaveValue('500');
  await expect(other.locator('main')).toContainText(`Ustawienie zapisane: ${RAFAL.name}`);
});

test('without JavaScript the sliders are a form', async ({ open }) => {
  const page = await open({ device: 'phone', javaScript: false });
  await signInAs(page, RAFAL);
  await page.goto(WEIGHTS);
  const stable = page.getByRole('slider', { name: 'Bez zmian, jeśli można' });
  await stable.press('End');
  await page.getByRole('button', { name: 'Zapisz' }).click();
  await expect(page.locator('main')).toContainText(`Ustawienie zapisane: ${RAFAL.name}`);
  await expect(stable).toHaveValue('500');
});
