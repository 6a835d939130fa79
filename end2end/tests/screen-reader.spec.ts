// By ear: the calendar, a date and a claim, as a screen reader says them.

import { AT_ONCE, JULIA, searching, signInAs } from '../support/people.ts';
import { ScreenReader } from '../support/screen_reader.ts';
import { expect, test } from '../support/test.ts';
import { hydrated } from '../support/watch.ts';

/** What was said, in this order; other words may stand between. */
function inOrder(said: string[], wanted: (string | RegExp)[]): void {
  let from = 0;
  for (const words of wanted) {
    const at = said.findIndex((phrase, index) => index >= from && (typeof words === 'string' ? phrase === words : words.test(phrase)));
    expect(at, `${words} after “${said[from - 1] ?? 'the beginning'}” in:\n${said.join('\n')}`).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
}

test('a volunteer who does not see finds a date and claims it', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await signInAs(page, JULIA);
  await page.goto(searching(AT_ONCE));
  await hydrated(page);
  const reader = new ScreenReader(page);
  await reader.start();
  inOrder(await reader.until(new RegExp(`^link, ${AT_ONCE}`)), [
    /^link, Przejdź do treści/,
    'main',
    /^heading, .*, level 1/,
    /^combobox, Dzień tygodnia/,
    'link, Lista, current page',
    'link, poniedziałek, 23 listopada 2026, 1 termin, current date',
    /^heading, 23 poniedziałek listopad 2026 1 termin, level 3/,
    'article',
    '17:30',
    'do',
    '19:30',
  ]);

  await reader.press();
  await page.waitForURL(/\/termin\//);
  await expect(page.getByRole('heading', { level: 1, name: AT_ONCE })).toBeVisible();
  await reader.stop();
  await reader.start('main');
  inOrder(await reader.until(/^button, Zgłaszam się/), [
    `heading, ${AT_ONCE}, level 1`,
    'Kiedy',
    'poniedziałek, 23 listopada 2026',
    '17:30–19:30',
    'Gdzie',
    'Ile osób',
    '1 z 5',
    'Dla kogo',
    'heading, Chcesz pomóc?, level 2',
  ]);

  await reader.press();
  await expect(page.getByRole('heading', { level: 2, name: 'Twoje zgłoszenie' })).toBeVisible();
  await reader.stop();
  await reader.start('#zgloszenie');
  inOrder(await reader.until(/^Potwierdzone/), ['heading, Twoje zgłoszenie, level 2', 'Potwierdzone']);
});

test('the month is said day by day', async ({ open }) => {
  const page = await open({ device: 'desktop' });
  await page.goto('/?widok=month&dzien=2026-12-01');
  await hydrated(page);
  const reader = new ScreenReader(page);
  await reader.start('main');
  inOrder(await reader.until(/^link, .*24 grudnia 2026/, 1500), [
    'heading, grudzień 2026, level 2',
    /^grid, grudzień 2026/,
    /^columnheader, poniedziałek/,
    /^columnheader, niedziela/,
    /^link, wtorek, 1 grudnia 2026, \d+ termin/,
    /^link, czwartek, 24 grudnia 2026/,
  ]);
});
