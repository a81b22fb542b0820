// Takes the pictures in docs/screenshots from the real app, each state as a person would bring it about.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from './lib/launch-app.mjs';
import { projectRoot } from './lib/paths.mjs';
import { say } from './lib/say.mjs';

/** @typedef {import('playwright').Page} Page */

const folder = join(projectRoot, 'docs', 'screenshots');
const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';
const goodBody = JSON.stringify(
  {
    campaign_id: campaign,
    recipients: [{ external_user_id: 'qa-1001', trigger_properties: { first_name: 'Kim' } }],
  },
  null,
  2,
);

const wrongBody = `{
  // An address may stand for several people, so it needs a rule which of them is meant.
  "campaign_id": "7b0e19d4c2a85f3361de4098",
  "recipients": [
    { "email": "kim@example.com" },
    { "external_user_id": "qa-1001", "user_alias": { "alias_name": "kim", "alias_label": "qa" } }
  ],
  "segment_id": "qa"
}`;

mkdirSync(folder, { recursive: true });

const home = mkdtempSync(join(tmpdir(), 'dispatch-desk-pictures-'));
const { electron: app, page } = await launchApp(home);
try {
  page.setDefaultTimeout(20_000);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800);
  });
  await takeAll(page);
  await takeRun(app, page);
} finally {
  await app.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** @param {Page} page */
async function takeAll(page) {
  await set(page, { theme: 'light', language: 'en' });
  await page.locator('[data-testid="body-editor"][data-state="ready"]').waitFor();
  await page.getByText('Sandbox running').waitFor();
  await take(page, 'first-start');

  await send(page, 'accepted');
  await take(page, 'main-light');
  await set(page, { theme: 'dark' });
  await take(page, 'main-dark');
  await set(page, { theme: 'contrast' });
  await take(page, 'main-contrast');
  await set(page, { theme: 'light' });
  for (const language of ['de', 'fr', 'ko']) {
    await set(page, { language });
    await take(page, `main-${language}`);
  }
  await set(page, { language: 'en' });

  await replaceBody(page, wrongBody);
  await page.getByTestId('problem').first().waitFor();
  await take(page, 'problems');

  await replaceBody(page, JSON.stringify({ campaign_id: campaign, broadcast: true }, null, 2));
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByTestId('confirm-dialog').waitFor();
  await page.getByTestId('confirm-phrase-blast_radius').fill(campaign.slice(0, 13));
  await take(page, 'confirm-broadcast');
  await page.keyboard.press('Escape');
  await replaceBody(page, goodBody);

  for (const [scenario, outcome, name] of [
    ['unauthorized', 'refused', 'answer-401'],
    ['minor_errors', 'accepted_with_errors', 'answer-with-errors'],
    ['paused_notice', 'accepted_with_errors', 'answer-notice'],
    ['server_error', 'failed', 'answer-500'],
    ['dropped', 'unknown', 'answer-unknown'],
  ]) {
    await scenarioIs(page, scenario ?? '');
    await send(page, outcome ?? '');
    await take(page, name ?? '');
  }
  await scenarioIs(page, 'accepted');
  await send(page, 'accepted');
  // Last, for it holds back what comes after it.
  await scenarioIs(page, 'rate_limited');
  await send(page, 'rate_limited');
  await take(page, 'answer-429');
  await scenarioIs(page, 'accepted');

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByTestId('palette-input').fill('env');
  await take(page, 'palette');
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+Shift+h');
  await page.getByTestId('history-row').first().click();
  await page.getByTestId('history-detail').waitFor();
  await take(page, 'history-light');
  await set(page, { theme: 'dark' });
  await page.getByTestId('history-search').fill('unauthorized');
  await page.getByTestId('history-row').first().waitFor();
  await take(page, 'history-dark');
  await page.getByTestId('history-search').fill('nothing like this');
  await page.getByTestId('history-row').first().waitFor({ state: 'detached' });
  await take(page, 'history-nothing-found');
  await set(page, { theme: 'light' });

  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('theme-select').waitFor();
  await take(page, 'settings');

  await page.getByTestId('environment-switch').click();
  await page.getByTestId('environments-manage').click();
  await page.getByTestId('environment-new').click();
  await page.getByTestId('environment-name').fill('Live shop');
  await page.getByTestId('environment-host-custom').click();
  await page.getByTestId('environment-url').fill('https://rest.iad-03.braze.com');
  await page.getByTestId('environment-production').click();
  await page.getByTestId('environment-save').click();
  await page.getByTestId('key-input').waitFor();
  await take(page, 'environment');
  await page.getByTestId('environments-close').click();
  await page.getByTestId('environment-switch').click();
  await page.getByTestId('environment-option').filter({ hasText: 'Live shop' }).click();
  await page.getByTestId('send-button').waitFor();
  await take(page, 'production');
}

/**
 * A run's set-up, the run in the middle, and the list.
 * @param {import('playwright').ElectronApplication} app
 * @param {Page} page
 */
async function takeRun(app, page) {
  const file = join(home, 'test-users.csv');
  const rows = Array.from({ length: 20_000 }, (_, row) =>
    row % 397 === 5 ? `,Kim ${row},` : `qa-${row},Kim ${row},C-${row}`,
  );
  const heading = 'external_user_id,first_name,trigger_properties.code';
  writeFileSync(file, `${heading}\n${rows.join('\n')}\n`);
  await request(page, 'settings.update', { activeEnvironmentId: 'sandbox' });
  await request(page, 'sandbox.restart', {});
  await page.getByText('Sandbox running').waitFor();
  await page.getByTestId('rail-runs').click();
  await page.getByTestId('run-new').click();
  await app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] });
  }, file);
  await page.getByTestId('run-choose-file').click();
  await page.getByTestId('place-first_name').click();
  await page.getByRole('option', { name: 'trigger_properties.first_name', exact: true }).click();
  await page.getByTestId('survey-facts').waitFor();
  await take(page, 'run-setup');
  await page.getByLabel('Rows per call', { exact: true }).fill('5');
  await page.keyboard.press('Tab');
  await page.locator('[data-testid="run-start"]:not([disabled])').waitFor();
  await page.getByTestId('run-start').click();
  await page.locator('[data-testid="run-plots"]').waitFor();
  await page.waitForFunction(
    () =>
      Number(
        document.querySelector('[data-testid="outcome-accepted"]')?.getAttribute('data-count'),
      ) > 4000,
    null,
    { timeout: 120_000 },
  );
  await page.getByTestId('run-table-row').first().waitFor();
  await take(page, 'run-light');
  await set(page, { theme: 'dark' });
  await take(page, 'run-dark');
  await set(page, { theme: 'light' });
  await page.getByTestId('run-pause').click();
  await page.locator('[data-testid="run-page"]:not([data-state="running"])').waitFor();
  await page.getByTestId('run-back').click();
  await page.getByTestId('run-row').waitFor();
  await take(page, 'runs');
}

/**
 * Asks the app over the page's own bridge.
 * @param {Page} page
 * @param {string} route
 * @param {unknown} input
 */
async function request(page, route, input) {
  await page.evaluate(([name, value]) => {
    const { desk } = /** @type {{ desk: { request(name: unknown, input: unknown): unknown } }} */ (
      /** @type {unknown} */ (window)
    );
    return desk.request(name, value);
  }, /** @type {const} */ ([route, input]));
}

/**
 * @param {Page} page
 * @param {Record<string, string>} settings
 */
async function set(page, settings) {
  await request(page, 'settings.update', settings);
  if (settings['theme'] !== undefined) {
    await page.locator(`html[data-theme="${settings['theme']}"]`).waitFor();
  }
  if (settings['language'] !== undefined) {
    await page.locator(`html[lang="${settings['language']}"]`).waitFor();
  }
}

/**
 * @param {Page} page
 * @param {string} scenario
 */
async function scenarioIs(page, scenario) {
  await request(page, 'sandbox.setScenario', { scenario });
}

/**
 * Pasted: what is typed gets its closing brackets from the editor.
 * @param {Page} page
 * @param {string} text
 */
async function replaceBody(page, text) {
  await page.getByTestId('body-editor').locator('.view-lines').click();
  await page.keyboard.press('ControlOrMeta+a');
  await request(page, 'clipboard.write', { text });
  await page.keyboard.press('ControlOrMeta+v');
}

/**
 * @param {Page} page
 * @param {string} outcome what is to come of it
 */
async function send(page, outcome) {
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.locator(`[data-testid="answer-outcome"][data-outcome="${outcome}"]`).waitFor();
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function take(page, name) {
  await page.screenshot({
    path: join(folder, `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
  });
  say(`docs/screenshots/${name}.png`);
}
