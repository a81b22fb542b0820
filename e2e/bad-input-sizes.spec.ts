import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { draftTexts, historyOutcomes, samplesFolder } from './steps';

const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';

/** A request file of exactly so many bytes, one recipient and many properties, a line each. */
function requestOfSize(bytes: number): string {
  const start =
    '{\n  "endpoint": "/campaigns/trigger/send",\n  "body": {\n' +
    `    "campaign_id": "${campaign}",\n` +
    '    "recipients": [{ "external_user_id": "qa-1001" }],\n    "trigger_properties": {\n';
  const end = '      "last": ""\n    }\n  }\n}\n';
  const lines: string[] = [];
  let left = bytes - start.length - end.length;
  for (let number = 0; left > 200; number += 1) {
    const line = `      "property_${number}": "${'x'.repeat(80)}",\n`;
    lines.push(line);
    left -= line.length;
  }
  return start + lines.join('') + end.replace('""', `"${'y'.repeat(left)}"`);
}

test('a file of more than 4 MB is refused with its size and not opened', async ({ app }) => {
  const { page } = app;
  const main = new MainWindow(page);
  const file = join(samplesFolder(app.home), 'Too large.jsonc');
  const bytes = Buffer.from(requestOfSize(5 * 1024 * 1024));
  await main.treeItem('Welcome').waitFor();
  writeFileSync(file, bytes);
  const justOver = join(samplesFolder(app.home), 'One byte over.jsonc');
  writeFileSync(justOver, requestOfSize(4 * 1024 * 1024 + 1));

  for (const [name, size] of [
    ['Too large', 'Size: 5 MB'],
    ['One byte over', 'Size: 4 MB'],
  ] as const) {
    await main.treeItem(name).click();
    const words = page.getByText('The file is larger than 4 MB, the most a body may have.');
    await expect(words).toContainText(size);
    await expect(main.tab(name)).toHaveAttribute('aria-selected', 'true');
    await expect(main.editor).toHaveCount(0);
    await expect(main.sendButton).toBeDisabled();
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.press('ControlOrMeta+s');
  }
  await main.open('Welcome');
  expect(await main.sendWithKeyboard()).toBe('accepted');
  expect(await historyOutcomes(page)).toEqual(['accepted']);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a body of 3.9 MB can be edited, saved and checked', async ({ app }) => {
  const { page } = app;
  const main = new MainWindow(page);
  const file = join(samplesFolder(app.home), 'Just right.jsonc');
  const text = requestOfSize(Math.floor(3.9 * 1024 * 1024));
  await main.treeItem('Welcome').waitFor();
  writeFileSync(file, text);
  await main.open('Just right');
  await expect.poll(() => main.shownText()).toContain(campaign);

  await main.editor.locator('.view-line').filter({ hasText: 'trigger_properties' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type('"typed": true,');
  await expect.poll(() => main.shownText()).toContain('"typed": true,');
  await expect(main.tab('Just right')).toHaveAttribute('data-dirty', 'true', { timeout: 30_000 });
  await expect
    .poll(() => draftTexts(app.home).map(({ length }) => length), { timeout: 30_000 })
    .toEqual([text.length + '"typed": true,'.length]);

  await page.keyboard.press('ControlOrMeta+s');
  await expect(main.tab('Just right')).toHaveAttribute('data-dirty', 'false');
  const wanted = text.replace('"trigger_properties": {', '"trigger_properties": {"typed": true,');
  expect(readFileSync(file, 'utf8') === wanted).toBe(true);
  await expect.poll(() => draftTexts(app.home)).toEqual([]);

  // So many properties are more than Braze takes (R05), which is said before anything leaves.
  expect(await main.sendWithKeyboard()).toBe('blocked');
  await expect(main.blocks).toContainText('R05');
});
