import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDeskSandbox } from './desk-sandbox';
import { expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { draftTexts, samplesFolder, useServer } from './steps';

const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';
const request = (body: string): string =>
  `{\n  "endpoint": "/campaigns/trigger/send",\n  "body": ${body}\n}\n`;
const withProperties = (properties: string): string =>
  request(
    `{\n    "campaign_id": "${campaign}",\n    "recipients": [{ "external_user_id": "a" }],\n` +
      `    "trigger_properties": ${properties}\n  }`,
  );
const levels = 1000;

/** What a file holds, and what the rules say of it; null where it is accepted as it is. */
const odd: readonly {
  readonly name: string;
  readonly text: string;
  readonly rule: string | null;
}[] = [
  { name: 'A list', text: request('[ { "campaign_id": "a" } ]'), rule: 'JSON' },
  { name: 'A text', text: request('"campaign_id"'), rule: 'JSON' },
  { name: 'A null', text: request('null'), rule: 'JSON' },
  {
    name: 'Very deep',
    text: withProperties(`{ "a": ${'['.repeat(levels)}${']'.repeat(levels)} }`),
    rule: null,
  },
  { name: 'Twice', text: withProperties('{ "a": 1, "a": 2 }'), rule: 'JSON' },
  { name: 'Proto', text: withProperties('{ "__proto__": { "admin": true } }'), rule: null },
  {
    name: 'Proto at the top',
    text: request('{ "__proto__": { "broadcast": true } }'),
    rule: 'R25',
  },
  { name: 'Half a pair', text: withProperties('{ "a": "\\ud83d" }'), rule: 'JSON' },
  { name: 'Zero byte', text: withProperties('{ "a": "x\0y" }'), rule: 'JSON' },
  { name: 'Byte order mark', text: `\uFEFF${withProperties('{ "a": 1 }')}`, rule: null },
  {
    name: 'Windows lines',
    text: withProperties('{ "a": 1 }').replaceAll('\n', '\r\n'),
    rule: null,
  },
  {
    name: 'Mixed lines',
    text: withProperties('{\r\n "a": 1,\r\n "b": 2,\n "c": 3 }'),
    rule: null,
  },
  {
    name: 'Large numbers',
    text: withProperties('{ "a": 12345678901234567890, "b": 1.10, "c": -0, "d": 1E400 }'),
    rule: null,
  },
];

test('odd bodies are diagnosed or accepted, and no byte changes that nobody touched', async ({
  app,
}) => {
  const { page } = app;
  const main = new MainWindow(page);
  const folder = samplesFolder(app.home);
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await main.open('Welcome');
  for (const { name, text } of odd) writeFileSync(join(folder, `${name}.jsonc`), text);

  for (const { name, text, rule } of odd) {
    const file = join(folder, `${name}.jsonc`);
    const isUntouched = () => readFileSync(file).equals(Buffer.from(text));
    await main.treeItem(name).click();
    await expect(main.tab(name)).toHaveAttribute('aria-selected', 'true');
    await expect(main.editor.locator('.view-line').first()).toBeVisible();
    const broken = main.fileBroken.or(main.findings.filter({ hasText: rule ?? '' })).first();
    if (rule === null) await expect(main.blastRadius).toContainText('1 named recipient');
    else await expect(broken).toBeVisible();

    const panels = page.locator('.request-editor [role="tab"]');
    for (const panel of await panels.all()) {
      await panel.click();
      await expect(panel).toHaveAttribute('aria-selected', 'true');
    }
    await panels.first().click();
    expect(isUntouched(), `${name} after a look at each part`).toBe(true);

    await main.editor.locator('.view-lines').click();
    await page.keyboard.press('ControlOrMeta+End');
    for (const key of [' ', 'Backspace']) {
      await page.keyboard.press(key);
      await page.keyboard.press('ControlOrMeta+s');
      await expect(main.tab(name)).toHaveAttribute('data-dirty', 'false');
    }
    await expect.poll(isUntouched, { message: `${name} after a character and back` }).toBe(true);
    await page.keyboard.press('ControlOrMeta+w');
    await expect(main.tab(name)).toHaveCount(0);
    expect(isUntouched(), `${name} closed`).toBe(true);
  }
  expect(draftTexts(app.home)).toEqual([]);
  expect(failures).toEqual([]);
});

test('numbers that no double holds are sent digit for digit', async ({ app }, info) => {
  mkdirSync(info.outputDir, { recursive: true });
  const server = await startDeskSandbox(info.outputDir);
  const main = new MainWindow(app.page);
  const numbers = '"a":12345678901234567890,"b":0.1000000000000000055511151231257827,"c":1.10';
  const file = join(samplesFolder(app.home), 'Numbers.jsonc');
  const text = withProperties(`{${numbers}}`);
  await main.open('Welcome');
  writeFileSync(file, text);
  await main.open('Numbers');
  await useServer(app.page, server);
  expect(await main.sendWithKeyboard()).toBe('accepted');
  const sent = `{"campaign_id":"${campaign}","recipients":[{"external_user_id":"a"}],"trigger_properties":{${numbers}}}`;
  const hash = createHash('sha256').update(sent).digest('hex');
  expect(server.arrivals().map(({ bodySha256 }) => bodySha256)).toEqual([hash]);
  expect(readFileSync(file, 'utf8')).toBe(text);
  await server.stop();
});
