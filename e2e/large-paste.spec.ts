import type { CDPSession, Locator } from '@playwright/test';
import { type DeskApp, expect, test } from './fixtures';
import { watchPageTasks } from './page-tasks';
import { MainWindow } from './pages/main-window';
import { ask, draftTexts, openNewRequest } from './steps';

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

/** How the text that is most like the wanted one differs from it: millions of characters say nothing. */
function nearest(texts: readonly string[], wanted: string): string {
  const places = texts.map((text) => {
    let at = 0;
    while (at < wanted.length && text[at] === wanted[at]) at += 1;
    return { text, at };
  });
  const [best] = places.sort((one, other) => other.at - one.at);
  if (best === undefined) return 'no text';
  if (best.text === wanted) return 'the same';
  const about = (text: string): string => JSON.stringify(text.slice(best.at - 20, best.at + 20));
  const lengths = `${best.text.length} characters for ${wanted.length}`;
  return `${lengths}, ${about(best.text)} for ${about(wanted)} at ${best.at}`;
}

/** Waits until a new request with that body is on disk. */
async function isKept(app: DeskApp, text: string): Promise<void> {
  await expect.poll(() => nearest(draftTexts(app.home), fileOf(text)), slow).toBe('the same');
}

test('a long text that is pasted is whole whatever comes meanwhile, and one thing to undo', async ({
  app,
}) => {
  test.setTimeout(5 * 60_000);
  const main = new MainWindow(app.page);
  const { keyboard } = app.page;
  await openNewRequest(main);
  const before = await main.shownText();

  await main.replaceBody(body);
  await keyboard.type(' ');
  await isKept(app, `${body} `);
  await keyboard.press('ControlOrMeta+z');
  await keyboard.press('ControlOrMeta+z');
  await expect.poll(() => main.shownText(), slow).toBe(before);
  await keyboard.press('ControlOrMeta+Shift+z');
  await isKept(app, body);
  await keyboard.press('ControlOrMeta+z');
  await expect.poll(() => main.shownText(), slow).toBe(before);

  await main.replaceBody(body);
  await keyboard.press('ArrowLeft');
  await keyboard.type(' ');
  await isKept(app, `${body.slice(0, -1)} }`);
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Delete');
  await expect.poll(() => main.shownText(), slow).toBe('');
  await keyboard.press('ControlOrMeta+z');
  await isKept(app, `${body.slice(0, -1)} }`);
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
  await isKept(app, body);
  await keyboard.press('ControlOrMeta+z');
  await expect.poll(() => main.shownText(), slow).toBe(before);

  await main.replaceBody(body);
  await main.tab('Welcome').click();
  await expect(main.blastRadius).toContainText('1 named recipient');
  await main.tab('Untitled').click();
  await expect(main.blastRadius).toContainText('100,000', slow);
  await isKept(app, body);

  const other = body.replace('"a"', '"b"');
  await main.replaceBody(other);
  await app.relaunch();
  expect(draftTexts(app.home).some((one) => one === fileOf(other))).toBe(true);
  await expect(new MainWindow(app.page).blastRadius).toContainText('100,000', slow);
});

/** Has the window told of keys and a click one behind the other, before it has dealt with the first. */
async function atOnce(
  session: CDPSession,
  keys: readonly string[],
  clicked: Locator | null = null,
): Promise<void> {
  const box = await clicked?.boundingBox();
  const codes: Readonly<Record<string, number>> = {
    Paste: 86,
    ArrowLeft: 37,
    Backspace: 8,
    Delete: 46,
  };
  const told = keys.flatMap((name) => {
    const isPaste = name === 'Paste';
    const text = name.length === 1 ? { text: name } : {};
    const key = {
      key: isPaste ? 'v' : name,
      windowsVirtualKeyCode: codes[name] ?? name.charCodeAt(0),
      ...(isPaste ? { modifiers: process.platform === 'darwin' ? 4 : 2, commands: ['paste'] } : {}),
    };
    return [
      session.send('Input.dispatchKeyEvent', {
        type: name.length === 1 ? 'keyDown' : 'rawKeyDown',
        ...key,
        ...text,
      }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
    ];
  });
  if (box) {
    const place = {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      button: 'left',
      clickCount: 1,
    } as const;
    told.push(session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...place }));
    told.push(session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...place }));
  }
  await Promise.all(told);
}

test('keys right behind a paste of a long text do what they do behind a short one', async ({
  app,
}) => {
  test.setTimeout(5 * 60_000);
  const main = new MainWindow(app.page);
  const { keyboard } = app.page;
  const session = await app.page.context().newCDPSession(app.page);
  await openNewRequest(main);
  const before = await main.shownText();
  const takeBack = async (): Promise<void> => {
    await expect
      .poll(async () => {
        await keyboard.press('ControlOrMeta+z');
        return main.shownText();
      }, slow)
      .toBe(before);
    await keyboard.press('ControlOrMeta+a');
  };
  await main.replaceBody(body);
  await isKept(app, body);
  await takeBack();

  await atOnce(session, ['Paste', 'ArrowLeft', ' ']);
  await isKept(app, `${body.slice(0, -1)} }`);
  await takeBack();

  const keys = ['Paste', 'ArrowLeft', 'ArrowLeft', 'Backspace', 'Delete'];
  await atOnce(session, keys, main.tab('Welcome'));
  await expect(main.tab('Welcome')).toHaveAttribute('aria-selected', 'true');
  await isKept(app, `${body.slice(0, body.lastIndexOf(']'))}}`);
  await main.tab('Untitled').click();
  await main.editor.locator('.overflow-guard').click();
  await takeBack();

  await keyboard.press('ControlOrMeta+f');
  const search = main.editor.getByRole('textbox', { name: 'Find', exact: true });
  // It slides to its place.
  await search.click();
  await main.editor.locator('.view-lines').click();
  await keyboard.press('ControlOrMeta+a');
  await atOnce(session, ['Paste'], search);
  await keyboard.type('qa-5');
  await expect(search).toHaveValue('qa-5');
  await isKept(app, body);
});

test('a text that takes the page long to put together is on disk after a quit', async ({ app }) => {
  test.setTimeout(5 * 60_000);
  const main = new MainWindow(app.page);
  await openNewRequest(main);
  const other = body.replace('"a"', '"b"');
  await main.replaceBody(other);
  const session = await app.page.context().newCDPSession(app.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 15 });
  await app.close();
  expect(draftTexts(app.home).some((one) => one === fileOf(other))).toBe(true);
});

for (const { people, meanwhile } of [
  { people: 1_000, meanwhile: '' },
  // This takes long enough for a key to come before its end.
  { people: 100_000, meanwhile: 'x' },
]) {
  test(`a body of ${people} recipients is laid out with what is typed meanwhile, and back at once`, async ({
    app,
  }) => {
    test.setTimeout(3 * 60_000);
    const main = new MainWindow(app.page);
    const { keyboard } = app.page;
    const recipients = Array.from({ length: people }, (_unused, index) => ({
      external_user_id: `qa-${index}`,
      attributes: { name: '김민지' },
    }));
    const bodyOf = (id: string, indent?: number): string =>
      JSON.stringify({ campaign_id: id, recipients }, null, indent).replaceAll('\n', '\r\n');
    await openNewRequest(main);
    await main.replaceBody(bodyOf('a'));
    await isKept(app, bodyOf('a'));
    await keyboard.press('ControlOrMeta+Home');
    for (const _letter of '{"campaign_id":"') await keyboard.press('ArrowRight');

    const tasks = await watchPageTasks(app.electron, app.page);
    await tasks.during('layout', async () => {
      await keyboard.press('Shift+Alt+F');
      await keyboard.type(meanwhile);
      await isKept(app, bodyOf(`${meanwhile}a`, 2));
    });
    const longest = (await tasks.end()).get('layout') ?? Infinity;
    process.stdout.write(`${people} recipients laid out: ${longest} ms\n`);
    // Each change of white space by itself took Monaco seconds.
    expect(longest).toBeLessThan(150);

    await keyboard.type('y');
    await isKept(app, bodyOf(`${meanwhile}ya`, 2));
    await keyboard.press('ControlOrMeta+z');
    await isKept(app, bodyOf(`${meanwhile}a`, 2));
    await keyboard.press('ControlOrMeta+z');
    await isKept(app, bodyOf(`${meanwhile}a`));
    await keyboard.type('z');
    await isKept(app, bodyOf(`${meanwhile}za`));
  });
}
