import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { ask, filesBelow, historyOutcomes, useServer } from './steps';

/** The app's own files as a crash of the machine, another program or another version may leave them. */
const ownFiles: Readonly<Record<string, string>> = {
  'settings.json': '{ "version": 1, "theme": "dark", ',
  'environments.json': '{ "version": 99, "environments": "as a version to come has them" }',
  [join('drafts', '0f8fad5b-d9cb-469f-a165-70867728950e.json')]: '\0\0\0\0\0\0\0\0',
  'window.json': 'null',
};

test.describe('a home with files that cannot be used', () => {
  test.use({
    home: async ({ home }, use) => {
      mkdirSync(join(home, 'drafts'));
      for (const [name, text] of Object.entries(ownFiles)) writeFileSync(join(home, name), text);
      await use(home);
    },
  });

  test('starts, names each of them and overwrites none', async ({ app }) => {
    const main = new MainWindow(app.page);
    await main.treeItem('Samples').click();
    await main.open('Welcome');
    expect(await main.sendWithKeyboard()).toBe('accepted');
    await main.problemsCount.click();
    for (const name of Object.keys(ownFiles).slice(0, 3)) {
      await expect(main.appProblems.filter({ hasText: join(app.home, name) })).toHaveCount(1);
    }
    await app.page.keyboard.press('Escape');

    // A newer file is not written to, not even when someone asks for a change.
    const server = { url: 'http://127.0.0.1:9', apiKey: 'a-key-for-this-session-only' };
    await expect(useServer(app.page, server)).rejects.toThrow('file_newer');
    // A broken one is put aside when something has to be kept.
    await ask(app.page, 'settings.update', { theme: 'light' });
    await app.close();

    const files = readdirSync(app.home);
    const aside = files.filter((name) => /^settings\.broken-.*\.json$/.test(name));
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(app.home, aside[0] ?? ''), 'utf8')).toBe(ownFiles['settings.json']);
    for (const name of Object.keys(ownFiles).slice(1, 3)) {
      expect(readFileSync(join(app.home, name), 'utf8')).toBe(ownFiles[name]);
    }
  });
});

/** Bodies that no server should see. */
const bodies: readonly (readonly [name: string, body: string])[] = [
  ['nothing', ''],
  ['a list', '[]'],
  ['a text', '"campaign_id"'],
  ['a hundred thousand brackets', '['.repeat(100_000)],
  ['fifty thousand levels', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['a variable that nobody gave a value', '{ "campaign_id": "{{nobody}}" }'],
  ['a comment without an end', '{ "campaign_id": "5d1c" /* '],
];

test('bodies that cannot be meant are blocked, each with a reason, and the window stays usable', async ({
  app,
}) => {
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  const before = filesBelow(join(app.home, 'collections'));
  for (const [index, [name, body]] of bodies.entries()) {
    await main.replaceBody(body === '' ? ' ' : body);
    await app.page.keyboard.press('ControlOrMeta+Enter');
    await expect
      .poll(() => historyOutcomes(app.page), { message: name })
      .toEqual(Array<string>(index + 1).fill('blocked'));
    await expect(main.blocks.locator('li').first(), name).toBeVisible();
  }
  await main.replaceBody(
    `{ "campaign_id": "5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11",
      "recipients": [{ "external_user_id": "qa-1001" }] }`,
  );
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.outcome).toHaveAttribute('data-outcome', 'accepted');
  expect(filesBelow(join(app.home, 'collections'))).toEqual(before);
});
