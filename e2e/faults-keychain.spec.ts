import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDeskSandbox } from './desk-sandbox';
import { expect, test as base } from './fixtures';
import { startKeyringSession } from './keyring-session';
import type { KeyringSession } from './keyring-session';
import { Environments } from './pages/environments';
import { MainWindow } from './pages/main-window';
import { filesBelow, historyOutcomes } from './steps';

base.describe('without a keychain', () => {
  const test = base;
  // No bus, no keychain: as in a bare container or over a bare remote session.
  test.use({ launchEnv: { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '' } });

  test('a key can be kept for the session by choice, works, and is gone after a restart', async ({
    app,
  }, info) => {
    mkdirSync(info.outputDir, { recursive: true });
    const server = await startDeskSandbox(info.outputDir);
    const environments = new Environments(app.page);
    const main = new MainWindow(app.page);
    await environments.manage();
    await environments.create({ name: 'Staging', url: server.url });
    await expect(environments.keyStatus).toHaveAttribute('data-state', 'unavailable');
    await expect(environments.keyStatus).toContainText('No keychain on this system');
    await environments.key.fill(server.apiKey);
    // Nothing is chosen for the person.
    await expect(environments.keepInKeychain).toBeDisabled();
    await expect(environments.keepForSession).not.toBeChecked();
    await expect(environments.keySave).toBeDisabled();
    await environments.keepForSession.click();
    await environments.keySave.click();
    await expect(environments.keyStatus).toHaveAttribute('data-state', 'session');
    await environments.close();
    await environments.choose('Staging');
    await main.open('Welcome');
    expect(await main.sendWithKeyboard()).toBe('accepted');

    const again = new MainWindow(await app.relaunch());
    await again.open('Welcome');
    await expect(again.keychainStatus).toContainText('No keychain');
    await again.page.keyboard.press('ControlOrMeta+Enter');
    await expect(again.outcome).toHaveAttribute('data-outcome', 'blocked');
    await expect(again.blocks).toContainText('There is no keychain, so there is no key.');
    expect(server.arrivals().filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(await historyOutcomes(again.page)).toEqual(['blocked', 'accepted']);

    // The sandbox, whose key the app makes itself, works all the same.
    await new Environments(again.page).choose('Sandbox');
    await again.page.keyboard.press('ControlOrMeta+Enter');
    await expect(again.outcome).toHaveAttribute('data-outcome', 'accepted');
    await server.stop();
  });
});

const test = base.extend<{ keyring: KeyringSession }>({
  keyring: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'dispatch-desk-keyring-'));
    const session = await startKeyringSession(folder);
    await use(session);
    await session.end();
    rmSync(folder, { recursive: true, force: true });
  },
  launchEnv: async ({ keyring }, use) => {
    await use({ DBUS_SESSION_BUS_ADDRESS: keyring.address });
  },
});

test('a locked keychain is called locked, never empty, and gives the key back when opened', async ({
  app,
  keyring,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir);
  const environments = new Environments(app.page);
  await environments.manage();
  await environments.create({ name: 'Staging', url: server.url });
  await environments.key.fill(server.apiKey);
  await environments.keySave.click();
  await expect(environments.keyStatus).toHaveAttribute('data-state', 'ready');
  await environments.close();
  await environments.choose('Staging');
  await keyring.lock();
  const settings = (): string | undefined => filesBelow(app.home)['environments.json'];
  const before = settings();

  const page = await app.relaunch();
  const main = new MainWindow(page);
  await main.open('Welcome');
  await expect(main.keychainStatus).toHaveText('Keychain locked');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.outcome).toHaveAttribute('data-outcome', 'blocked');
  await expect(main.blocks).toContainText('The keychain is locked, so the key cannot be read.');
  await main.keychainStatus.click();
  const keys = new Environments(page);
  await expect(keys.keyStatus).toHaveAttribute('data-state', 'locked');
  await expect(keys.keyStatus).toContainText('A stored key cannot be read until');
  expect(settings()).toBe(before);
  expect(server.arrivals()).toEqual([]);

  await keyring.unlock();
  await keys.keyLookAgain.click();
  await expect(keys.keyStatus).toHaveAttribute('data-state', 'ready');
  await keys.close();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.outcome).toHaveAttribute('data-outcome', 'accepted');
  expect(server.arrivals().filter(({ method }) => method === 'POST')).toHaveLength(1);
  await server.stop();
});
