import { readFile, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunHistory } from '#shared/domain/run-history';
import { useTempFolders } from '../files/testing/temp-folder';
import { rawAnswer, startRawServer } from '../transport/testing/raw-server';
import type { JournalRecord } from './journal-records';
import { createRunHistory, runHistoryOf } from './run-history';
import { runPaths } from './run-paths';
import { createRunsDesk, usersCsv } from './testing/runs-desk';

const tempFolder = useTempFolders();
const start = Date.UTC(2026, 8, 21, 14, 20, 3);
const open = (at: number): JournalRecord => ({ t: 'open', at, pid: 1 });
const rest = (at: number, ms: number): JournalRecord => {
  return { t: 'state', s: 'paused', why: 'asked', detail: null, at, ms, u: null };
};
const done = (n: number, at: number, ms = 40): JournalRecord => {
  return { t: 'done', n, o: 'accepted', at, s: 201, d: null, ms };
};
function historyOf(records: readonly JournalRecord[]): RunHistory {
  const building = createRunHistory();
  for (const record of records) building.take({ record, text: null });
  return building.result();
}
/** So many calls a second for so many seconds. */
function pace(perSecond: number, seconds: number, from = start): JournalRecord[] {
  return Array.from({ length: perSecond * seconds }, (_, n) =>
    done(n + 1, from + Math.floor((n * 1000) / perSecond)),
  );
}

describe('the history of a run', () => {
  it('has its pace and its latency', () => {
    const { seconds, callsPerSecond, p50, p95 } = historyOf([open(start), ...pace(40, 20)]);
    expect(seconds.at(-1)).toBeGreaterThan(19.5);
    for (const rate of callsPerSecond.slice(4)) expect(rate).toBeCloseTo(40, -1);
    for (const latency of [...p50, ...p95]) expect(Math.abs((latency ?? 0) - 40)).toBeLessThan(0.5);
  });

  it('leaves out the time in which the run did not run', () => {
    const night = start + 9 * 3600 * 1000;
    const { seconds } = historyOf([
      open(start),
      ...pace(10, 5),
      rest(start + 5000, 5000),
      open(night),
      ...pace(10, 5, night),
      rest(night + 5000, 5000),
    ]);
    expect(seconds.at(-1)).toBeCloseTo(10, 0);
  });

  it('of a week is no longer than that of an hour, and has all calls in it', () => {
    const week = 7 * 24 * 3600;
    const records = Array.from({ length: 50_000 }, (_, n) =>
      done(n + 1, start + Math.floor((n * week * 1000) / 50_000)),
    );
    const { seconds, callsPerSecond, p50, p95, remaining } = historyOf([open(start), ...records]);
    expect(seconds.length).toBeLessThanOrEqual(300);
    expect(seconds.length).toBeGreaterThanOrEqual(150);
    for (const line of [callsPerSecond, p50, p95, remaining]) {
      expect(line).toHaveLength(seconds.length);
    }
    // Samples this far apart are not smoothed: speed times time is the number of calls.
    let calls = 0;
    for (const [at, rate] of callsPerSecond.entries()) {
      calls += (rate ?? 0) * ((seconds[at] ?? 0) - (seconds[at - 1] ?? 0));
    }
    expect(Math.round(calls)).toBe(50_000);
  });

  it('only goes forward and stays of one length, whatever the clock and the order are', () => {
    const record = fc.oneof(
      fc.integer({ min: 0, max: 10_000_000 }).map((at) => open(at)),
      fc
        .tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.nat(600_000))
        .map(([at, ms]) => done(1, at, ms)),
      fc
        .tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.nat(90_000))
        .map(([at, ms]) => rest(at, ms)),
    );
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), (records) => {
        const { seconds, callsPerSecond, p50, p95, remaining } = historyOf(records);
        expect([...seconds].sort((a, b) => a - b)).toEqual(seconds);
        expect(new Set(seconds).size).toBe(seconds.length);
        for (const line of [callsPerSecond, p50, p95, remaining]) {
          expect(line).toHaveLength(seconds.length);
        }
        for (const rate of callsPerSecond) expect(rate).toBeGreaterThanOrEqual(0);
        expect(JSON.stringify(callsPerSecond)).not.toMatch(/null/);
      }),
    );
  });

  it('of a run that never made a call is empty', () => {
    expect(historyOf([]).seconds).toEqual([]);
    expect(historyOf([open(start), rest(start + 900, 900)]).seconds).toEqual([]);
  });
});

it('is the same after a restart, with the quota as the server told it', async () => {
  let left = 250;
  const server = await startRawServer((_request, socket) => {
    left -= 1;
    const quota = ['X-RateLimit-Limit: 250', `X-RateLimit-Remaining: ${left}`];
    const reset = `X-RateLimit-Reset: ${Math.ceil(Date.now() / 1000) + 1800}`;
    socket.write(rawAnswer(201, '{"dispatch_id":"5f0c"}', [...quota, reset]));
  });
  onTestFinished(() => server.close());
  const folder = await tempFolder();
  const desk = createRunsDesk({ folder, url: server.url });
  const { id } = await desk.run(usersCsv(Array.from({ length: 40 }, (_, row) => `u${row}`)));
  await desk.end();

  const again = createRunsDesk({ folder, url: server.url });
  onTestFinished(() => again.end());
  const history = await again.runs.samples({ runId: id });
  expect(history.limit).toBe(250);
  expect(history.remaining.at(-1)).toBe(210);
  expect(history.p50.at(-1)).toBeGreaterThan(0);
  // Kept beside the journal; damage there only means that it is made again.
  const { history: kept } = runPaths(folder, id);
  expect(await runHistoryOf(runPaths(folder, id))).toEqual(history);
  for (const damage of ['', 'no json', '{"journalBytes":1}', '[]']) {
    await writeFile(kept, damage);
    expect(await again.runs.samples({ runId: id })).toEqual(history);
    expect(await readFile(kept, 'utf8')).toContain('journalBytes');
  }
});
