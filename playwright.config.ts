import { defineConfig } from '@playwright/test';

const minute = 60_000;

/** The real app, each test file with user data of its own. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  // A machine that builds others' work at the same time may starve a window; what fails twice is a bug.
  retries: process.env['CI'] === undefined ? 0 : 2,
  workers: 2,
  fullyParallel: false,
  timeout: 3 * minute,
  globalTimeout: 25 * minute,
  expect: { timeout: 10_000 },
  projects: [
    // First, since they take longest: the last of them would keep one worker while the other has nothing to do.
    { name: 'large', testMatch: 'large-*.spec.ts' },
    { name: 'app', testIgnore: 'large-*.spec.ts' },
  ],
  reporter: [['list'], ['json', { outputFile: '.cache/reports/e2e.json' }]],
});
