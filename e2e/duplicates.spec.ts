import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeskSandbox, startDeskSandbox } from './desk-sandbox';
import { expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { Runs } from './pages/runs';
import { ask, useServer } from './steps';

const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';

function posts(server: DeskSandbox): number {
  return server.arrivals().filter(({ method }) => method === 'POST').length;
}

test.describe('a repeat', () => {
  let server: DeskSandbox;
  let environmentId: string;
  test.beforeEach(async ({ app }, info) => {
    mkdirSync(info.outputDir, { recursive: true });
    server = await startDeskSandbox(info.outputDir);
    environmentId = await useServer(app.page, server);
  });
  test.afterEach(() => server.stop());

  test('asks before it leaves, without typing, and shows what was sent before', async ({ app }) => {
    const { page } = app;
    const main = new MainWindow(page);
    const confirm = main.confirmation();
    await main.open('Welcome');
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await main.answeredOutcome()).toBe('accepted');
    const dispatchId = (await main.dispatchId.innerText()).trim();

    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(confirm.dialog).toContainText('The same was sent');
    await expect(confirm.dialog).toContainText(dispatchId);
    await expect(confirm.dialog).toContainText('Accepted');
    await expect(confirm.dialog.getByRole('textbox')).toHaveCount(0);
    await expect(confirm.cancel).toBeFocused();
    // The key by which it was opened, still held down.
    await page.keyboard.press('ControlOrMeta+Enter');
    await confirm.send.focus();
    await page.keyboard.press('Enter');
    await expect(confirm.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(confirm.dialog).toBeHidden();
    expect(posts(server)).toBe(1);

    await page.keyboard.press('ControlOrMeta+Enter');
    await confirm.dialog.getByTestId('sent-before-show').click();
    await expect(confirm.dialog).toBeHidden();
    await expect(page.getByTestId('history-row')).toHaveCount(1);
    await expect(page.getByTestId('history-row')).toHaveAttribute('aria-selected', 'true');
    expect(posts(server)).toBe(1);

    await page.getByTestId('rail-workbench').click();
    await page.keyboard.press('ControlOrMeta+Enter');
    await confirm.send.click();
    await expect.poll(() => posts(server)).toBe(2);
    expect(await main.answeredOutcome()).toBe('accepted');

    // Other blanks and comments make no other body; another user does.
    const body = `{ "campaign_id": "${campaign}", "recipients": [{ "external_user_id": "qa-7" }] }`;
    await main.replaceBody(body);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect.poll(() => posts(server)).toBe(3);
    await expect(main.cancelButton).toBeHidden();
    await main.replaceBody(`// once more\n${body.replaceAll(' ', '\n')}`);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(confirm.dialog).toBeVisible();
    await confirm.cancel.click();
    expect(posts(server)).toBe(3);
  });

  test('does not leave from a page that goes round its own dialog', async ({ app }) => {
    const outcomes = await app.page.evaluate(
      async ({ id, campaignId }) => {
        const send = async (text: string | null, user = 'qa-1') => {
          const result = await window.desk.request('dispatch.send', {
            attemptId: crypto.randomUUID(),
            environmentId: id,
            request: {
              endpoint: '/campaigns/trigger/send',
              bodyText: JSON.stringify({
                campaign_id: campaignId,
                recipients: [{ external_user_id: user }],
              }),
              variables: [],
              name: null,
              ref: null,
            },
            confirmations: text === null ? [] : [{ kind: 'duplicate', text }],
          });
          return result.ok ? result.value : { id: '', outcome: result.error.code };
        };
        const first = await send(null);
        const bare = await send(null);
        const empty = await send('');
        const other = await send(crypto.randomUUID());
        const second = await send(first.id);
        const stale = await send(first.id);
        const blocked = await send(bare.id);
        const third = await send(second.id);
        const atOnce = await Promise.all(Array.from({ length: 6 }, () => send(null, 'qa-2')));
        return {
          one: [first, bare, empty, other, second, stale, blocked, third].map(
            ({ outcome }) => outcome,
          ),
          atOnce: atOnce.map(({ outcome }) => outcome).sort(),
        };
      },
      { id: environmentId, campaignId: campaign },
    );
    expect(outcomes.one).toEqual([
      'accepted',
      'blocked',
      'blocked',
      'blocked',
      'accepted',
      'blocked',
      'blocked',
      'accepted',
    ]);
    expect(outcomes.atOnce).toEqual(['accepted', ...Array.from({ length: 5 }, () => 'blocked')]);
    expect(posts(server)).toBe(4);
  });

  test('is asked about when it is queued, and again where the same was sent since', async ({
    app,
  }) => {
    const { page } = app;
    const request = {
      endpoint: '/campaigns/trigger/send',
      bodyText: JSON.stringify({
        campaign_id: campaign,
        recipients: [{ external_user_id: 'qa-1' }],
      }),
      variables: [],
      name: null,
      ref: null,
    };
    const send = async (text: string | null) =>
      await ask(page, 'dispatch.send', {
        attemptId: crypto.randomUUID(),
        environmentId,
        request,
        confirmations: text === null ? [] : [{ kind: 'duplicate', text }],
      });
    const schedule = async (text: string | null) =>
      await ask(page, 'queue.schedule', {
        environmentId,
        request,
        dueAt: new Date(Date.now() + 3_600_000).toISOString(),
        confirmations: text === null ? [] : [{ kind: 'duplicate', text }],
      });
    const first = await send(null);
    expect(await schedule(null)).toMatchObject({
      done: false,
      report: { confirmations: [{ kind: 'duplicate', phrases: [first.id] }] },
    });
    const queued = await schedule(first.id);
    if (!queued.done) throw new Error('not queued');
    const second = await send(first.id);
    const { id } = queued.entry;
    const stale = [{ kind: 'duplicate' as const, text: first.id }];
    expect(await ask(page, 'queue.sendNow', { id, confirmations: null })).toMatchObject({
      sent: false,
    });
    expect(await ask(page, 'queue.sendNow', { id, confirmations: stale })).toMatchObject({
      sent: false,
      report: { confirmations: [{ phrases: [second.id] }] },
    });
    expect(posts(server)).toBe(2);
    const given = [{ kind: 'duplicate' as const, text: second.id }];
    expect(await ask(page, 'queue.sendNow', { id, confirmations: given })).toMatchObject({
      sent: true,
    });
    expect(posts(server)).toBe(3);
  });

  test('of a run is said in its set-up and asked about at its start', async ({ app }, info) => {
    const file = join(info.outputDir, 'users.csv');
    writeFileSync(file, 'external_user_id\nqa-1\nqa-2\nqa-3\n');
    const main = new MainWindow(app.page);
    const runs = new Runs(app.page);
    const notice = app.page.getByTestId('sent-before');
    await main.open('Welcome');
    await runs.rail.click();
    await runs.newRun.click();
    await runs.pick(app, file);
    await expect(runs.fact('ready')).toHaveText('3');
    await expect(notice).toHaveCount(0);
    await runs.start.click();
    await expect(runs.run).toHaveAttribute('data-state', 'finished');
    const sent = posts(server);

    await app.page.getByRole('button', { name: 'All runs' }).click();
    await runs.newRun.click();
    await runs.pick(app, file);
    await expect(notice).toContainText('This request ran over the same data');
    await runs.start.click();
    const confirm = main.confirmation();
    await expect(confirm.dialog).toContainText('users.csv');
    await confirm.cancel.click();
    expect(posts(server)).toBe(sent);
    await runs.start.click();
    await confirm.send.click();
    await expect(runs.run).toHaveAttribute('data-state', 'finished');
    expect(posts(server)).toBe(2 * sent);
  });

  test('is not asked about where a person says so', async ({ app }) => {
    const { page } = app;
    const main = new MainWindow(page);
    await main.open('Welcome');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect.poll(() => posts(server)).toBe(1);
    await expect(main.cancelButton).toBeHidden();

    await page.keyboard.press('ControlOrMeta+,');
    await page.getByRole('button', { name: 'Sending', exact: true }).click();
    const minutes = page.getByLabel('Ask before a repeat', { exact: true });
    await expect(minutes).toHaveValue('10');
    await minutes.fill('0');
    await minutes.press('Tab');
    await expect.poll(async () => (await ask(page, 'settings.get', {})).duplicateMinutes).toBe(0);
    await page.getByTestId('rail-workbench').click();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect.poll(() => posts(server)).toBe(2);
  });
});

test('the sandbox is there to be tried again and again', async ({ app }) => {
  const main = new MainWindow(app.page);
  await main.open('Welcome');
  for (const times of [1, 2, 3]) {
    await app.page.keyboard.press('ControlOrMeta+Enter');
    await expect
      .poll(async () => {
        const page = await ask(app.page, 'history.list', {
          query: '',
          environmentId: null,
          outcomes: [],
          before: null,
          limit: 10,
        });
        return page.items.map(({ outcome }) => outcome);
      })
      .toEqual(Array.from({ length: times }, () => 'accepted'));
    await expect(main.cancelButton).toBeHidden();
  }
});
