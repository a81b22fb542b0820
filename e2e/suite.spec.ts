import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { SuitePage } from './pages/suite-page';
import { historyOutcomes, samplesFolder } from './steps';

test('a matrix of two by two runs, shows what failed, and runs only that again', async ({
  app,
}) => {
  const window = new MainWindow(app.page);
  const suite = new SuitePage(app.page);
  await window.treeItem('Orders').click();
  await window.open('Receipt with variables');
  await suite.create('Receipts');
  const file = join(samplesFolder(app.home), 'Orders', 'Receipts.suite.jsonc');
  expect(readFileSync(file, 'utf8')).toContain('"request": "Receipt with variables.jsonc"');
  await expect(window.treeItem('Receipts')).toHaveAttribute('data-kind', 'suite');

  await suite.addAxis('user', ['qa-1001', 'qa-1002']);
  await suite.addAxis('order', ['A-1', 'A-2']);
  await expect(suite.counts).toHaveText('0 passed, 0 failed, 4 not run');
  await suite.case('qa-1002 · A-2').click();
  await suite.expectOutcome('Refused');

  await suite.run.click();
  await expect(suite.counts).toHaveText('3 passed, 1 failed, 0 not run');
  await expect(suite.case('qa-1001 · A-1')).toHaveAttribute('data-verdict', 'passed');
  await expect(suite.case('qa-1002 · A-2')).toHaveAttribute('data-verdict', 'failed');
  await expect(suite.differences).toContainText('Refused');
  await expect(suite.differences).toContainText('Accepted');
  expect(await historyOutcomes(app.page)).toEqual(Array(4).fill('accepted'));

  await suite.runFailed.click();
  await expect.poll(async () => (await historyOutcomes(app.page)).length).toBe(5);
  await expect(suite.counts).toHaveText('3 passed, 1 failed, 0 not run');
  const text = readFileSync(file, 'utf8');
  expect(text.split('\n')[0]).toBe(
    '// Each combination of the values is one case: the request with these variables.',
  );

  await app.page.getByTestId('suite-history').click();
  await expect(app.page.getByText('Receipt with variables · qa-1002 · A-2').first()).toBeVisible();
});

test('the file is the truth: what is written there is shown, and edits keep its comments', async ({
  app,
}) => {
  const window = new MainWindow(app.page);
  const suite = new SuitePage(app.page);
  const file = join(samplesFolder(app.home), 'Names.suite.jsonc');
  const text = `// Made by hand
{
  "request": "Welcome.jsonc", // beside it
  "axes": [{ "variable": "first_name", "values": ["Kim" /* first */, "Lee"] }]
}
`;
  writeFileSync(file, text);
  await window.treeItem('Names').click();
  await expect(suite.counts).toHaveText('0 passed, 0 failed, 2 not run');
  await app.page.getByTestId('suite-add-value').fill('Ali');
  await app.page.getByTestId('suite-add-value').press('Enter');
  await expect(suite.counts).toHaveText('0 passed, 0 failed, 3 not run');
  expect(readFileSync(file, 'utf8')).toBe(text.replace('"Lee"]', '"Lee", "Ali"]'));

  writeFileSync(file, text.replace('Welcome.jsonc', 'Gone.jsonc'));
  await expect(app.page.getByTestId('suite-no-request')).toBeVisible();
  await expect(suite.run).toBeDisabled();
  writeFileSync(file, '{ "request": "Welcome.jsonc", "axess": [] }');
  await expect(app.page.getByTestId('suite-broken')).toContainText('axess');

  // Back among the requests Ctrl+Enter belongs to them again, and not before.
  await app.page.keyboard.press('ControlOrMeta+Enter');
  await app.page.getByTestId('suite-close').click();
  await expect(window.editor.locator('.view-lines')).toBeVisible();
  expect(await historyOutcomes(app.page)).toEqual([]);
});

test('a matrix that reaches everyone is confirmed once for all its cases', async ({ app }) => {
  const window = new MainWindow(app.page);
  const suite = new SuitePage(app.page);
  const file = join(samplesFolder(app.home), 'All.suite.jsonc');
  writeFileSync(
    file,
    `{ "request": "Many people/Everyone in the segment (broadcast).jsonc",
       "axes": [{ "variable": "n", "values": ["a", "b"] }] }`,
  );
  await window.treeItem('All').click();
  await suite.run.click();
  const confirmation = window.confirmation();
  await confirmation.dialog.waitFor();
  await confirmation.phrase('blast_radius').fill('5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11');
  expect(await historyOutcomes(app.page)).toEqual([]);
  await confirmation.send.click();
  await expect(suite.counts).toHaveText('2 passed, 0 failed, 0 not run');
  expect(await historyOutcomes(app.page)).toEqual(['accepted', 'accepted']);
});
