// Every journey has a program of its own and people with browsers of their own. A journey fails when a console, a
// policy or the program's log says that something is wrong, whatever the pages show.

import { test as base, expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { join } from 'node:path';
import { Cluster } from './postgres.ts';
import { copyDatabase, FIXED_NOW, Program } from './program.ts';
import { Faults } from './watch.ts';

export { expect };

export type Options = { engine: 'sqlite' | 'postgres' };

export type Device = 'phone' | 'desktop';

export type Visit = {
  device: Device;
  javaScript?: boolean;
  /** Pictures with twice the points. */
  sharp?: boolean;
  /** With the service worker, which would hide requests from journeys that watch or change them. */
  pocket?: boolean;
  /** Another node than the journey's own, or a wire to it. */
  program?: { url: string };
};

const SIZES: Record<Device, BrowserContextOptions> = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

type Fixtures = {
  /** The address of a filled database that only this journey uses. */
  database: string;
  program: Program;
  /** Starts one more process on the journey's database. */
  another: () => Promise<Program>;
  faults: Faults;
  /** Opens a browser of its own, as another person on another device has. */
  open: (visit: Visit) => Promise<Page>;
};

type WorkerFixtures = {
  /** PostgreSQL, started by the first journey that asks for it. */
  cluster: () => Promise<Cluster>;
};

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  engine: ['sqlite', { option: true }],

  cluster: [
    async ({}, use) => {
      let cluster: Promise<Cluster> | undefined;
      await use(() => (cluster ??= Cluster.start(FIXED_NOW)));
      await (await cluster)?.stop();
    },
    { scope: 'worker' },
  ],

  database: async ({ engine, cluster }, use, info) => {
    if (engine === 'postgres') return use((await cluster()).copy());
    const file = info.outputPath('lacznik.sqlite');
    copyDatabase(join(process.env.LACZNIK_TEST_DIRECTORY ?? '', 'template.sqlite'), file);
    await use(`sqlite:${file}`);
  },

  another: async ({ database }, use) => {
    const programs: Program[] = [];
    await use(async () => {
      const program = await Program.start(database, FIXED_NOW);
      programs.push(program);
      return program;
    });
    for (const program of programs) await program.stop();
    expect(programs.flatMap((program) => program.faults()), 'the log of the program').toEqual([]);
  },

  program: async ({ another }, use) => use(await another()),

  faults: async ({}, use) => {
    const faults = new Faults();
    await use(faults);
    expect(faults.list(), 'faults in the browser').toEqual([]);
  },

  open: async ({ browser, program, faults }, use) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async ({ device, javaScript = true, sharp = false, pocket = false, program: other }) => {
      const context = await browser.newContext({
        ...SIZES[device],
        baseURL: (other ?? program).url,
        javaScriptEnabled: javaScript,
        deviceScaleFactor: sharp ? 2 : 1,
        reducedMotion: 'reduce',
        serviceWorkers: pocket ? 'allow' : 'block',
        locale: 'pl-PL',
        timezoneId: 'Europe/Warsaw',
      });
      contexts.push(context);
      await faults.watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
