// Checking in at a place: by the code on its poster, with and without a network, once, and proven by the number of that
// minute only.

import { type Locator, type Page } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { ANNA, claimInTwoTaps, JULIA, PIOTR, signInAs } from '../support/people.ts';
import { everything, OFFLINE, takeAlong } from '../support/pocket.ts';
import { post } from '../support/posting.ts';
import { FIXED_NOW, Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

const TITLE = 'Podpisywanie kartek';
const TODAY = FIXED_NOW.slice(0, 10);

type Scene = {
  /** The host's list, open since before anybody came. */
  desk: Page;
  organisation: string;
  /** The path on the poster. */
  poster: string;
  phone: Page;
  /** Piotr on the host's list. */
  guest: Locator;
};

type Open = (visit: { device: 'phone' | 'desktop'; pocket?: boolean; javaScript?: boolean }) => Promise<Page>;

/** A date at a quarter past nine, its host's list, and Piotr with a place and a phone. */
async function scene(open: Open, pocket: boolean): Promise<Scene> {
  const desk = await open({ device: 'desktop' });
  await signInAs(desk, ANNA);
  const organisation = await post(desk, TITLE, [TODAY], 3, { starts: '09:15', ends: '11:00' });
  await desk.goto(`/placowka/${organisation}/plakat`);
  const poster = new URL((await desk.locator('.poster-address').textContent()) ?? '').pathname;
  await desk.goto('/placowka');
  await hydrated(desk);
  const guest = desk.locator('.panel', { hasText: TITLE }).locator('li', { hasText: PIOTR.name });
  const phone = await open({ device: 'phone', pocket });
  await phone.clock.setFixedTime(new Date(FIXED_NOW));
  await signInAs(phone, PIOTR);
  await claimInTwoTaps(phone, TITLE);
  await expect(guest).toBeVisible();
  await desk.evaluate(() => Object.assign(window, { same: true }));
  return { desk, organisation, poster, phone, guest };
}

/** The list shows it and was not loaded again. */
async function seen({ desk, guest }: Scene, words: string): Promise<void> {
  await expect(guest).toContainText(words);
  expect(await desk.evaluate(() => (window as { same?: boolean }).same), 'the list was not loaded again').toBe(true);
}

/** The number that a host's screen shows, now or on a node with another clock. */
async function number({ desk, organisation }: Scene, at: { url: string } | null = null): Promise<string> {
  const screen = await desk.context().newPage();
  await screen.goto(`${at?.url ?? ''}/placowka/${organisation}/kod`);
  const text = (await screen.locator('.poster-number').textContent()) ?? '';
  await screen.close();
  return text.replace(' ', '');
}

const saying = (page: Page, words: string) => page.getByRole('button', { name: new RegExp(`^${words} ?: ${TITLE}$`) });

/** Everything that waits to be sent; nothing if the phone has no place for it. */
async function queued(page: Page): Promise<unknown[]> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'lacznik')) return [];
    const store = await new Promise<IDBDatabase>((give) => {
      const opening = indexedDB.open('lacznik', 1);
      opening.onsuccess = () => give(opening.result);
    });
    const all = await new Promise<unknown[]>((give) => {
      const reading = store.transaction('taps').objectStore('taps').getAll();
      reading.onsuccess = () => give(reading.result);
    });
    store.close();
    return all;
  });
}

test('a volunteer scans the poster, the host sees it, and only the number of that minute proves it', async ({ open, database, faults }) => {
  faults.allow(/status of 422/);
  const all = await scene(open, false);
  const { phone, poster } = all;
  await phone.goto(poster);
  await hydrated(phone);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Obecność');
  await accessible(phone);

  // A code photographed on another day, and one that was never on a screen.
  const before = await Program.start(database, '2026-11-22T08:00:00Z');
  const yesterday = await number(all, before);
  await before.stop();
  const now = await number(all);
  expect(yesterday).not.toBe(now);
  for (const wrong of [yesterday, '000000']) {
    await phone.goto(`${poster}?numer=${wrong}`);
    await hydrated(phone);
    await saying(phone, 'Jestem').tap();
    await expect(phone.getByRole('alert')).toContainText('To nie jest numer z ekranu');
    await expect(saying(phone, 'Jestem')).toBeVisible();
  }
  expect(await queued(phone)).toEqual([]);
  await expect(all.guest).not.toContainText('na miejscu');

  // Without a number it waits for the host; the same page goes on.
  await phone.goto(poster);
  await hydrated(phone);
  await saying(phone, 'Jestem').tap();
  await seen(all, 'na miejscu od 9:00 · bez numeru');
  await expect(phone.locator('main')).toContainText('Jesteś od 9:00. Potwierdzi to osoba, która Cię gości.');
  await accessible(phone);
  await accessible(all.desk);
  await phone.goto(`${poster}?numer=${now}`);
  await hydrated(phone);
  await saying(phone, 'Wychodzę').tap();
  await seen(all, 'wyjście o 9:00 · z numerem');
  await expect(phone.locator('main')).toContainText('Potwierdzone numerem.');
  await expect(phone.locator('[data-tap]:visible')).toHaveCount(0);

  // In other languages, and for somebody who has nothing there today.
  for (const [lang, words] of [['en', 'Confirmed by the number.'], ['uk', 'Підтверджено номером.']] as const) {
    await phone.goto(`/${lang}${poster}`);
    await expect(phone.locator('main')).toContainText(words);
    await accessible(phone);
  }
  const other = await open({ device: 'phone' });
  await signInAs(other, JULIA);
  await other.goto(poster);
  await expect(other.getByText('Nie masz tu dziś terminu')).toBeVisible();
  await accessible(other);
});

test('without a network it waits on the phone, is sent in order, and the host sees it by itself', async ({ open, faults }) => {
  faults.allow(OFFLINE);
  const all = await scene(open, true);
  const { phone, poster } = all;
  await takeAlong(phone, '/obecnosc');
  await expect(phone.getByRole('button', { name: 'Jestem' })).toHaveCount(0);

  // The poster is read for the first time, and there is no network.
  await phone.context().setOffline(true);
  await phone.goto(poster);
  await expect(phone.getByRole('status')).toContainText('„Jestem” i „Wychodzę” działają też teraz.');
  await accessible(phone);
  await saying(phone, 'Jestem').tap();
  const waits = phone.getByText(/„Jestem” zapisane w telefonie o 9:00/);
  await expect(waits).toBeVisible();
  await phone.reload();
  await expect(waits).toBeVisible();
  await expect(saying(phone, 'Jestem')).toBeHidden();
  await saying(phone, 'Wychodzę').tap();
  await expect(phone.getByText(/„Wychodzę” zapisane w telefonie o 9:00/)).toBeVisible();
  await expect(phone.locator('[data-tap]:visible')).toHaveCount(0);
  await accessible(phone);
  expect(await queued(phone)).toHaveLength(2);
  await expect(all.guest).not.toContainText('na miejscu');

  await phone.context().setOffline(false);
  await seen(all, 'na miejscu od 9:00 · bez numeru');
  await seen(all, 'wyjście o 9:00 · bez numeru');
  await expect(waits).toBeHidden();
  await expect(phone.locator('main')).toContainText('Jesteś od 9:00.');
  await expect.poll(() => queued(phone)).toEqual([]);
});

test('an answer that is lost on its way is asked for again, and counts once', async ({ open, faults }) => {
  faults.allow(/ERR_CONNECTION_RESET/);
  const all = await scene(open, false);
  const { phone, poster } = all;
  const sent: string[] = [];
  await phone.route('**/api/check_in', async (route) => {
    sent.push(route.request().postData() ?? '');
    const answer = await route.fetch();
    await (sent.length === 1 ? route.abort('connectionreset') : route.fulfill({ response: answer }));
  });
  await phone.goto(poster);
  await hydrated(phone);
  await saying(phone, 'Jestem').tap();
  await seen(all, 'na miejscu od 9:00');
  expect(await queued(phone)).toHaveLength(1);
  await phone.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => queued(phone)).toEqual([]);
  expect(sent).toHaveLength(2);
  expect(new URLSearchParams(sent[1]).get('form[id]')).toBe(new URLSearchParams(sent[0]).get('form[id]'));
  // And by hand, as somebody could who wants it to count more than once.
  const again = await phone.request.post('/api/check_in', {
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', origin: new URL(phone.url()).origin },
    data: sent[0] ?? '',
  });
  expect(again.status()).toBe(200);
  await all.desk.reload();
  expect(((await all.guest.textContent()) ?? '').match(/na miejscu/g)).toHaveLength(1);
});

test('who signs out takes along what was not sent', async ({ open, faults }) => {
  faults.allow(OFFLINE);
  const all = await scene(open, true);
  const { phone, poster } = all;
  await takeAlong(phone, '/obecnosc');
  await phone.context().setOffline(true);
  await phone.goto(poster);
  await saying(phone, 'Jestem').tap();
  await expect.poll(() => queued(phone)).toHaveLength(1);
  await phone.locator('header .menu summary').last().tap();
  // It looks as if it had to wait, as every button of a form does; this one does not.
  await phone.locator('header form[action="/api/sign_out"] button').dispatchEvent('click');
  await expect(phone.getByRole('alert').last()).toContainText('Usunęliśmy Twoje dane z tego telefonu');
  await expect.poll(() => everything(phone)).not.toMatch(/database|Piotr/);
  await phone.context().setOffline(false);
  await phone.goto('/o-programie');
  expect(await queued(phone)).toEqual([]);
  await all.desk.reload();
  await expect(all.guest).toBeVisible();
  await expect(all.guest).not.toContainText('na miejscu');
});

test('it works without scripts', async ({ open, faults }) => {
  faults.allow(/status of 422/);
  const all = await scene(open, false);
  const plain = await open({ device: 'phone', javaScript: false });
  await signInAs(plain, PIOTR);
  const now = await number(all);
  await plain.goto(all.poster);
  const field = plain.locator('[data-tap=arrived]').getByLabel('Numer z ekranu');
  await plain.locator('[data-tap=arrived] summary').tap();
  await field.fill('12');
  await saying(plain, 'Jestem').tap();
  await expect(field).toHaveValue('12');
  await field.fill(now);
  await saying(plain, 'Jestem').tap();
  await expect(plain.locator('main')).toContainText('Potwierdzone numerem.');
  await seen(all, 'na miejscu od 9:00 · z numerem');
});

test('scripts of checking in are loaded only where somebody checks in', async ({ open }) => {
  const phone = await open({ device: 'phone' });
  await signInAs(phone, PIOTR);
  const loaded = () => phone.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/taps.')));
  for (const [path, wanted] of [['/', false], ['/moje', false], ['/obecnosc', true]] as const) {
    await phone.goto(path);
    await phone.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/phone.')));
    if (wanted) await expect.poll(loaded).toBe(true);
    else {
      await phone.waitForTimeout(500);
      expect(await loaded(), path).toBe(false);
    }
  }
});
