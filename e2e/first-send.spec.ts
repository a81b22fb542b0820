import { expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';

test('a first send from a first start: open, Ctrl+Enter, read the answer', async ({ app }) => {
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await expect(main.blastRadius).toContainText('1');

  expect(await main.sendWithKeyboard()).toBe('accepted');
  await expect(main.status).toContainText('201');
  await expect(main.time).toContainText('ms');
  await expect(main.dispatchId).toHaveText(/^[0-9a-f]{32}$/);
  await expect(main.answerBody).toContainText('success');
});

test('two presses of Send are one send', async ({ app }) => {
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await main.sendButton.dblclick();
  expect(await main.answeredOutcome()).toBe('accepted');

  const total = await app.page.evaluate(async () => {
    const page = await window.desk.request('history.list', {
      query: '',
      environmentId: null,
      outcomes: [],
      before: null,
      limit: 10,
    });
    return page.ok ? page.value.total : -1;
  });
  expect(total).toBe(1);
});

test('Ctrl+R, Ctrl+Shift+R and F5 send nothing and reload nothing', async ({ app }) => {
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await app.page.evaluate(() => document.documentElement.setAttribute('data-still-here', 'yes'));
  for (const keys of ['Control+r', 'Control+Shift+r', 'F5', 'Control+F5']) {
    await app.page.keyboard.press(keys);
    await main.editor.locator('.view-lines').click();
    await app.page.keyboard.press(keys);
  }
  await expect(app.page.locator('html')).toHaveAttribute('data-still-here', 'yes');
  const sent = await app.page.evaluate(async () => {
    const page = await window.desk.request('history.list', {
      query: '',
      environmentId: null,
      outcomes: [],
      before: null,
      limit: 1,
    });
    return page.ok ? page.value.total : -1;
  });
  expect(sent).toBe(0);
});
