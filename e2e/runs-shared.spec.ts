import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDeskSandbox } from './desk-sandbox';
import { expect, projectRoot, test } from './fixtures';
import { MainWindow } from './pages/main-window';
import { Runs } from './pages/runs';
import { ask, samplesFolder, useServer } from './steps';

/** `desk`, on the app's own home, as somebody starts it in a terminal beside the app. */
function startDesk(home: string, ...args: string[]) {
  const program = join(projectRoot, 'out', 'main', 'desk.js');
  const child = spawn(process.execPath, [program, ...args, '--home', home, '--format', 'json']);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    errors,
    last: JSON.parse(output.trimEnd().split('\n').at(-1) || '{}') as Record<string, unknown>,
  }));
  return { interrupt: () => child.kill('SIGINT'), ended };
}

test('the app and desk keep within one quota, and a run belongs to one of them', async ({
  app,
}, info) => {
  const { page } = app;
  mkdirSync(info.outputDir, { recursive: true });
  const file = (name: string): string => {
    const path = join(info.outputDir, `${name}.csv`);
    const users = Array.from({ length: 200 }, (_, row) => `${name}-${row}`);
    writeFileSync(path, `external_user_id\n${users.join('\n')}\n`);
    return path;
  };
  const server = await startDeskSandbox(info.outputDir, '--quota-hour', '120', '--latency', '60');
  const calls = () => server.arrivals().filter(({ method }) => method === 'POST');
  await new MainWindow(page).open('Welcome');
  const environmentId = await useServer(page, server);
  await ask(page, 'secrets.set', { environmentId, key: server.apiKey, keep: 'keychain' });

  const runs = new Runs(page);
  await runs.rail.click();
  await runs.newRun.click();
  await runs.pick(app, file('app'));
  await runs.setNumber('Rows per call', 1);
  await expect(runs.fact('calls')).toHaveText('200');
  const request = join(samplesFolder(app.home), 'Welcome.jsonc');
  const how = ['--env', 'Staging', '--batch', '1', '--concurrency', '8', '--reserve', '10'];
  const desk = startDesk(app.home, 'run', request, '--data', file('desk'), ...how);
  await runs.start.click();
  await expect(runs.run).toHaveAttribute('data-state', 'running');
  const runId = (await runs.run.getAttribute('data-run')) ?? '';

  // Of 120 calls a tenth is left to others: 108 for the two of them, and then both wait for the next hour.
  const waiting = async (): Promise<boolean> => {
    const { progress } = await ask(page, 'runs.get', { runId });
    return (progress?.waitingUntilMs ?? null) !== null && progress?.inFlight === 0;
  };
  await expect.poll(waiting, { timeout: 60_000 }).toBe(true);
  await expect.poll(() => calls().length, { timeout: 30_000 }).toBe(108);
  expect(calls().filter(({ status }) => status === 429)).toEqual([]);

  const second = await startDesk(app.home, 'run', '--resume', runId).ended;
  expect(second.code).toBe(1);
  expect(second.errors).toContain('another process');
  desk.interrupt();
  const { code, last } = await desk.ended;
  expect(code).toBe(130);
  expect(last).toMatchObject({ type: 'summary', state: 'paused', unknown: 0, rateLimited: 0 });
  await runs.pause.click();
  await expect(runs.run).toHaveAttribute('data-state', 'paused');
  const { rows } = await ask(page, 'runs.get', { runId });
  expect(rows.accepted + Number(last['accepted'])).toBe(108);
  expect(calls()).toHaveLength(108);
  await server.stop();
});
