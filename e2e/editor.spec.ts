import { type DeskApp, expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { TextEditor } from './pages/text-editor';
import { ask, draftTexts, openNewRequest } from './steps';

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

const people = `{
  "campaign_id": "5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11",
  "recipients": [
    { "external_user_id": "qa-1" },
    { "external_user_id": "qa-2" }
  ],
  "audience": {
    "AND": [
      { "last_used_app": { "comparison": "" } },
      { "custom_attribute": { "custom_attribute_name": "vip", "comparison": "equals", "value": true } }
    ]
  },
  "broadcast": "false"
}`;

async function openPeople({ page }: DeskApp) {
  const main = new MainWindow(page);
  await main.open('Welcome');
  await main.replaceBody(people);
  return { page, main, text: new TextEditor(page) };
}

test('the reference of a field is read by keyboard, with its limits and in the language shown', async ({
  app,
}) => {
  const { page, main, text } = await openPeople(app);
  await text.moveTo(3, 6);
  await page.keyboard.press('ControlOrMeta+i');
  await expect(text.hover.first()).toContainText('recipients');
  await expect(text.hover.first()).toContainText('At most 50 entries.');
  await expect(text.hover.first()).toContainText('250,000 calls an hour');
  await page.keyboard.press('Escape');
  await expect(text.hover).toHaveCount(0);

  await ask(page, 'settings.update', { language: 'de' });
  await expect(main.sendButton).toContainText('Senden');
  await main.editor.locator('.view-lines').click();
  await text.moveTo(3, 6);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Feldreferenz');
  await page.keyboard.press('Enter');
  await expect(text.hover.first()).toContainText('Höchstens 50 Einträge.');
});

test('completion by keyboard offers the comparisons of the filter and writes one', async ({
  app,
}) => {
  const { page, main, text } = await openPeople(app);
  await text.moveTo(9, 43);
  await page.keyboard.press('ControlOrMeta+Space');
  await expect(text.suggestions).toHaveCount(2);
  await expect(text.suggestions).toContainText(['after', 'before']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => main.shownText()).toContain('"comparison": "before" }');
});

test('a repair by keyboard mends what it says and is one step of undo', async ({ app }) => {
  const { page, main, text } = await openPeople(app);
  await expect(main.findings.filter({ hasText: 'broadcast' }).first()).toBeVisible();
  await text.moveTo(13, 18);
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByText('Write false')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => main.shownText()).toContain('"broadcast": false');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => main.shownText()).toContain('"broadcast": "false"');
});

test('a field, a recipient or a filter is gone to by its name', async ({ app }) => {
  const { page, main, text } = await openPeople(app);
  await text.moveTo(1, 1);
  await page.keyboard.press('ControlOrMeta+Shift+o');
  await page.keyboard.type('vip');
  await expect(text.fields).toHaveText(['vip equals true']);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('@qa-2');
  await expect(text.fields).toHaveText(['qa-2']);
  await page.keyboard.press('Enter');
  await expect(text.fieldInput).toHaveCount(0);
  await expect(text.currentLine).toHaveText('5');

  // From the palette, and with Escape the cursor stays where it was.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Go to field');
  await page.keyboard.press('Enter');
  await expect(text.fieldInput).toBeFocused();
  await page.keyboard.type('broadcast');
  await page.keyboard.press('Escape');
  await expect(text.currentLine).toHaveText('5');
  await page.keyboard.type('x');
  await expect.poll(() => main.shownText()).toContain('x{ "external_user_id": "qa-2" }');
});

test('what an input method composes lands at the cursor, in a line of 400,000 letters too', async ({
  app,
}) => {
  test.setTimeout(2 * 60_000);
  const { page } = app;
  const main = new MainWindow(page);
  const session = await page.context().newCDPSession(page);
  const compose = async (): Promise<void> => {
    for (const text of ['ㅎ', '하', '한']) {
      const end = text.length;
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: end,
        selectionEnd: end,
      });
    }
    await session.send('Input.insertText', { text: '한' });
  };
  const press = async (key: string, times: number): Promise<void> => {
    for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press(key);
  };
  await openNewRequest(main);
  const letters = Array.from({ length: 40_000 }, (_unused, index) => String(10 ** 9 + index));
  let body = `{ "campaign_id": "${letters.join('')}" }`;
  const isKept = async (): Promise<void> => {
    const file = `{\n  "endpoint": "/campaigns/trigger/send",\n  "body": ${body}\n}\n`;
    await expect.poll(() => draftTexts(app.home).some((one) => one === file)).toBe(true);
  };
  await main.replaceBody(body);
  await isKept();

  await page.keyboard.press('Home');
  await press('ArrowRight', 30);
  await compose();
  body = `${body.slice(0, 30)}한${body.slice(30)}`;
  await isKept();

  await page.keyboard.press('End');
  await press('ArrowLeft', 10);
  await compose();
  await compose();
  await page.keyboard.type('xyz');
  body = `${body.slice(0, -10)}한한xyz${body.slice(-10)}`;
  await isKept();

  await press('Shift+ArrowLeft', 4);
  await compose();
  body = `${body.slice(0, -14)}한${body.slice(-10)}`;
  await isKept();

  // What is selected from one end to the other is more than is told of.
  await page.keyboard.press('Shift+Home');
  await compose();
  body = `한${body.slice(-10)}`;
  await isKept();
});
