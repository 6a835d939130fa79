// What two programs that are not ours understand of a calendar: ical.js, which goes by the zone inside the file, and
// Python's icalendar, which goes by the zone's name.

import ICAL from 'ical.js';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { programFile, ROOT } from './program.ts';

export type Read = { uid: string; sequence: number; start: number | string; end: number | string; title: string; status: string; place: string };

function moment(time: ICAL.Time): number | string {
  return time.isDate ? time.toString() : time.toUnixTime();
}

export function byIcalJs(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: Number(event.sequence),
      start: moment(event.startDate),
      end: moment(event.endDate),
      title: event.summary,
      status: String(component.getFirstPropertyValue('status')),
      place: event.location,
    };
  });
}

function python(): string {
  const beside = join(dirname(dirname(programFile())), 'readers', 'bin', 'python');
  const found = process.env.LACZNIK_TEST_PYTHON ?? beside;
  if (!existsSync(found)) throw new Error(`${found} is not there: run \`make setup-readers\``);
  return found;
}

/** What a script beside this file says about a text. */
function said(script: string, text: string): unknown {
  const file = join(ROOT, 'end2end', 'support', script);
  return JSON.parse(execFileSync(python(), [file], { input: text, encoding: 'utf8', maxBuffer: 1 << 26 }));
}

/** What in documents of JSON-LD is not as schema.org's vocabulary has it. */
export function wrongEvents(documents: string[]): string[] {
  return said('read_events.py', `[${documents.join()}]`) as string[];
}

export function byPython(text: string): Read[] {
  const read = said('read_calendar.py', text) as { problems: string[]; events: Read[] };
  if (read.problems.length > 0) throw new Error(read.problems.join('\n'));
  return read.events;
}
