// A coordinator posts something of their own, past the pages that are not what a journey is about.

import { type Page } from '@playwright/test';

/** Posts an opportunity with these days, 16:00 to 17:00, and so many places on each. Takes the coordinator's page. */
export async function post(desk: Page, title: string, days: string[], places: number): Promise<void> {
  await desk.goto('/koordynacja/oferty/nowa');
  const choices = desk.locator('select[name="form[organisation_id]"] option[value]:not([value=""])');
  const organisation = (await choices.first().getAttribute('value')) ?? '';
  await desk.evaluate(
    async ({ title, days, places, organisation }) => {
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
        'form[place]': 'sala 3',
        'form[min_age]': '15',
        'form[claim_rule]': 'instant',
      });
      const id = /oferty\/([0-9a-f-]{36})/.exec(created.url)?.[1] ?? '';
      for (const day of days) {
        await send('add_slots', {
          id,
          'form[day]': day,
          'form[starts]': '16:00',
          'form[ends]': '17:00',
          'form[min_places]': '1',
          'form[max_places]': String(places),
        });
      }
      await send('publish_opportunity', { id });
    },
    { title, days, places, organisation },
  );
}
