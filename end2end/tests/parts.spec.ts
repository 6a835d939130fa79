// A phone fetches what it shows: the calendar first, the other pages of volunteers when somebody goes there, and those
// of staff never for a visitor.

import { expect, test } from '../support/test.ts';
import { openCards } from '../support/people.ts';
import { hydrated } from '../support/watch.ts';

const OTHERS = /volunteering|reading|arranging|coordinating|chunk_/;

test('a visitor fetches the calendar, then the pages of volunteers', async ({ open }) => {
  const phone = await open({ device: 'phone' });
  const files: string[] = [];
  phone.on('request', (request) => {
    if (request.url().includes('/pkg/')) files.push(new URL(request.url()).pathname.replace(/^\/pkg\/[0-9a-f]+\//, ''));
  });
  await phone.goto('/');
  await hydrated(phone);
  await phone.waitForLoadState('networkidle');
  expect(files).toContain('pl/calendar.postcard');
  expect(files.filter((file) => OTHERS.test(file))).toEqual([]);

  await openCards(phone).getByRole('link').first().tap();
  await expect(phone.getByRole('heading', { level: 1 })).not.toHaveText('Kalendarz pomocy');
  expect(files).toContain('pl/volunteering.postcard');
  expect(files.filter((file) => file.includes('coordinating'))).toEqual([]);
});
