import { mkdirSync } from 'node:fs';
import { startDeskSandbox } from './desk-sandbox';
import { expect, test } from './fixtures';
import type { DeskApp } from './fixtures';
import { MainWindow } from './pages/main-window';
import { ask, historyOutcomes, kill, useServer } from './steps';

async function scenario(app: DeskApp, name: string): Promise<void> {
  await ask(app.page, 'sandbox.setScenario', { scenario: name });
}

test('odd answers are shown for what they are', async ({ app }) => {
  const main = new MainWindow(app.page);
  await main.open('Welcome');

  await scenario(app, 'html');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.advice).toContainText('Accepted, but the answer is no JSON.');
  await expect(main.status).toContainText('200');
  await expect(main.answerBody).toContainText('Sign in to the network');

  await scenario(app, 'bad_utf8');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.advice).toContainText('the answer holds broken text');
  await expect(main.outcome).toHaveAttribute('data-outcome', 'accepted');
  await expect(main.answerBody).toContainText('succ\ufffd\ufffd');

  await scenario(app, 'redirect');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.outcome).toHaveAttribute('data-outcome', 'unknown');
  await expect(main.advice).toContainText('a redirect, which is not followed');

  // A byte at a time, and given up halfway: the status had come, the rest is missing.
  await scenario(app, 'slow_drip');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.progress).toContainText('Receiving the answer');
  await main.cancelButton.click();
  await expect(main.sendButton).toBeVisible();
  await expect(main.advice).toContainText('Accepted, but the answer broke off.');
  await expect(main.outcome).toHaveAttribute('data-outcome', 'accepted');

  await scenario(app, 'accepted');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.dispatchId).toBeVisible();
  await expect(main.advice).toHaveCount(0);
  expect(await historyOutcomes(app.page)).toEqual([
    'accepted',
    'accepted',
    'unknown',
    'accepted',
    'accepted',
  ]);
});

test('an answer of 50 MB leaves the window usable and asks before it is shown', async ({ app }) => {
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await scenario(app, 'huge');
  await app.page.evaluate(() => {
    let last = performance.now();
    let longest = 0;
    const tick = (now: number): void => {
      longest = Math.max(longest, now - last);
      last = now;
      document.documentElement.dataset['longestGapMs'] = String(Math.round(longest));
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.size).toHaveText(/50 MB$/);
  await expect(main.advice).toContainText('larger than what is kept');
  await expect(main.reveal).toBeVisible();
  await expect(main.answerBody).not.toContainText('xxxx');
  const gap = await app.page.locator('html').getAttribute('data-longest-gap-ms');
  expect(Number(gap)).toBeLessThan(1000);

  await main.reveal.click();
  await expect(main.answerBody).toContainText('padding');
  await main.tab('Welcome').click();
  await main.replaceBody('{ "typed": "after it was shown" }');
  await expect.poll(() => main.shownText()).toContain('after it was shown');
});

test('no server is failed, a silent one unknown; neither is sent to again by itself', async ({
  app,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir, '--scenario', 'hang');
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await useServer(app.page, { ...server, timeoutMs: 1000 });
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.outcome).toHaveAttribute('data-outcome', 'unknown');
  await expect(main.advice).toContainText('No answer within the time allowed.');
  await expect(main.advice).toContainText('It may have been accepted.');
  expect(server.arrivals().map(({ method }) => method)).toEqual(['POST']);
  await server.stop();

  // What may have been accepted leaves again only with a yes.
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.confirmation().dialog).toContainText('Whether it was taken is not known.');
  await main.confirmation().send.click();
  await expect(main.outcome).toHaveAttribute('data-outcome', 'failed');
  await expect(main.advice).toContainText('The host refused the connection.');
  await expect(main.advice).toContainText('Nothing was sent.');
  expect(await historyOutcomes(app.page)).toEqual(['failed', 'unknown']);
  expect(server.arrivals()).toHaveLength(1);
});

test('an app killed between sending and the answer knows that it does not know', async ({
  app,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir, '--scenario', 'hang');
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await useServer(app.page, server);
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => server.arrivals().length).toBe(1);
  await kill(app);

  const page = await app.relaunch();
  await new MainWindow(page).treeItem('Welcome').waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+h');
  const row = page.getByTestId('history-row');
  await expect(row).toHaveCount(1);
  await expect(row).toHaveAttribute('data-outcome', 'unknown');
  await row.click();
  const detail = page.getByTestId('history-detail');
  await expect(detail).toContainText('The app ended between sending and the answer.');
  await expect(detail).toContainText('Look for the dispatch in Braze before sending again.');
  // Nothing was sent again at the start.
  expect(server.arrivals()).toHaveLength(1);
  await server.stop();
});
