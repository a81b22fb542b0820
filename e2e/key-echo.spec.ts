import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDeskSandbox } from './desk-sandbox';
import { expect, test } from './fixtures';
import { Environments } from './pages/environments';
import { MainWindow } from './pages/main-window';

test('a key echoed in a 401 reaches neither pane, ledger, clipboard nor log', async ({
  app,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir, '--scenario', 'unauthorized_echo');
  const main = new MainWindow(app.page);
  const environments = new Environments(app.page);
  await environments.manage();
  await environments.create({ name: 'Echo', url: server.url });
  await environments.key.fill(server.apiKey);
  await environments.keySave.click();
  await expect(environments.keyStatus).toHaveAttribute('data-state', 'ready');
  await environments.close();
  await environments.choose('Echo');
  await main.open('Welcome');
  expect(await main.sendWithKeyboard()).toBe('refused');
  await expect(main.status).toContainText('401');
  // The test means nothing unless the server really echoed it.
  await expect(main.answerBody).toContainText('[key removed]');

  const pane = app.page.getByRole('region', { name: 'Answer' });
  for (const name of ['Headers', 'As sent', 'Timeline', 'Answer']) {
    await pane.getByRole('tab', { name }).click();
    expect(await app.page.locator('body').innerText()).not.toContain(server.apiKey);
  }
  await pane.getByRole('tabpanel').getByRole('button', { name: 'Copy' }).click();
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain('[key removed]');
  await app.page.evaluate(
    (key) =>
      window.desk.request('clipboard.write', { text: `curl -H "Authorization: Bearer ${key}"` }),
    server.apiKey,
  );
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('Authorization');
  expect(copied).not.toContain(server.apiKey);

  const everything = await app.page.evaluate(async () => {
    const list = await window.desk.request('history.list', {
      query: '',
      environmentId: null,
      outcomes: [],
      before: null,
      limit: 10,
    });
    if (!list.ok) throw new Error(list.error.code);
    const rows = await Promise.all(
      list.value.items.map(({ id }) => window.desk.request('history.get', { id })),
    );
    return JSON.stringify(rows);
  });
  expect(everything).toContain('[key removed]');
  expect(everything).not.toContain(server.apiKey);

  await app.close();
  const holding = readdirSync(app.home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(server.apiKey));
  expect(holding).toEqual([]);
  await server.stop();
});
