import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDeskSandbox } from './desk-sandbox';
import { expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import {
  ask,
  draftTexts,
  filesBelow,
  historyOutcomes,
  kill,
  samplesFolder,
  useServer,
} from './steps';

/** Files that no request can be read from, and what the window has to say of each. */
const brokenFiles: readonly {
  readonly name: string;
  readonly bytes: string | Buffer;
  readonly says: RegExp;
}[] = [
  {
    name: 'A comma short',
    bytes: '{\n  "endpoint": "/campaigns/trigger/send"\n  "body": {}\n}\n',
    says: /not valid JSON: line 3, column 3\./,
  },
  {
    name: 'Half a file',
    bytes: '{\r\n  "endpoint": "/campaigns/trigger/send",\r\n  "body": { "campaign_id": "5d1c',
    says: /not valid JSON: line 3, column 33\./,
  },
  { name: 'A list', bytes: '\n [{}]\n', says: /no JSON object: line 2, column 2\./ },
  {
    name: 'A number for a text',
    bytes: '{ "endpoint": 5, "body": {} }',
    says: /“endpoint” has the wrong type: line 1, column 15\./,
  },
  {
    name: 'A zero byte',
    bytes: '{ "body": {} }\0',
    says: /not valid JSON: line 1, column 15\./,
  },
  { name: 'Nothing', bytes: '', says: /no JSON object: line 1, column 1\./ },
];

test('a file that cannot be read is shown with the place, never sent and left as it is', async ({
  app,
}) => {
  const main = new MainWindow(app.page);
  const samples = samplesFolder(app.home);
  await main.treeItem('Welcome').waitFor();
  for (const { name, bytes } of brokenFiles) writeFileSync(join(samples, `${name}.jsonc`), bytes);
  const latin1 = Buffer.from('{ "body": { "name": "J\xf6rg" } }', 'latin1');
  writeFileSync(join(samples, 'Old letters.json'), latin1);
  const before = filesBelow(samples);

  for (const { name, says } of brokenFiles) {
    await main.open(name);
    await expect(main.fileBroken).toContainText(says);
    await expect(main.sendButton).toBeDisabled();
    await app.page.keyboard.press('ControlOrMeta+Enter');
    await app.page.keyboard.press('ControlOrMeta+s');
  }
  await main.treeItem('Old letters').click();
  await expect(
    app.page.getByText('The file is not UTF-8 text, so it was not opened.'),
  ).toBeVisible();
  await expect(main.sendButton).toBeDisabled();
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await app.page.keyboard.press('ControlOrMeta+s');

  // The next one is usable, and is all that the history has.
  await main.open('Welcome');
  expect(await main.sendWithKeyboard()).toBe('accepted');
  expect(await historyOutcomes(app.page)).toEqual(['accepted']);
  expect(filesBelow(samples)).toEqual(before);
});

test('a body broken while it is edited is blocked with its place and survives a kill', async ({
  app,
}, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir);
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await useServer(app.page, server);
  const before = filesBelow(samplesFolder(app.home));

  await main.replaceBody('{\n  "campaign_id": "kept-through-a-kill",\n  "recipients": [}\n}');
  await expect(main.findings.first()).toContainText('3:18');
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await expect(main.outcome).toHaveAttribute('data-outcome', 'blocked');
  await expect(main.blocks).toContainText('not valid JSON: line 3, column 18.');
  expect(await historyOutcomes(app.page)).toEqual(['blocked']);
  expect(server.arrivals()).toEqual([]);

  await expect
    .poll(() => draftTexts(app.home))
    .toEqual([expect.stringContaining('kept-through-a-kill')]);
  await kill(app);

  const again = new MainWindow(await app.relaunch());
  await expect(again.tab('Welcome')).toHaveAttribute('data-dirty', 'true');
  await expect.poll(() => again.shownText()).toContain('kept-through-a-kill');
  expect(await historyOutcomes(again.page)).toEqual(['blocked']);
  expect(filesBelow(samplesFolder(app.home))).toEqual(before);
  const { items } = await ask(again.page, 'history.list', {
    query: '',
    environmentId: null,
    outcomes: [],
    before: null,
    limit: 1,
  });
  expect(items[0]?.failure).toBe('gate');
  expect(server.arrivals()).toEqual([]);
  await server.stop();
});
