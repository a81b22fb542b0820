import { expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { ask, draftTexts } from './steps';

const slow = { timeout: 90_000 };
const lines = Array.from(
  { length: 100_000 },
  (_unused, index) =>
    `    { "external_user_id": "qa-${index}", "attributes": { "name": "김민지" } }`,
);
const body = `{\r\n  "campaign_id": "a",\r\n  "recipients": [\r\n${lines.join(',\r\n')}\r\n  ]\r\n}`;
/** The text of a new request with a body, which gets the ends of lines that the request has. */
const fileOf = (text: string): string =>
  `{\n  "endpoint": "/campaigns/trigger/send",\n  "body": ${text.replaceAll('\r\n', '\n  ')}\n}\n`;

test('a long text that is pasted is whole whatever comes meanwhile, and one thing to undo', async ({
  app,
}) => {
  test.setTimeout(5 * 60_000);
  const main = new MainWindow(app.page);
  const { keyboard } = app.page;
  const isKept = async (text: string): Promise<void> => {
    await expect.poll(() => draftTexts(app.home).some((one) => one === text), slow).toBe(true);
  };
  await main.open('Welcome');
  await main.tab('Welcome').dblclick();
  await app.page.getByTestId('new-request').click();
  await expect(main.tab('Untitled')).toHaveAttribute('aria-selected', 'true');
  const before = await main.shownText();

  await main.replaceBody(body);
  await keyboard.type(' ');
  await isKept(fileOf(`${body} `));
  await keyboard.press('ControlOrMeta+z');
  await keyboard.press('ControlOrMeta+z');
  await expect.poll(() => main.shownText(), slow).toBe(before);
  await keyboard.press('ControlOrMeta+Shift+z');
  await isKept(fileOf(body));
  await keyboard.press('ControlOrMeta+z');
  await expect.poll(() => main.shownText(), slow).toBe(before);

  await main.replaceBody(body);
  await keyboard.press('ArrowLeft');
  await keyboard.type(' ');
  await isKept(fileOf(`${body.slice(0, -1)} }`));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Delete');
  await expect.poll(() => main.shownText(), slow).toBe('');
  await keyboard.press('ControlOrMeta+z');
  await isKept(fileOf(`${body.slice(0, -1)} }`));
  await keyboard.press('ControlOrMeta+z');
  await keyboard.press('ControlOrMeta+z');
  await expect.poll(() => main.shownText(), slow).toBe(before);

  await main.replaceBody(body);
  await keyboard.press('ControlOrMeta+Enter');
  await keyboard.type('x');
  await expect(main.outcome).toHaveAttribute('data-outcome', 'blocked', slow);
  const { items } = await ask(app.page, 'history.list', {
    query: '',
    environmentId: null,
    outcomes: [],
    before: null,
    limit: 1,
  });
  const sent = await ask(app.page, 'history.get', { id: items[0]?.id ?? '' });
  const wire = JSON.stringify(JSON.parse(body));
  expect(wire.startsWith(sent.sentBody)).toBe(true);
  expect(sent.rest?.length).toBe(wire.length);
  await keyboard.press('ControlOrMeta+z');
  await isKept(fileOf(body));
  await keyboard.press('ControlOrMeta+z');
  await expect.poll(() => main.shownText(), slow).toBe(before);

  await main.replaceBody(body);
  await main.tab('Welcome').click();
  await expect(main.blastRadius).toContainText('1 named recipient');
  await main.tab('Untitled').click();
  await expect(main.blastRadius).toContainText('100,000', slow);
  await isKept(fileOf(body));

  const other = body.replace('"a"', '"b"');
  await main.replaceBody(other);
  await app.relaunch();
  expect(draftTexts(app.home).some((one) => one === fileOf(other))).toBe(true);
  await expect(new MainWindow(app.page).blastRadius).toContainText('100,000', slow);
});

test('a text that takes the page long to put together is on disk after a quit', async ({ app }) => {
  test.setTimeout(5 * 60_000);
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  await main.tab('Welcome').dblclick();
  await app.page.getByTestId('new-request').click();
  await expect(main.tab('Untitled')).toHaveAttribute('aria-selected', 'true');
  const other = body.replace('"a"', '"b"');
  await main.replaceBody(other);
  const session = await app.page.context().newCDPSession(app.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 15 });
  await app.close();
  expect(draftTexts(app.home).some((one) => one === fileOf(other))).toBe(true);
});
