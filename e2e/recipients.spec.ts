import { expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { RecipientsTable } from './pages/recipients';

const body = `{
  // For the welcome campaign
  "campaign_id": "5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11",
  "trigger_properties": { "offer": "WELCOME10" },
  "recipients": [
    // Kim first
    { "external_user_id": "qa-1", "trigger_properties": { "first_name": "Kim", "order": 12345678901234567890 } },
    { "external_user_id": "qa-2" } /* Lee */
  ]
}`;

test('an edit in the table is a patch of the text, and one step of undo', async ({ app }) => {
  const window = new MainWindow(app.page);
  const table = new RecipientsTable(app.page);
  await window.replaceBody(body);
  await table.show();
  await expect(table.rows).toHaveCount(2);
  await expect(table.total).toHaveText('2 of 50 in one call');

  await table.cell('Kim').click();
  await expect(table.effective).toHaveCount(3);
  await expect(table.effective.first()).toHaveAttribute('data-origin', 'request');
  await app.page.keyboard.press('F2');
  await table.input.fill('Kimberly');
  await table.input.press('Enter');
  await expect(table.cell('Kimberly')).toBeVisible();

  await table.showBody();
  await expect.poll(() => window.shownText()).toContain('"Kimberly"');
  const text = await window.shownText();
  for (const kept of ['// For the welcome campaign', '// Kim first', '/* Lee */']) {
    expect(text).toContain(kept);
  }
  expect(text).toContain('12345678901234567890');

  await table.show();
  await table.cell('Kimberly').click();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(table.cell('Kimberly')).toHaveCount(0);
  await expect(table.cell('Kim')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(table.cell('Kimberly')).toBeVisible();
});

test('rows from a spreadsheet become recipients and can be taken back', async ({ app }) => {
  const window = new MainWindow(app.page);
  const table = new RecipientsTable(app.page);
  await window.replaceBody(body);
  await table.show();
  await table.cell('qa-1').click();
  await table.paste(
    'external_user_id\tfirst_name\tpoints\tzip\n007\t"two\nlines"\t3\t0042\nqa-9\t=1+1\t\tx\n',
  );
  await expect(table.rows).toHaveCount(4);
  await expect(app.page.getByText('2 recipients added', { exact: true })).toBeVisible();
  await expect(table.total).toHaveText('4 of 50 in one call');

  await table.showBody();
  await app.page.keyboard.press('ControlOrMeta+End');
  await expect.poll(() => window.shownText()).toContain('"external_user_id": "007"');
  const text = await window.shownText();
  expect(text).toContain('"first_name": "two\\nlines"');
  expect(text).toContain('"points": 3,');
  expect(text).toContain('"zip": "0042"');
  expect(text).toContain('"first_name": "=1+1"');

  await table.show();
  await app.page.getByRole('button', { name: 'Undo' }).click();
  await expect(table.rows).toHaveCount(2);
});

test('what is typed in the text shows in the table, and a broken text is left alone', async ({
  app,
}) => {
  const window = new MainWindow(app.page);
  const table = new RecipientsTable(app.page);
  await window.replaceBody(body.replace('"Kim"', '"Min"'));
  await table.show();
  await expect(table.cell('Min')).toBeVisible();

  await table.showBody();
  await window.replaceBody('{\n  "recipients": [ { "email": }');
  await table.show();
  await expect(table.obstacle).toContainText('line 2');
  await app.page.getByTestId('obstacle-show').click();
  await expect(window.editor).toBeVisible();
  expect(await window.shownText()).toContain('{ "email": }');

  await window.replaceBody('{ "recipients": "none" }');
  await table.show();
  await expect(table.obstacle).toContainText('is no list');
});

test('rows are removed and come back where they were', async ({ app }) => {
  const window = new MainWindow(app.page);
  const table = new RecipientsTable(app.page);
  await window.replaceBody(body);
  await table.show();
  await table.cell('qa-1').click();
  await app.page.keyboard.press('Shift+Space');
  await app.page.keyboard.press('Delete');
  await expect(table.rows).toHaveCount(1);
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(table.rows).toHaveCount(2);
  await expect(table.cell('Kim')).toBeVisible();
});
