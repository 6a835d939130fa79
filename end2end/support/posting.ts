// A coordinator posts something of their own, past the pages that are not what a journey is about.

import { type Page } from '@playwright/test';

/** Fields of the forms of an opportunity and of its dates, where they are not what a journey is about. */
export type More = { place?: string; starts?: string; ends?: string; opens_days?: string };

/** Posts an opportunity with these days, 16:00 to 17:00, and so many places on each; whose it is. Takes the coordinator's page. */
export async function post(desk: Page, title: string, days: string[], places: number, more: More = {}): Promise<string> {
  await desk.goto('/koordynacja/oferty/nowa');
  const choices = desk.locator('select[name="form[organisation_id]"] option[value]:not([value=""])');
  const organisation = (await choices.first().getAttribute('value')) ?? '';
  await desk.evaluate(
    async ({ title, days, places, more, organisation }) => {
      const send = async (name: string, fields: Record<string, string>): Promise<Response> => {
        const headers = { accept: 'text/html' };
        const answer = await fetch(`/api/${name}`, { method: 'POST', headers, body: new URLSearchParams(fields) });
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer;
      };
      const created = await send('create_opportunity', {
        'form[organisation_id]': organisation,
        'form[kind]': 'office_work',
        'form[title]': title,
        'form[description]': 'Pakujemy i podpisujemy.',
        'form[place]': more.place ?? 'sala 3',
        'form[min_age]': '15',
        'form[claim_rule]': 'instant',
      });
      const id = /oferty\/([0-9a-f-]{36})/.exec(created.url)?.[1] ?? '';
      for (const day of days) {
        await send('add_slots', {
          id,
          'form[day]': day,
          'form[starts]': more.starts ?? '16:00',
          'form[ends]': more.ends ?? '17:00',
          'form[opens_days]': more.opens_days ?? '',
          'form[min_places]': '1',
          'form[max_places]': String(places),
        });
      }
      await send('publish_opportunity', { id });
    },
    { title, days, places, more, organisation },
  );
  return organisation;
}

/** An opportunity as its poster describes it. */
export type Description = { title: string; about: string; place: string; kind?: string; organisation?: string; age?: string };

/** Fills the form of a new opportunity, whose places are had at once. */
export async function describe(desk: Page, { title, about, place, kind = 'office_work', organisation, age = '16' }: Description): Promise<void> {
  if (organisation !== undefined) await desk.getByLabel('Placówka lub partner').selectOption({ label: organisation });
  await desk.getByLabel('Rodzaj pomocy').selectOption({ value: kind });
  await desk.getByLabel('Tytuł').fill(title);
  await desk.getByLabel('Na czym to polega').fill(about);
  await desk.getByLabel('Miejsce', { exact: true }).fill(place);
  await desk.locator('#f-min_age').fill(age);
  await desk.getByRole('radio', { name: /Miejsce od razu/ }).check();
}

/** Fills the hours of dates from this day on, and how many people are needed. */
export async function schedule(desk: Page, day: string, [starts, ends]: [string, string], places?: [number, number]): Promise<void> {
  await desk.getByLabel('Dzień', { exact: true }).fill(day);
  await desk.getByLabel('Od godziny').fill(starts);
  await desk.getByLabel('Do godziny').fill(ends);
  if (places === undefined) return;
  await desk.getByRole('spinbutton', { name: 'Najmniej osób' }).fill(String(places[0]));
  await desk.getByRole('spinbutton', { name: 'Najwięcej osób' }).fill(String(places[1]));
}
