import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteInput } from '../src/shared/ipc/contract';
import { startDeskSandbox } from './desk-sandbox';
import { expect, test } from './fixtures';
import { Environments } from './pages/environments';
import { MainWindow } from './pages/main-window';
import { Runs } from './pages/runs';
import { ask } from './steps';

test('a run in production asks for its name at every start, and main asks whatever the page does', async ({
  app,
}, info) => {
  const { page } = app;
  mkdirSync(info.outputDir, { recursive: true });
  const file = join(info.outputDir, 'users.csv');
  const names = Array.from({ length: 60 }, (_, row) => `qa-${row}`);
  writeFileSync(file, `external_user_id\n${names.join('\n')}\n`);
  const server = await startDeskSandbox(info.outputDir, '--latency', '40');
  const sent = (): number => server.arrivals().filter(({ method }) => method === 'POST').length;
  const environments = new Environments(page);
  await environments.manage();
  await environments.create({ name: 'Live', url: server.url, production: true });
  await environments.key.fill(server.apiKey);
  await environments.keySave.click();
  await expect(environments.keyStatus).toHaveAttribute('data-state', 'ready');
  await environments.close();
  await environments.choose('Live');
  await new MainWindow(page).open('Welcome');

  const runs = new Runs(page);
  await runs.rail.click();
  await runs.newRun.click();
  await runs.pick(app, file);
  await runs.setNumber('Rows per call', 1);
  await runs.setNumber('Calls in flight', 2);
  await expect(runs.fact('calls')).toHaveText('60');
  await expect(runs.start).toContainText('Live');

  // Round the page: without a word, with the wrong one, and with one that is for something else.
  const chosen = await ask(page, 'runs.chooseFile', {});
  const live = (await ask(page, 'environments.list', {})).find(({ name }) => name === 'Live');
  const order: RouteInput<'runs.start'> = {
    environmentId: live?.id ?? '',
    request: {
      endpoint: '/campaigns/trigger/send',
      bodyText: '{"campaign_id": "5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11"}',
      variables: [],
      name: 'Welcome',
      ref: null,
    },
    file: chosen?.file ?? '',
    options: {},
    mapping: [{ column: 'external_user_id', target: 'external_user_id' }],
    batch: 1,
    concurrency: 2,
    reservePercent: 0,
    stopAfter: null,
    confirmations: [],
    rowsTotal: null,
  };
  for (const confirmations of [
    [],
    [{ kind: 'production' as const, text: 'live' }],
    [{ kind: 'blast_radius' as const, text: 'Live' }],
  ]) {
    const answer = await ask(page, 'runs.start', { ...order, confirmations });
    expect(answer).toMatchObject({ started: false, report: { verdict: 'needs_confirmation' } });
  }
  expect((await ask(page, 'runs.list', { before: null, limit: 10 })).runs).toEqual([]);
  expect(sent()).toBe(0);

  const confirm = new MainWindow(page).confirmation();
  await runs.start.click();
  await confirm.dialog.waitFor();
  await expect(confirm.dialog).toContainText('60');
  await expect(confirm.send).toBeDisabled();
  await confirm.phrase('production').fill('Liv');
  await expect(confirm.send).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(confirm.dialog).toBeHidden();
  expect(sent()).toBe(0);
  await runs.start.click();
  await confirm.phrase('production').fill('Live');
  await confirm.send.click();
  await expect(runs.run).toHaveAttribute('data-state', 'running');
  await expect.poll(sent).toBeGreaterThan(5);
  await runs.pause.click();
  await expect(runs.run).toHaveAttribute('data-state', 'paused');
  const paused = sent();
  const runId = (await runs.run.getAttribute('data-run')) ?? '';

  // Going on is a start, too.
  expect(await ask(page, 'runs.resume', { runId, confirmations: [] })).toMatchObject({
    started: false,
  });
  expect(sent()).toBe(paused);
  await runs.resume.click();
  await confirm.phrase('production').fill('Live');
  await confirm.send.click();
  await expect(runs.run).toHaveAttribute('data-state', 'finished', { timeout: 30_000 });
  expect(sent()).toBe(60);
  await server.stop();
});
