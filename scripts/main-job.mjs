// The app's main job, done in the real window as a person would: open the sample request, send it
// to the built-in sandbox, read the answer. Ends with 1 if that did not come about.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from './lib/launch-app.mjs';
import { localCache } from './lib/paths.mjs';
import { say, warn } from './lib/say.mjs';

const screenshots = join(localCache, 'screenshots');
const home = mkdtempSync(join(tmpdir(), 'dispatch-desk-home-'));
mkdirSync(screenshots, { recursive: true });

const began = performance.now();
const { electron: app, page: window } = await launchApp(home);
let complaints = '';
app.process().stderr?.on('data', (text) => (complaints += String(text)));

/** @type {import('playwright').Page | undefined} */
let page;
try {
  page = window;
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => (complaints += `${error.message}\n`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints += `${message.text()}\n`;
  });
  await openSample(page);
  await page.getByTestId('send-button').waitFor();
  say(`Window usable after ${Math.round(performance.now() - began)} ms`);

  await page.keyboard.press('Control+Enter');
  const outcome = page.getByTestId('answer-outcome');
  await outcome.waitFor({ timeout: 20_000 });
  const answer = {
    outcome: (await outcome.getAttribute('data-outcome')) ?? 'none',
    status: await textOf(page, 'answer-status'),
    dispatchId: await textOf(page, 'answer-dispatch-id'),
    time: await textOf(page, 'answer-time'),
  };
  const picture = join(screenshots, 'main-job.png');
  await page.screenshot({ path: picture });
  say(`Outcome      ${answer.outcome}`);
  say(`Status       ${answer.status}`);
  say(`dispatch_id  ${answer.dispatchId}`);
  say(`Time         ${answer.time}`);
  say(`Screenshot   ${picture}`);
  if (answer.outcome !== 'accepted') throw new Error('The sample request was not accepted.');
} catch (error) {
  warn(error instanceof Error ? error.message : String(error));
  if (complaints.trim() !== '') warn(complaints.trimEnd());
  const picture = join(screenshots, 'main-job-failed.png');
  const taken = await page?.screenshot({ path: picture }).catch(() => undefined);
  if (taken) warn(`Screenshot   ${picture}`);
  process.exitCode = 1;
} finally {
  await app.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/**
 * Opens the sample request, and the folders it lies in.
 * @param {import('playwright').Page} window
 */
async function openSample(window) {
  const rows = window.getByTestId('tree-item');
  const sample = rows.filter({ hasText: 'Welcome' }).first();
  const folded = rows.and(window.locator('[aria-expanded="false"]')).first();
  for (;;) {
    await sample.or(folded).first().waitFor();
    if (await sample.isVisible()) return sample.click();
    await folded.click();
  }
}

/**
 * What is to be read there, without the label above it.
 * @param {import('playwright').Page} window
 * @param {string} testId
 */
async function textOf(window, testId) {
  return (await window.getByTestId(testId).innerText()).trim().split('\n').at(-1) ?? '';
}
