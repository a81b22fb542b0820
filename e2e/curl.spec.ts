import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import keytar from 'keytar';
import { startDeskSandbox } from './desk-sandbox';
import type { DeskApp } from './fixtures';
import { expect, test } from './fixtures';
import { CurlDialog } from './pages/curl-dialog';
import { MainWindow } from './pages/main-window';
import { ask, draftTexts, useServer } from './steps';

const shells = ['Copy as curl for bash', 'Copy as curl for cmd', 'Copy as curl for PowerShell'];
/** Characters that shells give a meaning, and a number that no double holds. */
const body = `{
  "campaign_id": "5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11",
  "trigger_properties": {
    "code": "it's \\"50 %\\" off! $HOME \`x\` \\\\ & < > | ^ %PATH%",
    "city": "서울 – Köln",
    "exact": 12345678901234567890.10
  },
  "recipients": [
    {
      "external_user_id": "qa-1"
    }
  ]
}`;

function clipboardOf(app: DeskApp): Promise<string> {
  return app.electron.evaluate(({ clipboard }) => clipboard.readText());
}

/** The bodies of the unsaved requests, as text without the layout. */
function unsavedBodies(home: string): string[] {
  return draftTexts(home)
    .map((text) => {
      const start = text.indexOf('"body":') + '"body":'.length;
      const escaped = text.slice(start, text.lastIndexOf('}'));
      return escaped.replace(/[^\x00-\x7f]/g, (character) => {
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
      });
    })
    .map((text) => text.replace(/\s+(?=(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*$)/g, ''));
}

function filesWith(folder: string, secret: string): string[] {
  const spellings = [
    Buffer.from(secret),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(Buffer.from(secret).toString('base64').slice(0, -4)),
    Buffer.from([...secret].reverse().join('')),
  ];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return spellings.some((spelling) => bytes.includes(spelling));
    });
}

test('a command becomes a request, and the request the same command again, in every shell', async ({
  app,
}) => {
  const main = new MainWindow(app.page);
  const curl = new CurlDialog(app.page);
  await main.treeItem('Welcome').waitFor();
  await app.page.locator('[data-testid="tab"]').first().waitFor();
  await curl.makeRequest(
    `curl -X POST https://rest.iad-03.braze.com/campaigns/trigger/send -H "Authorization: Bearer $BRAZE_API_KEY" -H 'Content-Type: application/json' --data-raw '${body.replaceAll("'", "'\\''")}'`,
  );
  await expect.poll(() => draftTexts(app.home).length).toBe(1);
  const [first] = unsavedBodies(app.home);
  expect(first).toContain('12345678901234567890.10');

  for (const [index, shell] of shells.entries()) {
    await curl.copyRequest(shell);
    await expect.poll(() => clipboardOf(app)).toContain('BRAZE_API_KEY');
    const command = await clipboardOf(app);
    expect(command).toContain('/campaigns/trigger/send');
    // What was copied is what the next one is made of.
    await curl.makeRequest(command);
    await expect.poll(() => draftTexts(app.home).length).toBe(index + 2);
    await app.electron.evaluate(({ clipboard }) => clipboard.clear());
  }
  for (const other of unsavedBodies(app.home)) expect(other).toBe(first);

  // Without the header there is not even a stand-in for the key.
  await curl.copyRequest('With BRAZE_API_KEY in place of the key');
  await curl.copyRequest('Copy as curl for bash');
  await expect.poll(() => clipboardOf(app)).toContain('curl');
  expect(await clipboardOf(app)).not.toMatch(/authorization|BRAZE_API_KEY/i);
});

test('a key in a command goes into the real keyring on a press, and nowhere else', async ({
  app,
}) => {
  const key = randomUUID();
  const main = new MainWindow(app.page);
  const curl = new CurlDialog(app.page);
  await main.treeItem('Welcome').waitFor();
  const command = `curl https://rest.iad-07.braze.com/campaigns/trigger/send -H 'Authorization: Bearer ${key}' -d '{"api_key":"${key}","note":"${key}","recipients":[{"external_user_id":"a"}]}'`;

  // Left out unless asked for.
  await curl.open();
  await curl.input.fill(command);
  await expect(curl.key).toBeVisible();
  await expect(curl.facts).toContainText('US-07');
  await expect(curl.notes).toContainText('in the body too');
  await expect(curl.create).toHaveText('Create request');
  await curl.create.click();
  await curl.dialog.waitFor({ state: 'detached' });
  await expect.poll(() => draftTexts(app.home).length).toBe(1);
  const passwords = async () =>
    (await keytar.findCredentials('dispatch-desk')).map(({ password }) => password);
  expect(await passwords()).not.toContain(key);

  await curl.open();
  await curl.input.fill(command);
  await curl.keyStore.click();
  await expect(curl.keyName).toHaveValue('US-07');
  await curl.keyName.fill('Team seven');
  await expect(curl.create).toHaveText('Create request and store key');
  await curl.create.click();
  await curl.dialog.waitFor({ state: 'detached' });
  expect(await passwords()).toContain(key);
  const environments = await ask(app.page, 'environments.list', {});
  const made = environments.find(({ name }) => name === 'Team seven');
  expect(made?.host).toEqual({ kind: 'cluster', clusterId: 'US-07' });
  expect(made?.production).toBe(false);

  await curl.copyRequest('Copy as curl for bash');
  await expect.poll(() => clipboardOf(app)).toContain('[key removed]');
  expect(await clipboardOf(app)).not.toContain(key);
  const shown = await app.page.evaluate(() => document.documentElement.outerHTML);
  expect(shown).not.toContain(key);
  await expect.poll(() => draftTexts(app.home).length).toBe(2);
  expect(filesWith(app.home, key)).toEqual([]);
  await app.close();
  expect(filesWith(app.home, key)).toEqual([]);
});

test('a command pasted over a new body is offered as a request and does not become text', async ({
  app,
}) => {
  const key = randomUUID();
  const main = new MainWindow(app.page);
  const curl = new CurlDialog(app.page);
  await main.treeItem('Welcome').waitFor();
  await app.page.getByTestId('new-request').click();
  await main.editor.locator('.view-lines').click();
  await app.electron.evaluate(
    ({ clipboard }, text) => clipboard.writeText(text),
    `curl https://rest.iad-03.braze.com/messages/send -H 'Authorization: Bearer ${key}' -d '{}'`,
  );
  await app.page.keyboard.press('ControlOrMeta+v');
  await expect(curl.facts).toContainText('/messages/send');
  await app.page.keyboard.press('Escape');
  await curl.dialog.waitFor({ state: 'detached' });
  expect(await main.shownText()).toContain('campaign_id');
  expect(await main.shownText()).not.toContain('curl');
  // Opened again it holds nothing of what was there before.
  await curl.open();
  await expect(curl.input).toHaveValue('');
  await curl.input.fill("curl 'https://rest.iad-03.braze.com");
  await expect(curl.unread).toHaveAttribute('data-code', 'unclosed_quote');
  await expect(curl.create).toBeDisabled();
  expect(filesWith(app.home, key)).toEqual([]);
});

test('a dispatch is copied as it left', async ({ app }, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir);
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await useServer(app.page, server);
  expect(await main.sendWithKeyboard()).toBe('accepted');
  await app.page.getByRole('tab', { name: 'As sent' }).click();
  await app.page.getByTestId('copy-sent').click();
  await app.page.getByRole('menuitem', { name: 'Copy as curl for bash' }).click();
  await expect.poll(() => clipboardOf(app)).toContain(`${server.url}/campaigns/trigger/send`);
  const command = await clipboardOf(app);
  expect(command).not.toContain(server.apiKey);
  const { items } = await ask(app.page, 'history.list', {
    query: '',
    environmentId: null,
    outcomes: [],
    before: null,
    limit: 1,
  });
  const sent = await ask(app.page, 'history.get', { id: items[0]?.id ?? '' });
  expect(command).toContain(sent.sentBody.replaceAll("'", "'\\''"));
  await server.stop();
});
