// Dates in other programs: calendars that two readers understand over both clock changes, the address of one's own
// calendar, one date taken along, the widget on another website, the declaration of accessibility.

import { createServer, type Server } from 'node:http';
import { accessible } from '../support/accessible.ts';
import { byIcalJs, byPython, type Read, wrongEvents } from '../support/calendars.ts';
import { AT_ONCE, claimButton, JULIA, openCards, searching, signInAs, signInByCode } from '../support/people.ts';
import { freePort, Program, seed } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

type Listed = { dates: { id: string; title: string; starts: string; ends: string }[] };

const seconds = (text: string) => Date.parse(text) / 1000;
const byUid = (events: Read[]) => new Map(events.map((event) => [event.uid, event]));

for (const [name, now, change] of [
  ['autumn', '2026-10-23T07:00:00Z', '2026-10-25T01:00:00Z'],
  ['spring', '2027-03-25T08:00:00Z', '2027-03-28T01:00:00Z'],
] as const) {
  test(`two readers understand every date around the change of clocks in ${name}`, async ({}, info) => {
    const database = `sqlite:${info.outputPath(`${name}.sqlite`)}`;
    seed(database, now);
    const program = await Program.start(database, now);
    try {
      const get = async (path: string) => (await fetch(program.url + path)).text();
      const list = (JSON.parse(await get('/kalendarz.json')) as Listed).dates;
      const text = await get('/pl/kalendarz.ics');
      const readers = [byUid(byIcalJs(text)), byUid(byPython(text))];
      expect([...readers[0]!.values()]).toEqual([...readers[1]!.values()]);
      expect(list.length).toBeGreaterThan(20);
      expect(list.filter((date) => seconds(date.starts) < seconds(change)).length).toBeGreaterThan(0);
      expect(list.filter((date) => seconds(date.starts) > seconds(change)).length).toBeGreaterThan(0);
      for (const date of list) {
        for (const reader of readers) {
          const event = reader.get(date.id);
          expect(event, date.title).toMatchObject({ title: date.title, status: 'CONFIRMED' });
          if (typeof event?.start === 'number') {
            expect([event.start, event.end], `${date.title} ${date.starts}`).toEqual([seconds(date.starts), seconds(date.ends)]);
          }
        }
      }
    } finally {
      await program.stop();
    }
  });
}

for (const javaScript of [true, false]) {
  test(`the address of one's own calendar is made, used and made anew ${javaScript ? 'with' : 'without'} JavaScript`, async ({ open }) => {
    const page = await open({ device: 'phone', javaScript });
    await signInByCode(page, JULIA);
    await page.goto(searching(AT_ONCE));
    await openCards(page).getByRole('link').first().click();
    await claimButton(page).click();
    await expect(page.locator('#zgloszenie')).toContainText(/potwierdzon/i);
    await page.goto('/pl/profil');
    if (javaScript) await hydrated(page);
    await page.getByRole('button', { name: 'Utwórz tajny adres' }).click();
    const address = page.getByLabel('Tajny adres Twojego kalendarza');
    await expect(address).toHaveValue(/\/pl\/kalendarz\/moje\/[\w-]{43}\.ics$/);
    const first = await address.inputValue();
    await expect(page.locator('#kalendarz a[href^="webcal:"]')).toHaveAttribute('href', first.replace(/^http/, 'webcal'));

    // A calendar program has no session.
    const text = await (await fetch(first)).text();
    expect(byIcalJs(text)).toEqual(byPython(text));
    expect(byIcalJs(text).map((event) => event.title)).toContain(AT_ONCE);
    expect(text).not.toContain('@');

    await page.getByRole('button', { name: 'Ustaw nowy adres' }).click();
    await expect(address).not.toHaveValue(first);
    const strange = await fetch(first.replace(/[\w-]{43}/, 'x'.repeat(43)));
    const old = await fetch(first);
    expect([old.status, await old.text()]).toEqual([strange.status, await strange.text()]);
    expect(old.status).toBe(404);
    expect((await fetch(await address.inputValue())).status).toBe(200);
  });
}

test('a date is taken along and a calendar subscribed to', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await page.goto('/uk');
  await hydrated(page);
  const subscribe = page.locator('.subscribe a[href^="webcal:"]');
  await expect(subscribe).toHaveAttribute('href', /^webcal:\/\/127\.0\.0\.1:\d+\/uk\/kalendarz\.ics$/);
  await openCards(page).getByRole('link').first().click();
  await page.waitForURL(/\/termin\//);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Додати до мого календаря' }).click();
  const file = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  expect(byIcalJs(text)).toEqual(byPython(text));
  expect(byIcalJs(text)[0]?.title).toBe(await page.getByRole('heading', { level: 1 }).textContent());
  await page.getByRole('link', { name: 'Усі дати' }).or(page.locator('main a[href*="/oferta/"]')).first().click();
  await expect(page.locator('.subscribe a[href^="webcal:"]')).toHaveAttribute('href', /\/uk\/kalendarz\/placowka\/[0-9a-f-]{36}\.ics$/);
});

/** Another website: another origin, with one page. */
async function elsewhere(html: string): Promise<{ url: string; server: Server }> {
  const port = await freePort();
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(html);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://localhost:${port}/`, server };
}

test('the widget is chosen, copied and shown on another website', async ({ open, program, faults }) => {
  // The page that must not be framed says so in the console.
  faults.allow(/frame-ancestors|X-Frame-Options|Refused to (frame|display)|chrome-error|Framing/i);
  const page = await open({ device: 'desktop', javaScript: false });
  await page.goto('/udostepnianie');
  await page.getByLabel('Rodzaj pomocy').selectOption({ index: 1 });
  await page.getByLabel('Ile terminów').fill('3');
  await page.getByRole('button', { name: 'Pokaż kod' }).click();
  await page.waitForURL(/rodzaj=/);
  const snippet = await page.getByLabel('Kod do wklejenia').inputValue();
  expect(snippet).toContain('<iframe src="');
  expect(snippet).toMatch(/\/pl\/osadz\?rodzaj=\w+&ile=3"/);

  const whole = `<iframe src="${program.url}/uk/osadz?ile=4" title="Łącznik" width="100%" height="560"></iframe>`;
  const forbidden = `<iframe src="${program.url}/" title="Nie" id="nie"></iframe>`;
  const other = await elsewhere(`<!DOCTYPE html><html lang="pl"><title>Szkoła</title><h1>Szkoła</h1>${snippet}${whole}${forbidden}`);
  try {
    for (const device of ['phone', 'desktop'] as const) {
      const guest = await open({ device });
      await guest.goto(other.url);
      const chosen = guest.frameLocator('iframe').nth(0);
      await expect(chosen.getByRole('heading', { level: 1 })).toHaveText('Najbliższe terminy wolontariatu');
      const list = guest.frameLocator('iframe').nth(1);
      await expect(list.locator('li')).toHaveCount(4);
      await expect(list.locator('html')).toHaveAttribute('lang', 'uk');
      expect(await list.locator('li').first().evaluate((item) => getComputedStyle(item).borderTopStyle)).toBe('solid');
      await expect(list.locator('h2 a').first()).toHaveAttribute('target', '_blank');
      await expect(guest.frameLocator('#nie').locator('main#tresc')).toHaveCount(0);
      expect(await guest.context().cookies()).toEqual([]);
    }
  } finally {
    other.server.close();
  }
  for (const scheme of ['light', 'dark'] as const) {
    for (const language of ['pl', 'uk', 'en']) {
      const alone = await open({ device: 'phone' });
      await alone.emulateMedia({ colorScheme: scheme });
      await alone.setViewportSize({ width: 320, height: 700 });
      await alone.goto(`/${language}/osadz`);
      await accessible(alone);
      expect(await alone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  }
});

test('dates are events as schema.org has them', async ({ open }) => {
  const page = await open({ device: 'phone', javaScript: false });
  await page.goto('/en');
  const hrefs = (selector: string) => page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const paths = [...(await hrefs('article.slot:not(.closed) a[href*="/termin/"]')), ...(await hrefs('a.lane-item'))];
  await page.goto(paths[0] ?? '');
  paths.push((await page.locator('main a[href*="/oferta/"]').first().getAttribute('href')) ?? '');
  const documents: string[] = [];
  for (const path of [...new Set(paths)].slice(-8)) {
    const html = await (await page.request.get(path)).text();
    documents.push(/<script type="application\/ld\+json"[^>]*>([^<]*)<\/script>/.exec(html)?.[1] ?? '{}');
  }
  expect(wrongEvents(documents)).toEqual([]);
  expect(wrongEvents(['{"@context": "https://schema.org", "@type": "Event", "begins": "2026-11-28"}'])[0]).toContain('Event has no begins');
});

test('the declaration of accessibility is one step from every page, in the reader’s language', async ({ open }) => {
  const page = await open({ device: 'phone' });
  for (const [start, title] of [['/', 'Deklaracja dostępności'], ['/uk/dolacz', 'Декларація доступності'], ['/en/o-programie', 'Accessibility statement']] as const) {
    await page.goto(start);
    await hydrated(page);
    await page.getByRole('contentinfo').getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    for (const id of ['podmiot', 'status', 'email', 'telefon', 'kontakt']) await expect(page.locator(`#a11y-${id}`)).not.toBeEmpty();
  }
});

test('a district of the map opens its calendar, by its tile or in the table', async ({ open }) => {
  for (const javaScript of [true, false]) {
    const page = await open({ device: 'phone', javaScript });
    await page.goto('/pl/mapa');
    if (javaScript) await hydrated(page);
    await expect(page.locator('.map a')).toHaveCount(21);
    await expect(page.locator('main tbody tr')).toHaveCount(21);
    const tile = page.locator('.map a.many, .map a.some').first();
    const name = ((await tile.getAttribute('aria-label')) ?? '').split(':')[0] ?? '';
    await expect(page.getByRole('row', { name: new RegExp(`^${name}`) })).toHaveCount(1);
    await tile.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/pl\?osiedle=/);
    await expect(openCards(page).first()).toBeVisible();
    await expect(openCards(page).first()).toContainText(name);
  }
});

test('a signed-in volunteer finds the plain text and the calendar of their own', async ({ open }) => {
  const page = await open({ device: 'phone' });
  await signInAs(page, JULIA);
  await page.goto('/en/jak-pomagac');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How to help');
  await expect(page.locator('.easy')).toHaveCount(6);
  await page.goto('/en/udostepnianie');
  await hydrated(page);
  await page.getByRole('main').getByRole('link', { name: 'Profile' }).click();
  await expect(page.locator('#kalendarz')).toBeVisible();
});
