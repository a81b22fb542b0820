import { defineConfig } from '@playwright/test';

const minute = 60_000;

/** The real app, each test file with user data of its own. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: false,
  timeout: 3 * minute,
  globalTimeout: 25 * minute,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/reports/e2e.json' }]],
});
