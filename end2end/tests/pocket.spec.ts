// The program in a pocket: on the home screen, without a network, through new builds, and gone with who signs out.

import { accessible } from '../support/accessible.ts';
import { Deploys } from '../support/deploys.ts';
import { ANNA, JULIA, PIOTR, signInAs } from '../support/people.ts';
import { copies, everything, inPocket, kept, OFFLINE } from '../support/pocket.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

test('a phone can put it on the home screen, in three languages', async ({ open }) => {
  const page = await open({ device: 'phone', pocket: true });
  for (const [lang, calendar] of [['pl', 'Kalendarz'], ['uk', 'Календар'], ['en', 'Calendar']] as const) {
    await page.goto(`/${lang}`);
    const href = await page.locator('link[rel=manifest]').getAttribute('href');
    const answer = await page.request.get(href ?? '');
    expect(answer.headers()['content-type']).toBe('application/manifest+json');
    const manifest = (await answer.json()) as Record<string, never> & {
      icons: { src: string; sizes: string; purpose: string }[];
      shortcuts: { name: string; url: string }[];
    };
    expect(manifest).toMatchObject({ lang, id: '/', start_url: '/', scope: '/', display: 'standalone', short_name: 'Łącznik' });
    expect(manifest.shortcuts.map((shortcut) => shortcut.url)).toEqual(['/', '/moje']);
    expect(manifest.shortcuts[0]?.name).toBe(calendar);
    expect(manifest.icons.some((icon) => icon.purpose === 'maskable' && icon.sizes === '512x512')).toBe(true);
    const touch = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
    for (const icon of [...manifest.icons, { src: touch ?? '', sizes: '180x180' }]) {
      const size = await page.evaluate(async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, icon.src);
      if (icon.sizes !== 'any') expect(size, icon.src).toBe(icon.sizes);
    }
  }
  await inPocket(page);
  const client = await page.context().newCDPSession(page);
  expect((await client.send('Page.getAppManifest')).errors).toEqual([]);
});

test('my schedule and pages already seen are there without a network', async ({ open, faults }) => {
  faults.allow(OFFLINE);
  const phone = await open({ device: 'phone', pocket: true });
  await signInAs(phone, JULIA);
  await phone.goto('/');
  await inPocket(phone);
  // Never opened, and here already.
  await kept(phone, '/moje');
  await hydrated(phone);
  const card = phone.locator('article.slot a[href*="/termin/"]').first();
  const title = (await card.textContent()) ?? '';
  const path = (await card.getAttribute('href')) ?? '';
  // Shown by the program, not loaded.
  await card.tap();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(title);
  await kept(phone, path);

  await phone.context().setOffline(true);
  await phone.goto('/moje');
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(phone.locator('article.slot').first()).toBeVisible();
  const line = phone.getByRole('status').filter({ hasText: /Zapisane dziś o \d+:\d\d\. Jesteś bez internetu\./ });
  await expect(line).toBeVisible();
  await hydrated(phone);
  await accessible(phone);

  await phone.goto(path);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(line).toBeVisible();
  // In another language the same page is shown as it was kept.
  await phone.goto(`/uk${path}`);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(title);
  const button = phone.locator('main form[method=post] button').first();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.dispatchEvent('click');
  await expect(phone.getByRole('alert')).toContainText('potrzebne jest połączenie');

  await phone.goto('/profil');
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Nie ma połączenia');
  await expect(phone.getByRole('link', { name: title })).toBeVisible();
  await accessible(phone);
  await phone.getByRole('link', { name: title }).tap();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(title);

  // Back: the page reads itself again.
  await phone.context().setOffline(false);
  await expect(line).toBeHidden();
  await expect(phone.locator('html')).not.toHaveAttribute('data-saved');
});

test('nothing stays on the phone of who signs out', async ({ open, faults }) => {
  faults.allow(OFFLINE);
  const phone = await open({ device: 'phone', pocket: true });
  await signInAs(phone, JULIA);
  await phone.goto('/moje');
  await inPocket(phone);
  await kept(phone, '/moje');
  expect(await everything(phone)).toContain('Julia');
  await phone.goto('/profil');
  await phone.evaluate(() => localStorage.setItem('mine', 'Julia'));
  await phone.locator('main form[action="/api/sign_out"] button').tap();
  await phone.waitForURL((url) => url.pathname === '/');
  expect(await everything(phone)).not.toMatch(/Julia|database|\/moje/);

  // Whoever comes next sees nothing of her, not even without a network.
  await signInAs(phone, PIOTR);
  await phone.goto('/');
  await inPocket(phone);
  await kept(phone, '/moje');
  await phone.context().setOffline(true);
  await phone.goto('/moje');
  await expect(phone.locator('body')).toContainText(PIOTR.name);
  expect(await everything(phone)).not.toContain('Julia');
  await phone.context().setOffline(false);
});

test('another session on the same phone begins with nothing', async ({ open }) => {
  const phone = await open({ device: 'phone', pocket: true });
  await signInAs(phone, JULIA);
  await phone.goto('/moje');
  await inPocket(phone);
  await kept(phone, '/moje');
  // Her session ends somewhere else.
  await phone.context().clearCookies();
  await phone.goto('/o-programie');
  await expect.poll(() => everything(phone)).not.toMatch(/Julia|\/moje/);
});

test('pages of staff are never kept', async ({ open }) => {
  const desk = await open({ device: 'desktop', pocket: true });
  await signInAs(desk, ANNA);
  for (const path of ['/', '/koordynacja/ludzie', '/moje', '/koordynacja', '/']) await desk.goto(path);
  await inPocket(desk);
  await desk.goto('/koordynacja/ludzie');
  await desk.waitForTimeout(1_000);
  expect(await copies(desk)).toEqual([]);
});

test('a phone with the old build loads the new one, and old files go', async ({ open, program, faults }) => {
  faults.allow(OFFLINE);
  const site = await Deploys.of(program.port);
  const phone = await open({ device: 'phone', pocket: true, program: site });
  await signInAs(phone, JULIA);
  await phone.goto('/moje');
  await inPocket(phone);
  await kept(phone, '/moje');
  const script = () =>
    phone.evaluate(() => performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/lacznik.js'))?.name ?? '');
  const folder = (path: string | null) => /pkg\/(\w+)\//.exec(path ?? '')?.[1] ?? '';
  const folders = () =>
    phone.evaluate(async () => (await (await caches.open('files')).keys()).map((file) => /pkg\/(\w+)\//.exec(file.url)?.[1] ?? ''));
  const old = folder(await script());
  const more = async () => {
    const before = (await folders()).length;
    await phone.waitForTimeout(700);
    return (await folders()).length - before;
  };
  await expect.poll(more, 'the phone has all it wants to keep').toBe(0);

  site.deploy();
  await phone.goto('/moje');
  await hydrated(phone);
  const second = folder(await script());
  expect(second).not.toBe(old);
  expect(site.files.filter((file) => file.path.endsWith('lacznik_bg.wasm') && file.build === 1 && file.status === 200)).not.toEqual([]);
  expect(site.files.filter((file) => file.status !== 200)).toEqual([]);

  // The new service worker has taken over, too.
  const build = () => phone.evaluate(async () => (await (await (await caches.open('notes')).match('/folders'))?.text()) ?? '');
  await expect.poll(build, { timeout: 20_000 }).toContain(second);

  site.deploy();
  await phone.goto('/moje');
  await hydrated(phone);
  const third = folder(await script());
  await expect.poll(folders, { timeout: 20_000 }).not.toContain(old);
  expect(await folders()).toContain(third);
  // What is kept goes with its own files.
  await phone.context().setOffline(true);
  await phone.goto('/moje');
  await hydrated(phone);
  await expect(phone.locator('html')).toHaveAttribute('data-saved');
  site.close();
});

for (const pocket of [true, false]) {
  test(`a page that is open while a new build comes goes on, ${pocket ? 'with' : 'without'} a service worker`, async ({ open, program, faults }) => {
    faults.allow(/status of 404/);
    const site = await Deploys.of(program.port);
    const phone = await open({ device: 'phone', pocket, program: site });
    await phone.goto('/');
    await hydrated(phone);
    const script = phone.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/phone.')));
    await (pocket ? inPocket(phone) : script);
    // What a phone has cannot be taken from it; what it has not is gone.
    site.deploy();
    const card = phone.locator('article.slot a[href*="/termin/"]').first();
    const title = (await card.textContent()) ?? '';
    await card.tap();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(phone).toHaveURL(/\/termin\//);
    await phone.reload();
    await hydrated(phone);
    await phone.waitForLoadState('networkidle');
    site.close();
  });
}

test('what an open page cannot read, because a new build wrote it, is loaded anew', async ({ open, program }) => {
  const site = await Deploys.of(program.port);
  const phone = await open({ device: 'phone', program: site });
  await phone.goto('/');
  await hydrated(phone);
  const range = phone.locator('.cal-range');
  const before = (await range.textContent()) ?? '';
  site.deploy();
  // Turning a page loads none, unless it has to.
  const loaded = phone.waitForEvent('load');
  await phone.locator('.cal-move a').last().tap();
  await loaded;
  expect(new URL(phone.url()).search).toContain('dzien=');
  await expect(range).not.toHaveText(before);
  await expect(phone.locator('article.slot').first()).toBeVisible();
  await hydrated(phone);
  await phone.waitForLoadState('networkidle');
  site.close();
});
