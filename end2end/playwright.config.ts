import { defineConfig } from '@playwright/test';
import { BROWSER } from './support/browser.mjs';
import type { Options } from './support/test.ts';

// Journeys that run on PostgreSQL as well.
const ON_POSTGRES = /main-loop\.spec\.ts|nodes\.spec\.ts|staffing\.spec\.ts/;

export default defineConfig<Options>({
  testDir: 'tests',
  outputDir: 'test-results/out',
  globalSetup: './support/setup.ts',
  fullyParallel: false,
  forbidOnly: true,
  // A shared machine can stall for seconds; a journey that needs its second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  workers: Number(process.env.LACZNIK_TEST_WORKERS ?? 2),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    // Writing down every step of every journey is a third of the work; `--trace on` does it for one.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: BROWSER,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'sqlite', testIgnore: /nodes\.spec\.ts/, use: { engine: 'sqlite' } },
    { name: 'postgres', testMatch: ON_POSTGRES, use: { engine: 'postgres' } },
  ],
});
