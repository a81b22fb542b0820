import { expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { draftTexts } from './steps';

const repeated = '{\n  "campaign_id": "a",\n  "campaign_id": "b"\n}';

test('a repeated field is settled by keyboard alone', async ({ app }) => {
  const { page } = app;
  const main = new MainWindow(page);
  await main.open('Welcome');

  await main.replaceBody(repeated);
  await expect(page.locator('[data-testid="problem"][data-rule="JSON"]')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Home');
  for (const key of ['ArrowDown', 'ArrowDown', 'Home', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key);
  }
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByText('Keep the last campaign_id')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => main.shownText()).not.toContain('"a"');
  expect(await main.shownText()).toContain('"b"');
});

test('a body of 51 recipients becomes two requests, which Undo closes again', async ({ app }) => {
  const { page } = app;
  const main = new MainWindow(page);
  await main.open('Welcome');
  const recipients = Array.from({ length: 51 }, (_, index) => ({ external_user_id: `u${index}` }));
  await main.replaceBody(JSON.stringify({ recipients, campaign_id: 'x' }));
  await expect(main.findings.filter({ hasText: '51' }).first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByText('Split into 2 requests')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(main.tab('Welcome (2 of 2)')).toBeVisible();
  await expect.poll(() => draftTexts(app.home).length).toBe(3);
  const counts = draftTexts(app.home).map((text) => text.match(/external_user_id/g)?.length ?? 0);
  expect(counts.toSorted((a, b) => a - b)).toEqual([1, 50, 51]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(main.tabs).toHaveCount(1);
});
