import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import keytar from 'keytar';
import { startDeskSandbox } from './desk-sandbox';
import { expect, test } from './fixtures';
import { Environments } from './pages/environments';
import { MainWindow } from './pages/main-window';

/** Every way in which the key could stand in a file. */
function spellings(key: string): Buffer[] {
  const base64 = Buffer.from(key).toString('base64').replace(/=+$/, '');
  return [
    Buffer.from(key, 'utf8'),
    Buffer.from(key, 'utf16le'),
    Buffer.from(base64.slice(0, -2), 'utf8'),
    Buffer.from(Buffer.from(key).toString('hex'), 'utf8'),
    Buffer.from(encodeURIComponent(key), 'utf8'),
    Buffer.from([...key].reverse().join(''), 'utf8'),
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('a key goes to the real keyring and into no byte under the user-data folder', async ({
  app,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir);
  const main = new MainWindow(app.page);
  const environments = new Environments(app.page);

  await environments.manage();
  await environments.create({ name: 'Staging', url: server.url });
  await environments.key.fill(`  ${server.apiKey}\n`);
  await environments.keySave.click();
  await expect(environments.keyStatus).toHaveAttribute('data-state', 'ready');
  await environments.keyCheck.click();
  await expect(environments.keyCheckResult).toHaveAttribute('data-verdict', 'ok');
  await environments.close();

  const stored = await keytar.findCredentials('dispatch-desk');
  expect(stored.map(({ password }) => password)).toContain(server.apiKey);

  await environments.choose('Staging');
  await main.open('Welcome');
  expect(await main.sendWithKeyboard()).toBe('accepted');
  expect(server.arrivals().filter(({ method }) => method === 'POST')).toHaveLength(1);

  // Nothing that the page holds or shows, and nothing on disk while it runs or after it has ended.
  const shown = await app.page.evaluate(() => document.documentElement.outerHTML);
  expect(shown).not.toContain(server.apiKey);
  const secrets = spellings(server.apiKey);
  const look = () =>
    filesBelow(app.home).filter((file) => {
      const bytes = readFileSync(file);
      return secrets.some((secret) => bytes.includes(secret));
    });
  expect(look()).toEqual([]);
  await app.close();
  expect(filesBelow(app.home).length).toBeGreaterThan(5);
  expect(look()).toEqual([]);
  await server.stop();
});

test('the built-in server is reached with a key from the keyring too', async ({ app }) => {
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  expect(await main.sendWithKeyboard()).toBe('accepted');
  const accounts = (await keytar.findCredentials('dispatch-desk')).map(({ account }) => account);
  expect(accounts).toContain('sandbox');
});
