import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeskSandbox, startDeskSandbox } from './desk-sandbox';
import { type DeskApp, expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { Queue } from './pages/queue';
import { ask, historyOutcomes, kill, useServer } from './steps';

const request = {
  endpoint: '/campaigns/trigger/send',
  bodyText: JSON.stringify({
    campaign_id: '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11',
    recipients: [{ external_user_id: '{{who}}' }],
  }),
  variables: [{ name: 'who', value: 'qa-1', kind: 'text' as const }],
  name: 'Welcome',
  ref: null,
};

function sends(server: DeskSandbox): number {
  return server.arrivals().filter(({ path }) => path === '/campaigns/trigger/send').length;
}

/** Starts the app again on the same user data, with the key that was kept for the session. */
async function again(app: DeskApp, server: DeskSandbox, environmentId: string): Promise<Queue> {
  const page = await app.relaunch();
  await ask(page, 'secrets.set', { environmentId, key: server.apiKey, keep: 'session' });
  return new Queue(page);
}

test.describe('the queue', () => {
  let server: DeskSandbox;
  let environmentId: string;

  test.beforeEach(async ({ app }, info) => {
    mkdirSync(info.outputDir, { recursive: true });
    server = await startDeskSandbox(info.outputDir);
    environmentId = await useServer(app.page, server);
  });
  test.afterEach(() => server.stop());

  test('a hold that is undone sends nothing; Send now sends once', async ({ app }) => {
    const main = new MainWindow(app.page);
    const queue = new Queue(app.page);
    await ask(app.page, 'settings.update', { holdSeconds: 30 });
    await main.open('Welcome');

    await main.sendButton.click();
    await expect(queue.hold).toBeVisible();
    await queue.undo.click();
    await expect(queue.hold).toBeHidden();
    await expect(main.appError).toContainText('Nothing was sent');

    // Send is Cancel meanwhile, and so is its key.
    await app.page.keyboard.press('ControlOrMeta+Enter');
    await expect(queue.hold).toBeVisible();
    await main.cancelButton.click();
    await expect(queue.hold).toBeHidden();
    expect(sends(server)).toBe(0);
    expect(await historyOutcomes(app.page)).toEqual([]);

    await main.sendButton.click();
    await queue.holdSendNow.click();
    expect(await main.answeredOutcome()).toBe('accepted');
    await expect.poll(() => sends(server)).toBe(1);
    expect(await historyOutcomes(app.page)).toEqual(['accepted']);
  });

  for (const how of ['quit', 'killed'] as const) {
    test(`the app is ${how} during a hold: it asks after the restart`, async ({ app }) => {
      await ask(app.page, 'settings.update', { holdSeconds: 30 });
      const main = new MainWindow(app.page);
      await main.open('Welcome');
      await main.sendButton.click();
      await expect(new Queue(app.page).hold).toBeVisible();
      if (how === 'killed') await kill(app);

      const queue = await again(app, server, environmentId);
      await expect(queue.entries).toHaveAttribute('data-reason', 'held');
      expect(sends(server)).toBe(0);
      await queue.sendNow.click();
      await expect(queue.button).toBeHidden();
      await expect.poll(() => sends(server)).toBe(1);
    });
  }

  test('what is scheduled survives a restart, and asks when it is late', async ({ app }) => {
    const main = new MainWindow(app.page);
    const first = new Queue(app.page);
    await main.open('Welcome');
    await first.sendAt();
    await first.when.fill('2020-01-01T09:00');
    await first.schedule.click();
    await expect(first.dialog).toContainText('has passed');
    await first.when.fill(await first.halfYearOn());
    await first.schedule.click();
    await expect(first.button).toHaveAttribute('data-count', '1');

    const kept = await again(app, server, environmentId);
    await expect(kept.button).toHaveAttribute('data-count', '1');
    await kept.button.click();
    await expect(kept.entries).toHaveAttribute('data-state', 'waiting');
    await kept.remove.click();
    await expect(kept.button).toBeHidden();
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await expect(kept.button).toHaveAttribute('data-count', '1');
    await app.close();

    // Two minutes pass while the app is closed, as its file has it.
    const file = join(app.home, 'queue.json');
    const stored = readFileSync(file, 'utf8');
    expect(stored).not.toContain(server.apiKey);
    const late = new Date(Date.now() - 120_000).toISOString();
    writeFileSync(file, stored.replace(/"dueAt": "[^"]+"/, `"dueAt": "${late}"`));

    const queue = await again(app, server, environmentId);
    await expect(queue.entries).toHaveAttribute('data-reason', 'late');
    expect(sends(server)).toBe(0);
    await queue.sendNow.click();
    await expect(queue.button).toBeHidden();
    await expect.poll(() => sends(server)).toBe(1);
  });

  test('what is scheduled leaves at its moment, as it stood', async ({ app }) => {
    const dueAt = new Date(Date.now() + 3_000).toISOString();
    const answer = await ask(app.page, 'queue.schedule', {
      environmentId,
      request,
      dueAt,
      confirmations: [],
    });
    expect(answer.done).toBe(true);
    expect(sends(server)).toBe(0);
    await expect.poll(() => sends(server), { timeout: 20_000 }).toBe(1);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(dueAt));
    expect(JSON.stringify(server.arrivals())).toContain('qa-1');
    await expect.poll(() => historyOutcomes(app.page)).toEqual(['accepted']);
    await expect(new Queue(app.page).button).toBeHidden();
  });

  test('an environment that became production asks again', async ({ app }) => {
    const answer = await ask(app.page, 'queue.schedule', {
      environmentId,
      request,
      dueAt: new Date(Date.now() + 3_000).toISOString(),
      confirmations: [],
    });
    expect(answer.done).toBe(true);
    const list = await ask(app.page, 'environments.list', {});
    const environment = list.find(({ id }) => id === environmentId);
    if (environment === undefined) throw new Error('no environment');
    await ask(app.page, 'environments.update', { ...environment, production: true });

    const main = new MainWindow(app.page);
    const queue = new Queue(app.page);
    await expect(queue.entries).toHaveAttribute('data-reason', 'changed', { timeout: 20_000 });
    expect(sends(server)).toBe(0);
    await queue.sendNow.click();
    const confirm = main.confirmation();
    await confirm.phrase('production').fill('Staging');
    await confirm.send.click();
    await expect.poll(() => sends(server)).toBe(1);
  });
});
