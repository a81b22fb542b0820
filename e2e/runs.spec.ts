import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Arrival, startDeskSandbox } from './desk-sandbox';
import { type DeskApp, expect, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { Runs } from './pages/runs';
import { ask, kill, useServer } from './steps';

/** A data file of so many test users, with a name to say to each. */
function dataFile(folder: string, rows: number): string {
  mkdirSync(folder, { recursive: true });
  const lines = Array.from({ length: rows }, (_, row) => `qa-${row},Name ${row}`);
  const file = join(folder, 'users.csv');
  writeFileSync(file, `external_user_id,first_name\n${lines.join('\n')}\n`);
  return file;
}

/** How often each user was named in a call that arrived. */
function namedUsers(arrivals: readonly Arrival[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { body } of arrivals) {
    const { recipients = [] } = body as { recipients?: { external_user_id: string }[] };
    for (const { external_user_id: user } of recipients) {
      times.set(user, (times.get(user) ?? 0) + 1);
    }
  }
  return times;
}

/** A new run of the sample request against a server of its own. */
async function openSetUp({ page }: DeskApp, folder: string) {
  const server = await startDeskSandbox(folder, '--latency', '60');
  await new MainWindow(page).open('Welcome');
  const environmentId = await useServer(page, server);
  const runs = new Runs(page);
  await runs.rail.click();
  await runs.newRun.click();
  return { server, environmentId, runs };
}

test('a run is set up, paused, killed, taken up again, and sends every row once', async ({
  app,
}, info) => {
  const file = dataFile(info.outputDir, 3000);
  const { server, environmentId, runs } = await openSetUp(app, info.outputDir);
  await expect(runs.start).toBeDisabled();
  await expect(runs.hindrance).toHaveText('Choose a data file.');
  await runs.pick(app, file);
  await expect(runs.place('external_user_id')).toContainText('external_user_id');
  await expect(runs.place('first_name')).toContainText('Not sent');
  await runs.mapTo('first_name', 'trigger_properties.first_name');
  await expect(runs.fact('calls')).toHaveText('60');
  await expect(runs.fact('ready')).toHaveText('3,000');
  await expect(runs.firstCall).toContainText('campaign_id');
  await runs.setNumber('Rows per call', 5);
  await runs.setNumber('Calls in flight', 4);
  await expect(runs.fact('calls')).toHaveText('600');
  expect(server.arrivals()).toHaveLength(0);
  await runs.start.click();

  await expect(runs.run).toHaveAttribute('data-state', 'running');
  await expect(runs.status).toBeVisible();
  await expect.poll(() => server.arrivals().length).toBeGreaterThan(20);
  await runs.pause.click();
  await expect(runs.run).toHaveAttribute('data-state', 'paused');
  const atRest = server.arrivals().length;
  await runs.resume.click();
  await expect(runs.run).toHaveAttribute('data-state', 'running');
  await expect.poll(() => server.arrivals().length).toBeGreaterThan(atRest + 20);

  await kill(app);
  const page = await app.relaunch();
  const again = new Runs(page);
  await expect(again.interrupted).toContainText('1 run was interrupted');
  await ask(page, 'secrets.set', { environmentId, key: server.apiKey, keep: 'session' });
  await again.resumeInterrupted.click();
  await expect(again.run).toHaveAttribute('data-state', 'finished', { timeout: 60_000 });
  await expect(again.interrupted).toHaveCount(0);

  // Of what was on its way when the app was killed nobody knows; the server's journal stands for Braze.
  const runId = (await again.run.getAttribute('data-run')) ?? '';
  const { unknownCalls } = await ask(page, 'runs.get', { runId });
  expect(unknownCalls.length).toBeGreaterThan(0);
  const arrived = namedUsers(server.arrivals());
  await expect(again.unknownCalls.getByTestId('unknown-sent')).toHaveCount(unknownCalls.length);
  for (const [at, call] of unknownCalls.entries()) {
    const word = arrived.has(`qa-${call.firstRow}`) ? 'unknown-sent' : 'unknown-not-sent';
    await again.unknownCalls.getByTestId(word).first().click();
    const left = unknownCalls.length - at - 1;
    await expect(again.page.getByTestId('unknown-sent')).toHaveCount(left);
  }
  if (await again.resume.isVisible()) await again.resume.click();
  await expect(again.resume).toHaveCount(0);
  await expect(again.run).toHaveAttribute('data-state', 'finished');

  const times = namedUsers(server.arrivals());
  expect(times.size).toBe(3000);
  expect([...times].filter(([, count]) => count !== 1)).toEqual([]);
  const { rows } = await ask(page, 'runs.get', { runId });
  expect(rows.accepted + rows.marked_sent).toBe(3000);
  await server.stop();
});

test('closing the window pauses a run, and the next start offers to go on', async ({
  app,
}, info) => {
  const file = dataFile(info.outputDir, 400);
  const { server, environmentId, runs } = await openSetUp(app, info.outputDir);
  await runs.pick(app, file);
  await runs.setNumber('Rows per call', 1);
  await expect(runs.fact('calls')).toHaveText('400');
  await runs.start.click();
  await expect.poll(() => server.arrivals().length).toBeGreaterThan(20);

  const page = await app.relaunch();
  const again = new Runs(page);
  await expect(again.interrupted).toContainText('1 run was interrupted');
  const [paused] = (await ask(page, 'runs.list', { before: null, limit: 10 })).runs;
  expect(paused).toMatchObject({ state: 'paused', pausedFor: 'quit' });
  // What was in flight came to its end before the app did.
  expect(paused?.calls.unknown).toBe(0);
  expect(paused?.rows.accepted).toBe(server.arrivals().length);

  await ask(page, 'secrets.set', { environmentId, key: server.apiKey, keep: 'session' });
  await again.resumeInterrupted.click();
  await expect(again.run).toHaveAttribute('data-state', 'finished', { timeout: 60_000 });
  const times = namedUsers(server.arrivals());
  expect(times.size).toBe(400);
  expect([...times].filter(([, count]) => count !== 1)).toEqual([]);
  await server.stop();
});
