import { mkdirSync } from 'node:fs';
import { startDeskSandbox } from './desk-sandbox';
import { expect, test } from './fixtures';
import { Environments } from './pages/environments';
import { MainWindow } from './pages/main-window';

test('history is readable after a restart with the server gone', async ({ app }, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir);
  const environments = new Environments(app.page);
  const main = new MainWindow(app.page);
  await environments.manage();
  await environments.create({ name: 'Staging', url: server.url });
  await environments.key.fill(server.apiKey);
  await environments.keySave.click();
  await expect(environments.keyStatus).toHaveAttribute('data-state', 'ready');
  await environments.close();
  await environments.choose('Staging');
  await main.open('Welcome');
  expect(await main.sendWithKeyboard()).toBe('accepted');
  const dispatchId = (await main.dispatchId.innerText()).trim();
  await server.stop();

  const page = await app.relaunch();
  await new MainWindow(page).treeItem('Welcome').waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+h');
  await page.getByTestId('history-row').first().waitFor();
  await page.getByTestId('history-search').fill(dispatchId.slice(3, 20));
  await expect(page.getByTestId('history-row')).toHaveCount(1);
  await page.getByTestId('history-row').first().click();
  await expect(page.getByTestId('history-detail')).toContainText(dispatchId);
  await expect(page.getByTestId('history-detail')).toContainText('success');

  await page.getByTestId('history-search').fill('no such thing anywhere');
  await expect(page.getByTestId('history-row')).toHaveCount(0);
  await page.getByTestId('history-search').fill('qa-1001');
  await expect(page.getByTestId('history-row')).toHaveCount(1);
});

test('a send to a server that is gone is failed, and one that hangs is unknown', async ({
  app,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir, '--scenario', 'hang');
  const environments = new Environments(app.page);
  const main = new MainWindow(app.page);
  await environments.manage();
  await environments.create({ name: 'Staging', url: server.url });
  await environments.key.fill(server.apiKey);
  await environments.keySave.click();
  await expect(environments.keyStatus).toHaveAttribute('data-state', 'ready');
  await environments.close();
  await environments.choose('Staging');
  await main.open('Welcome');

  await app.page.keyboard.press('ControlOrMeta+Enter');
  await main.cancelButton.waitFor();
  await expect
    .poll(() => server.arrivals().filter(({ method }) => method === 'POST').length)
    .toBe(1);
  await main.cancelButton.click();
  expect(await main.answeredOutcome()).toBe('unknown');

  await server.stop();
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await main.confirmation().send.click();
  await expect(main.outcome).toHaveAttribute('data-outcome', 'failed');
});
