import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandbox } from '#sandbox/create-sandbox';
import type { Sandbox, SandboxOptions } from '#sandbox/sandbox';
import { type Finished, type RunOptions, useDesk } from './testing/desk-process';

// Each test starts several programs, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const desk = useDesk();
const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';

let folder = '';
let sandbox: Sandbox;
/** Users by how often a call that named them arrived. */
let arrivals = new Map<string, number>();
/** Told of every call that arrives, with their number. */
let onArrival: (count: number) => void = () => undefined;
let calls = 0;

const listen = (line: string): void => {
  const { body } = JSON.parse(line) as {
    body: { recipients?: { external_user_id: string }[] } | null;
  };
  for (const { external_user_id: user } of body?.recipients ?? []) {
    arrivals.set(user, (arrivals.get(user) ?? 0) + 1);
  }
  calls += 1;
  onArrival(calls);
};
const start = async (over: Partial<SandboxOptions> = {}): Promise<void> => {
  sandbox = await createSandbox({ now: Date.now, journal: listen, ...over });
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-run-'));
  arrivals = new Map();
  calls = 0;
  onArrival = () => undefined;
  await writeFile(
    join(folder, 'request.json'),
    JSON.stringify({ endpoint: '/campaigns/trigger/send', body: { campaign_id: campaign } }),
  );
});
afterEach(async () => {
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
});

const data = async (rows: number): Promise<void> => {
  const lines = Array.from({ length: rows }, (_, row) => `user-${row},C-${row}`);
  const text = ['external_user_id,trigger_properties.code', ...lines].join('\n');
  await writeFile(join(folder, 'data.csv'), text);
};
const options = (): RunOptions => ({
  env: { DESK_API_KEY: sandbox.apiKey, DESK_HOME: join(folder, 'home') },
});
const fresh = (...args: string[]): string[] => [
  'run',
  join(folder, 'request.json'),
  '--data',
  join(folder, 'data.csv'),
  '--url',
  sandbox.url,
  '--format',
  'json',
  ...args,
];
const eventsOf = ({ stdout }: Finished): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
interface Figures {
  readonly accepted: number;
  readonly unknown: number;
  readonly waiting: number;
  readonly rows: number;
}
const summaryOf = (finished: Finished): Figures => {
  const last = eventsOf(finished).at(-1);
  expect(last, finished.stderr).toMatchObject({ type: 'summary' });
  return last as unknown as Figures;
};
const runIdOf = (finished: Finished): string => String(eventsOf(finished)[0]?.runId);

describe('desk run', () => {
  it('sends every row once, packed, and reports each', async () => {
    await start();
    await data(120);
    const report = join(folder, 'report.json');
    const junit = join(folder, 'report.xml');
    const args = ['--report', `json=${report}`, '--report', `junit=${junit}`];
    const finished = await desk.run(fresh(...args), options());
    expect(summaryOf(finished)).toMatchObject({
      state: 'finished',
      rows: 120,
      calls: 3,
      accepted: 120,
      unknown: 0,
      skipped: 0,
    });
    expect(finished.code).toBe(0);
    expect([...arrivals.values()].every((count) => count === 1)).toBe(true);
    expect(arrivals.size).toBe(120);
    const { rows } = JSON.parse(await readFile(report, 'utf8')) as { rows: { outcome: string }[] };
    expect(rows.map(({ outcome }) => outcome)).toEqual(Array(120).fill('accepted'));
    expect((await readFile(junit, 'utf8')).match(/<testcase /g)).toHaveLength(120);
  });

  it('goes on after a kill at the exact row, and sends nothing twice', async () => {
    await start({ latencyMs: 5 });
    await data(400);
    let runId = '';
    const kills = [7, 60, 130, 211, 300];
    for (const [round, killAt] of kills.entries()) {
      const args = round === 0 ? fresh('--batch', '1') : resumed(runId);
      const running = desk.start(args, options());
      onArrival = (count) => {
        if (count === killAt) running.child.kill('SIGKILL');
      };
      const finished = await running.ended;
      expect(finished.code, finished.stderr).toBe(null);
      if (round === 0) runId = runIdOf(finished);
    }
    onArrival = () => undefined;
    const report = join(folder, 'report.json');
    const finished = await desk.run([...resumed(runId), '--report', `json=${report}`], options());
    const { accepted, unknown, waiting, rows: total } = summaryOf(finished);
    expect({ waiting, total }).toEqual({ waiting: 0, total: 400 });
    expect(accepted + unknown).toBe(400);
    expect(finished.code).toBe(unknown === 0 ? 0 : 4);
    // Whatever was on its way at a kill may have arrived; everything else arrived once.
    const { rows } = JSON.parse(await readFile(report, 'utf8')) as {
      rows: { index: number; outcome: string }[];
    };
    for (const { index, outcome } of rows) {
      const count = arrivals.get(`user-${index}`) ?? 0;
      if (outcome === 'unknown') expect(count, `row ${index}`).toBeLessThanOrEqual(1);
      else expect(count, `row ${index} ${outcome}`).toBe(1);
    }
  });

  it('pauses at Ctrl+C, says how to go on, and goes on', async () => {
    await start({ latencyMs: 20 });
    await data(200);
    const running = desk.start(fresh('--batch', '1'), options());
    onArrival = (count) => {
      if (count === 30) running.child.kill('SIGINT');
    };
    const paused = await running.ended;
    expect(paused.code).toBe(130);
    const runId = runIdOf(paused);
    expect(paused.stderr).toContain(`desk run --resume ${runId}`);
    expect(summaryOf(paused)).toMatchObject({ state: 'paused', pausedFor: 'asked', unknown: 0 });
    const finished = await desk.run(resumed(runId), options());
    expect(summaryOf(finished)).toMatchObject({ state: 'finished', accepted: 200, rows: 200 });
    expect([...arrivals.values()].filter((count) => count !== 1)).toEqual([]);
  });

  it('lets no second process go on with the same run', async () => {
    await start({ latencyMs: 50 });
    await data(300);
    const first = desk.start(fresh('--batch', '1'), options());
    const { runId } = JSON.parse(await first.firstLine()) as { runId: string };
    const second = await desk.run(resumed(runId), options());
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('another process');
    const finished = await first.ended;
    expect(summaryOf(finished)).toMatchObject({ accepted: 300 });
    expect([...arrivals.values()].filter((count) => count !== 1)).toEqual([]);
  });

  it('leaves what it never heard of unknown, and does not send it again', async () => {
    await start({ scenario: 'dropped' });
    await data(10);
    const first = await desk.run(fresh('--batch', '5'), options());
    expect(first.code).toBe(4);
    expect(summaryOf(first)).toMatchObject({ unknown: 10, calls: 2 });
    expect(calls).toBe(2);
  });

  it('tries again what provably never left, and gives up in the end', async () => {
    await start();
    await data(2);
    const { url } = sandbox;
    await sandbox.stop();
    const finished = await desk.run(fresh('--url', url), options());
    expect(finished.code).toBe(1);
    expect(summaryOf(finished)).toMatchObject({ failed: 2, unknown: 0, calls: 1 });
  });

  it('pauses after as many failures as it was told', async () => {
    await start({ scenario: 'bad_request' });
    await data(100);
    const finished = await desk.run(
      fresh('--batch', '1', '--concurrency', '1', '--stop-after', '3'),
      options(),
    );
    expect(finished.code).toBe(1);
    expect(summaryOf(finished)).toMatchObject({ refused: 3, state: 'paused', waiting: 97 });
    expect(calls).toBe(3);
  });

  it('refuses a data file that has changed since', async () => {
    await start({ scenario: 'bad_request' });
    await data(10);
    const first = await desk.run(
      fresh('--batch', '1', '--concurrency', '1', '--stop-after', '1'),
      options(),
    );
    await data(11);
    const finished = await desk.run(resumed(runIdOf(first)), options());
    expect(finished.code).toBe(1);
    expect(finished.stderr).toContain('not the data the run began with');
    expect(calls).toBe(1);
  });
});

function resumed(runId: string): string[] {
  return ['run', '--resume', runId, '--format', 'json'];
}

it('asks before the same run is begun again; --repeat begins it', async () => {
  await start();
  await data(3);
  // The sandbox of the saved environments, with the guard that a person has turned on.
  const guarded = {
    id: 'sandbox',
    name: 'Sandbox',
    color: 'teal',
    host: { kind: 'sandbox' },
    production: false,
    variables: [],
    testUsers: [],
    reservePercent: 10,
    timeoutMs: 30_000,
    duplicateGuard: true,
  };
  const home = join(folder, 'home');
  await mkdir(home);
  await writeFile(
    join(home, 'environments.json'),
    JSON.stringify({ version: 1, environments: [guarded] }),
  );
  const saved = (...args: string[]): Promise<Finished> =>
    desk.run(
      [
        'run',
        join(folder, 'request.json'),
        '--data',
        join(folder, 'data.csv'),
        '--env',
        'Sandbox',
        '--format',
        'json',
        ...args,
      ],
      options(),
    );
  const first = await saved();
  expect(first.code).toBe(0);
  const again = await saved();
  expect(again.code).toBe(3);
  expect(again.stdout).toBe('');
  expect(again.stderr).toMatch(
    /Run [0-9a-f-]{36} of the same request and data is finished: 3 rows/,
  );
  expect(again.stderr).toContain('--repeat');
  const repeated = await saved('--repeat');
  expect(repeated.code).toBe(0);
  expect(eventsOf(repeated).at(-1)).toMatchObject({ type: 'summary', accepted: 3 });
});
