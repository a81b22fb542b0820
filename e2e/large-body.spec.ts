import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DeskApp } from './fixtures';
import { expect, test } from './fixtures';
import { watchPageTasks } from './page-tasks';
import { BareEditor } from './pages/bare-editor';
import { MainWindow } from './pages/main-window';
import { RecipientsTable } from './pages/recipients';
import { draftTexts, samplesFolder } from './steps';

const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';
const people = 100_000;
const typed = 'abcdefghijklmnopqrst';
const trailing = ' '.repeat(100);
interface Form {
  readonly name: string;
  readonly body: string;
  /** Where the comment is that is typed into: as many lines below the first, and letters from the line's begin. */
  readonly comment: { readonly down: number; readonly right: number };
  /** Four characters that are changed: line, and columns of begin and end. */
  readonly replaced: readonly [number, number, number];
  /** What is a freeze, in milliseconds. */
  readonly freeze: number;
}

/** Letters beyond Latin make Chromium keep the text, and copy it, at two bytes a letter. */
function recipientALine(): Form {
  const lines = Array.from(
    { length: people },
    (_unused, index) =>
      `    { "external_user_id": "qa-${index}", "trigger_properties": { "first_name": "김민지", "code": "CODE-${index}" } }`,
  );
  return {
    name: 'a recipient a line',
    body: `{\n  // For a test\n  "campaign_id": "${campaign}",\n  "recipients": [\n${lines.join(',\n')}\n  ]\n}`,
    comment: { down: 1, right: '  // For a test'.length },
    replaced: [5, 27, 31],
    freeze: 50,
  };
}

/** As programs write it. */
function allInOneLine(): Form {
  const recipients = Array.from({ length: people }, (_unused, index) => ({
    external_user_id: `qa-${index}`,
    trigger_properties: { first_name: 'Kim', code: `CODE-${index}` },
  }));
  const text = JSON.stringify({ campaign_id: campaign, recipients });
  return {
    name: 'all in one line',
    body: text.replace('{', '{/* For a test */'),
    comment: { down: 0, right: '{/* For a test'.length },
    replaced: [1, 200, 204],
    // Monaco copies a line for whatever is done to it, and the memory is collected while the page waits.
    freeze: 150,
  };
}

/** The text of a new request with that body. */
const fileOf = (body: string): string =>
  `{\n  "endpoint": "/campaigns/trigger/send",\n  "body": ${body.replaceAll('\n', '\n  ')}\n}\n`;

/** A request that is just small enough to be saved. */
function smallestFile(): string {
  const lines = Array.from(
    { length: people },
    (_unused, index) => `{"external_user_id":"u${index}"}`,
  );
  return `{\n"endpoint": "/campaigns/trigger/send",\n"body": {\n"campaign_id": "${campaign}",\n"recipients": [\n${lines.join(',\n')}\n]\n}\n}\n`;
}

const slow = { timeout: 90_000 };

function write(page: Page, text: string): Promise<unknown> {
  return page.evaluate((pasted) => window.desk.request('clipboard.write', { text: pasted }), text);
}

async function draftIs(app: DeskApp, text: string): Promise<void> {
  await expect
    .poll(() => draftTexts(app.home).map(({ length }) => length), slow)
    .toEqual([text.length]);
  expect(draftTexts(app.home)[0] === text).toBe(true);
}

/** The longest task of the page while a person works with a body, and of the bare editor with the same text. */
async function measure(app: DeskApp, form: Form): Promise<ReadonlyMap<string, number>> {
  const { page } = app;
  const { body, comment } = form;
  const main = new MainWindow(page);
  const table = new RecipientsTable(page);
  const bare = new BareEditor(page);
  const tasks = await watchPageTasks(app.electron, page);
  const analysed = () => expect(main.blastRadius).toContainText('100,000', slow);

  await tasks.during('bare restart', async () => {
    await page.reload();
    await expect(main.blastRadius).toContainText('1 named recipient');
  });
  await tasks.during('few recipients', async () => {
    await table.show();
    await expect(table.rows).toHaveCount(1);
  });
  await table.showBody();
  await write(page, body);
  await bare.open();
  await tasks.during('bare paste', async () => {
    await page.keyboard.press('ControlOrMeta+v');
    await bare.waitForLength(body.length);
  });
  await bare.moveTo(1 + comment.down, 1 + comment.right);
  await tasks.during('bare type', async () => {
    await page.keyboard.type(typed, { delay: 50 });
    await bare.waitForLength(body.length + typed.length);
  });
  await tasks.during('bare cell', () => bare.replace(...form.replaced, 'changed'));
  await tasks.during('bare undo', () => bare.undo());
  await tasks.during('bare switch', async () => {
    await bare.switchAway();
    await bare.switchBack();
  });
  await tasks.during('bare reopen', () => bare.reopen());
  await bare.close();

  await page.getByTestId('new-request').click();
  await expect(main.tab('Untitled')).toHaveAttribute('aria-selected', 'true');
  await main.editor.locator('.view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+a');
  await write(page, body);
  await tasks.during('paste', async () => {
    await page.keyboard.press('ControlOrMeta+v');
    await analysed();
    await draftIs(app, fileOf(body));
  });
  await tasks.during('undo paste', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(main.blastRadius).toContainText('1 named recipient', slow);
  });
  await tasks.during('redo paste', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await analysed();
    await draftIs(app, fileOf(body));
  });
  await page.keyboard.press('ControlOrMeta+a');
  await tasks.during('delete all', async () => {
    await page.keyboard.press('Delete');
    await expect.poll(() => main.shownText(), slow).toBe('');
    await expect(main.blastRadius).not.toContainText('100,000', slow);
  });
  await tasks.during('undo delete', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await analysed();
    await draftIs(app, fileOf(body));
  });
  await page.keyboard.press('ControlOrMeta+a');
  await write(page, body);
  await tasks.during('paste over and type', async () => {
    await page.keyboard.press('ControlOrMeta+v');
    await page.keyboard.type(trailing);
    await draftIs(app, fileOf(body + trailing));
  });
  await page.keyboard.press('ControlOrMeta+Home');
  for (const [key, times] of [
    ['ArrowDown', comment.down],
    ['ArrowRight', comment.right],
  ] as const) {
    for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press(key);
  }
  const edited = `${body.replace('For a test', `For a test${typed}`)}${trailing}`;
  await tasks.during('type', async () => {
    await page.keyboard.type(typed, { delay: 50 });
    await draftIs(app, fileOf(edited));
  });
  await tasks.during('recipients', async () => {
    await table.show();
    await expect(table.cell('CODE-1')).toBeVisible(slow);
  });
  await table.cell('CODE-1').click();
  await page.keyboard.press('F2');
  await table.input.fill('CODE-changed');
  await tasks.during('cell', async () => {
    await table.input.press('Enter');
    await expect(table.cell('CODE-changed')).toBeVisible(slow);
    await draftIs(app, fileOf(edited.replace('"CODE-1"', '"CODE-changed"')));
  });
  await tasks.during('undo', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(table.cell('CODE-changed')).toHaveCount(0, slow);
    await draftIs(app, fileOf(edited));
  });
  await table.showBody();
  await tasks.during('switch', async () => {
    await main.tab('Welcome').click();
    await expect(main.blastRadius).toContainText('1 named recipient');
    await main.tab('Untitled').click();
    await analysed();
  });
  await tasks.during('validate', async () => {
    await main.validateButton.click();
    await expect(main.blocks.first()).toBeVisible(slow);
  });
  await tasks.during('send', async () => {
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(main.outcome).toHaveAttribute('data-outcome', 'blocked', slow);
  });
  await tasks.during('restart', async () => {
    await page.reload();
    await page.locator('[data-testid="body-editor"][data-state="ready"]').waitFor();
    // What is left by then is for the text alone.
    await tasks.during('restore', async () => {
      await analysed();
      await expect.poll(() => main.shownText(), slow).toContain(campaign);
    });
  });
  expect(draftTexts(app.home)[0] === fileOf(edited)).toBe(true);
  await page.keyboard.press('ControlOrMeta+w');
  await page.getByTestId('unsaved-discard').click();
  await expect.poll(() => draftTexts(app.home)).toEqual([]);

  const opened = main.treeItem('Crowd');
  await tasks.during('open', async () => {
    await opened.click();
    await expect(main.tab('Crowd')).toHaveAttribute('aria-selected', 'true');
    await analysed();
    await expect.poll(() => main.shownText(), slow).toContain(campaign);
  });
  await page.keyboard.press('ControlOrMeta+w');
  await expect(main.tab('Crowd')).toHaveCount(0);
  return tasks.end();
}

/** What each is printed with: Monaco's own work for such a text, or ours for a short one. */
const controls: Readonly<Record<string, string | null>> = {
  paste: 'bare paste',
  'undo paste': null,
  'redo paste': null,
  'delete all': null,
  'undo delete': null,
  'paste over and type': 'bare type',
  type: 'bare type',
  recipients: 'few recipients',
  cell: 'bare cell',
  undo: 'bare undo',
  switch: 'bare switch',
  validate: null,
  send: null,
  restart: 'bare restart',
  restore: 'bare restart',
  open: 'bare reopen',
};

/** These have long tasks without us, or without the text, and are held against those; all others against nothing. */
const held: ReadonlySet<string> = new Set(['paste over and type', 'recipients', 'cell', 'restart']);

for (const form of [recipientALine(), allInOneLine()]) {
  test(`100,000 recipients, ${form.name}: no task of the page is a freeze`, async ({
    app,
  }, info) => {
    test.setTimeout(12 * 60_000);
    const main = new MainWindow(app.page);
    const file = join(samplesFolder(app.home), 'Crowd.jsonc');
    await main.open('Welcome');
    // Kept open: a preview would give way to the next.
    await main.tab('Welcome').dblclick();
    writeFileSync(file, smallestFile());
    await main.treeItem('Crowd').waitFor();

    const best = new Map<string, number>();
    const over = () =>
      Object.entries(controls).filter(
        ([ours, control]) =>
          (best.get(ours) ?? 0) - (held.has(ours) ? (best.get(control ?? '') ?? 0) : 0) >
          form.freeze,
      );
    // Other programs on the machine may stretch any one of them.
    for (let round = 0; round < 5 && (round === 0 || over().length > 0); round += 1) {
      for (const [what, longest] of await measure(app, form)) {
        best.set(what, Math.min(longest, best.get(what) ?? Infinity));
      }
      for (const [ours] of over()) {
        process.stdout.write(`Round ${round + 1}: ${ours} ${best.get(ours)} ms\n`);
      }
    }
    const lines = Object.entries(controls).map(([ours, control]) =>
      control === null
        ? `${ours} ${best.get(ours)} ms`
        : `${ours} ${best.get(ours)} ms, ${control} ${best.get(control)} ms`,
    );
    info.annotations.push({ type: form.name, description: lines.join('; ') });
    process.stdout.write(`${form.name}: ${lines.join('; ')}\n`);
    expect(over()).toEqual([]);
    expect(readFileSync(file, 'utf8') === smallestFile()).toBe(true);
  });
}
