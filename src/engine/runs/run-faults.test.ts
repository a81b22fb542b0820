import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSandbox } from '#sandbox/create-sandbox';
import { useTempFolders } from '../files/testing/temp-folder';
import { rawAnswer, type SeenRequest, startRawServer } from '../transport/testing/raw-server';
import { createRunsDesk, namedIn, type RunsDeskSettings, usersCsv } from './testing/runs-desk';

const tempFolder = useTempFolders();
const taken = rawAnswer(201, '{"dispatch_id":"5f0c","message":"success"}');
const patient = { timeout: 30_000 };
const people = (count: number): string[] => Array.from({ length: count }, (_, row) => `u${row}`);

/** How often each user arrived. */
function timesOf(seen: readonly SeenRequest[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { body } of seen) {
    for (const user of namedIn(body)) times.set(user, (times.get(user) ?? 0) + 1);
  }
  return times;
}

/** A server on the bare socket and a desk, both gone with the test. */
async function setUp(
  answer: (users: readonly string[], socket: Socket, nth: number) => void,
  over: Partial<RunsDeskSettings> = {},
) {
  const server = await startRawServer(({ body }, socket) => {
    answer(namedIn(body), socket, server.seen.length);
  });
  const folder = await tempFolder();
  const desk = createRunsDesk({ folder, url: server.url, ...over });
  onTestFinished(async () => {
    await desk.end();
    await server.close();
  });
  return { ...desk, folder, server };
}

describe('a connection that breaks', () => {
  const half = taken.slice(0, -10);
  it.each([
    ['before the answer', (socket: Socket) => socket.resetAndDestroy(), 'unknown'],
    [
      'inside the head of the answer',
      (socket: Socket) => socket.end('HTTP/1.1 201 Created\r\nContent-Le'),
      'unknown',
    ],
    // The status says that it was taken, and that is what counts.
    [
      'inside the body of the answer',
      (socket: Socket) => socket.write(half, () => socket.resetAndDestroy()),
      'accepted',
    ],
  ] as const)('%s: the call is not made again', async (_where, breaks, outcome) => {
    const { run, runs, outcomes, server } = await setUp((users, socket) => {
      if (users.includes('u2')) breaks(socket);
      else socket.write(taken);
    });
    const { id, state } = await run(usersCsv(people(6)), { settings: { concurrency: 2 } });
    expect(state).toBe('finished');
    expect(await outcomes(id)).toEqual(
      people(6).map((user) => (user === 'u2' ? outcome : 'accepted')),
    );
    expect([...timesOf(server.seen).values()]).toEqual([1, 1, 1, 1, 1, 1]);
    // Neither going on nor repeating what failed touches it.
    await expect(runs.resume({ runId: id, confirmations: [] })).rejects.toMatchObject({
      code: 'run_state',
    });
    const repeated = await runs.repeatFailures({
      runId: id,
      outcomes: ['refused', 'rate_limited', 'failed', 'blocked'],
      confirmations: [],
    });
    if (repeated.started) await runs.ended(repeated.run.id);
    expect(server.seen).toHaveLength(6);
  });

  it('while the request is still on its way leaves it unknown, too', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.resetAndDestroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const desk = createRunsDesk({ folder: await tempFolder(), url: `http://127.0.0.1:${port}` });
    onTestFinished(async () => {
      await desk.end();
      server.close();
    });
    const note = 'x'.repeat(40_000);
    const { id } = await desk.run(usersCsv(people(3)), { body: { trigger_properties: { note } } });
    expect(await desk.outcomes(id)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(connections).toBe(3);
  });
});

it('a server that stops answering pauses the run, and what it swallowed stays unknown', async () => {
  const server = { answers: true };
  const {
    begin,
    rest,
    runs,
    outcomes,
    server: raw,
  } = await setUp(
    (_users, socket, nth) => {
      if (server.answers && nth <= 3) socket.write(taken);
      else if (!server.answers) socket.write(taken);
    },
    { environment: { timeoutMs: 1000 } },
  );
  const id = await begin(usersCsv(people(20)), { settings: { concurrency: 2, stopAfter: 4 } });
  expect(await rest(id)).toMatchObject({ state: 'paused', pausedFor: 'failures' });
  const swallowed = (await outcomes(id)).filter((outcome) => outcome === 'unknown').length;
  expect(swallowed).toBeGreaterThanOrEqual(4);
  // No more than were on their way when the last straw came.
  expect(swallowed).toBeLessThanOrEqual(6);
  server.answers = false;
  await runs.resume({ runId: id, confirmations: [] });
  const { state, rows } = await rest(id);
  expect(state).toBe('finished');
  expect(rows).toMatchObject({ unknown: swallowed, accepted: 20 - swallowed });
  expect([...timesOf(raw.seen).values()].filter((times) => times !== 1)).toEqual([]);
  expect(timesOf(raw.seen).size).toBe(20);
});

describe('the quota', () => {
  it('that a 429 says nothing of holds the run back for a minute, not a moment', async () => {
    const clock = { ahead: 0 };
    const { begin, rest, runs, server } = await setUp(
      (_users, socket, nth) => socket.write(nth === 3 ? rawAnswer(429, '{}') : taken),
      {
        now: () => Date.now() + clock.ahead,
        monotonicMs: () => performance.now() + clock.ahead,
      },
    );
    const id = await begin(usersCsv(people(8)), { settings: { concurrency: 3 } });
    const waitsFor = async (): Promise<number> => {
      const { progress } = await runs.get({ runId: id });
      return (progress?.waitingUntilMs ?? 0) - Date.now() - clock.ahead;
    };
    await expect.poll(waitsFor, patient).toBeGreaterThan(50_000);
    // What was on its way when it came may have arrived; nothing has since.
    const before = server.seen.length;
    expect(before).toBeLessThanOrEqual(5);
    clock.ahead += 30_000;
    await expect.poll(waitsFor, patient).toBeLessThan(32_000);
    expect(server.seen).toHaveLength(before);
    clock.ahead += 32_000;
    expect(await rest(id)).toMatchObject({ state: 'finished', calls: { accepted: 8 } });
    const times = timesOf(server.seen);
    expect([...times.values()].sort()).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
  });

  /** Allows so many calls a window; what its headers say is up to the test. */
  function windows(limit: number, lengthMs: number) {
    const began = performance.now();
    const counts = new Map<number, number>();
    const state = { refused: 0 };
    return {
      state,
      take(): readonly string[] | null {
        const window = Math.floor((performance.now() - began) / lengthMs);
        const used = (counts.get(window) ?? 0) + 1;
        if (used > limit) {
          state.refused += 1;
          return null;
        }
        counts.set(window, used);
        const leftMs = lengthMs - ((performance.now() - began) % lengthMs);
        return [
          `X-RateLimit-Limit: ${limit}`,
          `X-RateLimit-Remaining: ${limit - used}`,
          `X-RateLimit-Reset: ${(Date.now() + leftMs) / 1000}`,
        ];
      },
    };
  }

  it('is kept where answers overtake each other and headers go backwards', async () => {
    const allowed = windows(12, 2000);
    const early: (readonly string[])[] = [];
    const { run, server } = await setUp((_users, socket, nth) => {
      const headers = allowed.take();
      if (headers === null) {
        socket.write(rawAnswer(429, '{}'));
        return;
      }
      early.push(headers);
      // Every third answer says again what was true a while ago.
      const said = nth % 3 === 0 ? (early.at(-6) ?? headers) : headers;
      setTimeout(
        () => socket.write(rawAnswer(201, '{"dispatch_id":"5f0c"}', said)),
        (nth * 37) % 90,
      );
    });
    const { state, rows } = await run(usersCsv(people(36)), { settings: { concurrency: 8 } });
    expect(state).toBe('finished');
    expect(rows.accepted).toBe(36);
    expect(allowed.state.refused).toBe(0);
    expect([...timesOf(server.seen).values()].filter((times) => times !== 1)).toEqual([]);
  }, 60_000);

  it.each([
    ['an hour forward', 3_600_000],
    ['an hour back', -3_600_000],
  ])(
    'is kept when the clock is set %s in the middle',
    async (_what, jump) => {
      const clock = { ahead: 0 };
      const sandbox = await createSandbox({
        now: Date.now,
        quotaWindow: { limit: 12, lengthMs: 5000 },
      });
      const folder = await tempFolder();
      const desk = createRunsDesk({
        folder,
        url: sandbox.url,
        apiKey: sandbox.apiKey,
        now: () => Date.now() + clock.ahead,
      });
      onTestFinished(async () => {
        await desk.end();
        await sandbox.stop();
      });
      const id = await desk.begin(usersCsv(people(20)), { settings: { concurrency: 4 } });
      await expect.poll(() => sandbox.received().length, patient).toBeGreaterThan(5);
      clock.ahead = jump;
      const { state, rows, elapsedMs } = await desk.rest(id);
      expect(state).toBe('finished');
      expect(rows.accepted).toBe(20);
      expect(sandbox.received().filter(({ status }) => status === 429)).toEqual([]);
      expect(elapsedMs).toBeLessThan(60_000);
      const { seconds } = await desk.runs.samples({ runId: id });
      expect([...seconds].sort((a, b) => a - b)).toEqual(seconds);
    },
    90_000,
  );
});
