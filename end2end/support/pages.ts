// Every page of the program, and who reads it.

import { type Page } from '@playwright/test';
import { ANNA, APPLICANT, AT_ONCE, BARTEK, BY_APPROVAL, DOROTA, JULIA, OLENA, PIOTR, RAFAL, searching, SERIES, TASK, TOMASZ } from './people.ts';

export type Stop = { name: string; go: (page: Page) => Promise<unknown> };

const at = (name: string, path: string): Stop => ({ name, go: (page) => page.goto(path) });

/** Opens the first link that matches on another page, without showing that page. */
const through = (name: string, path: string, selector: string): Stop => ({
  name,
  go: async (page) => {
    const html = await (await page.request.get(path)).text();
    const target = await page.evaluate(
      ([source, wanted]) => new DOMParser().parseFromString(source, 'text/html').querySelector(wanted)?.getAttribute('href'),
      [html, selector] as const,
    );
    if (target === undefined || target === null) throw new Error(`${path} has no ${selector}`);
    await page.goto(target);
  },
});

const slot = (name: string, kind: string): Stop => through(name, '/', `article.slot${kind} a[href*="/termin/"]`);

const opportunity: Stop = {
  name: 'opportunity',
  go: async (page) => {
    await slot('slot', ':not(.closed)').go(page);
    await page.goto((await page.locator('main a[href*="/oferta/"]').first().getAttribute('href')) ?? '');
  },
};

/** The offer that the demonstration made, opened by the person who was asked. */
const offer: Stop = {
  name: 'offer',
  go: async (page) => {
    await page.goto('/moje');
    const id = await page.locator('form[action$="/answer_offer"] input[name="id"]').first().getAttribute('value');
    await page.goto(`/propozycja/${id}`);
  },
};

/** The page of the opportunity with this title. */
const opportunityOf = (name: string, title: string): Stop => ({
  name,
  go: async (page) => {
    await through(name, searching(title), 'article.slot a[href*="/termin/"]').go(page);
    await page.goto((await page.locator('main a[href*="/oferta/"]').first().getAttribute('href')) ?? '');
  },
});

/** A task without an hour, from its lane. */
const task = (name: string): Stop => through(name, '/', 'a.lane-item');

/** The task that the reader has begun. */
const work: Stop = {
  name: 'work',
  go: async (page) => {
    await page.goto('/moje');
    await page.goto((await page.getByRole('link', { name: TASK }).first().getAttribute('href')) ?? '');
  },
};

/** Further into the page to which another stop goes. */
const beyond = (name: string, stop: Stop, path: string): Stop => ({
  name,
  go: async (page) => {
    await stop.go(page);
    await page.goto(`${new URL(page.url()).pathname}${path}`);
  },
});

const openSlot = through('slot-to-claim', searching(AT_ONCE), 'article.slot:not(.mine):not(.closed) a[href*="/termin/"]');

/** The reader brings somebody, and has the link for them. */
const invitation: Stop = {
  name: 'invitation',
  go: async (page) => {
    await openSlot.go(page);
    await page.getByText('Przyjdziesz z kimś?').click();
    await page.getByRole('button', { name: 'Zgłaszam siebie i drugą osobę' }).click();
    await page.waitForURL(/\/zaproszenie\//);
    // As a reader comes to it, not as the button does.
    await page.goto(page.url());
  },
};

/** Where the code from a mail is typed. */
const code: Stop = {
  name: 'code',
  go: async (page) => {
    await page.goto('/wejscie');
    await page.getByLabel(/e-mail/i).fill(PIOTR.email);
    await page.locator('form', { has: page.getByLabel(/e-mail/i) }).getByRole('button').click();
    await page.waitForURL(/\/wejscie\/kod/);
    await page.goto(page.url());
  },
};

const drafted = through('edit-opportunity', '/koordynacja/oferty', 'main a[href*="/koordynacja/oferty/"]:not([href$="nowa"])');
const published = through('own-published', '/placowka/oferty', 'tbody a[href*="/placowka/oferty/"]');

/** The change of the first date of the opportunity to which another stop goes. */
const change = (name: string, stop: Stop): Stop => ({
  name,
  go: async (page) => {
    await stop.go(page);
    await page.goto((await page.locator('main a[href$="/zmiana"]').first().getAttribute('href')) ?? '');
  },
});

export const READERS: { reader: { name: string } | null; stops: Stop[] }[] = [
  {
    reader: null,
    stops: [
      at('calendar', '/'),
      at('day', '/?widok=day&dzien=2026-11-28'),
      at('three-days', '/?widok=days3&dzien=2026-11-27'),
      at('week', '/?widok=week&dzien=2026-11-23'),
      at('month', '/?widok=month&dzien=2026-11-23'),
      at('nothing-found', searching('nie ma czegoś takiego')),
      at('filtered', '/?stale=tak&zdalnie=nie'),
      at('nothing-but-ways', '/?widok=day&dzien=2026-11-28&pora=evening&wiek=13'),
      slot('slot', ':not(.closed)'),
      opportunity,
      task('task'),
      at('about', '/o-programie'),
      at('join', '/dolacz'),
      at('map', '/mapa'),
      at('easy-read', '/jak-pomagac'),
      at('share', '/udostepnianie'),
      at('declaration', '/deklaracja-dostepnosci'),
      at('sign-in', '/wejscie'),
      code,
      at('sign-in-first', '/moje'),
      at('offer-not-found', '/propozycja/nie-ma?klucz=nie-ma'),
      at('not-found', '/nie-ma-takiej-strony'),
    ],
  },
  {
    reader: JULIA,
    stops: [
      at('volunteer-calendar', '/'),
      through('volunteer-slot-open', searching(BY_APPROVAL), 'article.slot:not(.mine):not(.closed) a[href*="/termin/"]'),
      through('volunteer-slot-mine', '/moje', 'article.slot.mine a[href*="/termin/"]'),
      slot('volunteer-slot-closed', '.closed'),
      at('volunteer-calendar-for-me', '/?kolejnosc=dla-mnie'),
      at('volunteer-mine-and-open', '/?widok=week&moje=1'),
      offer,
      opportunityOf('volunteer-series', SERIES),
      task('volunteer-task'),
      at('schedule', '/moje'),
      at('presence', '/obecnosc'),
      at('profile', '/profil'),
      at('denied', '/koordynacja'),
      through('slot-with-questions', searching('Zbiórka karmy'), 'article.slot:not(.mine):not(.closed) a[href*="/termin/"]'),
      through('slot-not-yet-open', searching('Przeprowadzka'), 'article.slot.closed a[href*="/termin/"]'),
      beyond('claim-group', openSlot, '/grupa'),
      invitation,
    ],
  },
  { reader: APPLICANT, stops: [slot('applicant-slot', ''), at('applicant-schedule', '/moje')] },
  {
    reader: ANNA,
    stops: [
      at('dashboard', '/koordynacja'),
      at('opportunities', '/koordynacja/oferty'),
      at('new-opportunity', '/koordynacja/oferty/nowa'),
      drafted,
      beyond('add-dates', drafted, '/terminy'),
      change('change-dates', through('published', '/koordynacja/oferty?stan=published', 'tbody a[href*="/koordynacja/oferty/"]')),
      through('staffing', '/koordynacja', 'a.gap'),
      at('week-plan', '/koordynacja/tydzien?dzien=2026-12-07&kopia=2026-12-21'),
      at('year', '/koordynacja/rok?rok=2026'),
      at('year-empty', '/koordynacja/rok?rok=2029'),
      at('weights', '/koordynacja/wagi'),
      at('rules', '/koordynacja/zasady'),
      at('settings', '/koordynacja/ustawienia'),
      at('opportunities-to-look-at', '/koordynacja/oferty?stan=waiting'),
      through('look-at-opportunity', '/koordynacja/oferty?stan=waiting', 'tbody a[href*="/koordynacja/oferty/"]'),
      at('people', '/koordynacja/ludzie'),
      through('person', '/koordynacja/ludzie', 'main a[href*="/koordynacja/ludzie/"]'),
      through('group', '/koordynacja', 'main a[href*="/grupa/"]'),
      at('mails', '/demo/poczta'),
    ],
  },
  {
    reader: BARTEK,
    stops: [work],
  },
  { reader: OLENA, stops: [at('schedule-with-standing-place', '/moje')] },
  { reader: RAFAL, stops: [at('weights-to-save', '/koordynacja/wagi'), at('settings-to-save', '/koordynacja/ustawienia')] },
  { reader: DOROTA, stops: [at('host', '/placowka'), at('own-week-plan', '/placowka/tydzien'), at('own-year', '/placowka/rok?rok=2026'), at('places', '/placowka/obecnosc'), through('poster', '/placowka/obecnosc', 'main a[href$="/plakat"]'), through('screen', '/placowka/obecnosc', 'main a[href$="/kod"]'), through('sent-back', '/placowka/oferty?stan=drafts', 'tbody a[href*="/placowka/oferty/"]')] },
  {
    reader: TOMASZ,
    stops: [
      at('own-opportunities', '/placowka/oferty'),
      at('own-new-opportunity', '/placowka/oferty/nowa'),
      published,
      beyond('own-add-dates', published, '/terminy'),
      change('own-change-dates', published),
    ],
  },
];
