import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTempFolders } from '../files/testing/temp-folder';
import { silentLog } from '../log/log';
import { createLimiter } from './limiter';
import type { Limiter, Permit } from './permit';
import type { QuotaStore } from './quota-store';
import { createSharedQuotaStore } from './shared-quota-store';
import { bodyFor } from './testing/sample-request';

const tempFolder = useTempFolders();
const start = Date.UTC(2026, 8, 21, 14, 20, 3);

/** A server that allows so many calls a window and says so only in its headers. */
function serverOf(limit: number, lengthMs: number) {
  const counts = new Map<number, number>();
  return (nowMs: number, others = 0) => {
    const window = Math.floor(nowMs / lengthMs);
    const before = counts.get(window) ?? 0;
    const allowed = before < limit;
    if (allowed) counts.set(window, Math.min(limit, before + 1 + others));
    const used = counts.get(window) ?? 0;
    return {
      status: allowed ? 201 : 429,
      headers: [
        ['X-RateLimit-Limit', String(limit)],
        ['X-RateLimit-Remaining', String(limit - used)],
        ['X-RateLimit-Reset', String(((window + 1) * lengthMs) / 1000)],
      ] as [string, string][],
    };
  };
}

function setUp(store?: QuotaStore) {
  const clock = { ms: start, mono: 0 };
  const limiter = createLimiter({
    now: () => clock.ms,
    monotonicMs: () => clock.mono,
    publish: () => undefined,
    ...(store === undefined ? {} : { store }),
  });
  const waits: (number | null)[] = [];
  return { clock, limiter, waits, advance: advanceOf(clock) };
}
const advanceOf = (clock: { ms: number; mono: number }) => (ms: number) => {
  clock.ms += ms;
  clock.mono += ms;
};

/** Asks for a run's call; what became of the question so far. */
function ask(limiter: Limiter, waits: (number | null)[] = [], reservePercent = 0) {
  const state: { permit: Permit | null } = { permit: null };
  const stop = new AbortController();
  void limiter
    .acquire({
      environmentId: 'staging',
      endpoint: '/campaigns/trigger/send',
      body: bodyFor('a'),
      signal: stop.signal,
      run: { reservePercent, onWait: (until) => waits.push(until) },
    })
    .then((answer) => {
      if (answer.granted) state.permit = answer;
    });
  return { state, stop: () => stop.abort() };
}
/** Lets everything that is ready happen. */
const settled = async (limiter: Limiter): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) await limiter.get({ environmentId: 'staging' });
};

describe('a run', () => {
  it('tries one call before it opens the full width', async () => {
    const { limiter, clock } = setUp();
    const server = serverOf(500, 10_000);
    const [first, second] = [ask(limiter), ask(limiter)];
    await settled(limiter);
    expect(first.state.permit).not.toBeNull();
    expect(second.state.permit).toBeNull();
    first.state.permit?.settle(server(clock.ms));
    const third = ask(limiter);
    await settled(limiter);
    expect(second.state.permit).not.toBeNull();
    expect(third.state.permit).not.toBeNull();
    limiter.close();
  });

  it.each([0, 10, 50])('leaves %i percent to others', async (reserve) => {
    const { limiter, clock } = setUp();
    const server = serverOf(100, 10_000);
    let sent = 0;
    for (; sent <= 100; sent += 1) {
      const { state, stop } = ask(limiter, [], reserve);
      await settled(limiter);
      stop();
      if (state.permit === null) break;
      state.permit.settle(server(clock.ms));
    }
    expect(sent).toBe(100 - reserve);
    limiter.close();
  });

  it('takes what a window has and no more, and goes on in the next after one call', async () => {
    const { limiter, clock, advance } = setUp();
    const server = serverOf(50, 10_000);
    const statuses: number[] = [];
    let waiting: ReturnType<typeof ask> | null = null;
    for (let call = 0; call < 130;) {
      waiting ??= ask(limiter);
      await settled(limiter);
      if (waiting.state.permit === null) {
        advance(100);
        continue;
      }
      const said = server(clock.ms);
      statuses.push(said.status);
      waiting.state.permit.settle(said);
      waiting = null;
      call += 1;
    }
    expect(statuses.filter((status) => status !== 201)).toEqual([]);
    // 50 in the window it began in, 50 in the next, the rest in the third.
    expect(clock.ms).toBeLessThan(start - 3000 + 20_000 + 1500);
    limiter.close();
  });

  it('is not told 429 where somebody else takes as much', async () => {
    const { limiter, clock, advance } = setUp();
    const server = serverOf(500, 10_000);
    const flying: { permit: Permit; at: number }[] = [];
    let sent = 0;
    const asked: ReturnType<typeof ask>[] = [];
    const counts = new Map<number, number>();
    while (sent < 700) {
      while (asked.length + flying.length < 40) asked.push(ask(limiter));
      await settled(limiter);
      for (const one of asked.filter(({ state }) => state.permit !== null)) {
        asked.splice(asked.indexOf(one), 1);
        if (one.state.permit !== null)
          flying.push({ permit: one.state.permit, at: clock.ms + 150 });
      }
      advance(10);
      for (const flight of flying.filter(({ at }) => at <= clock.ms)) {
        flying.splice(flying.indexOf(flight), 1);
        const said = server(clock.ms, 1);
        expect(said.status).toBe(201);
        const window = Math.floor(clock.ms / 10_000);
        counts.set(window, (counts.get(window) ?? 0) + 1);
        sent += 1;
        flight.permit.settle(said);
      }
    }
    const whole = [...counts.values()].slice(0, -1);
    for (const count of whole) expect(count).toBeGreaterThanOrEqual(250 * 0.97);
    for (const one of asked) one.stop();
    limiter.close();
  });

  it('does not believe answers that run backwards', async () => {
    const { limiter, clock } = setUp();
    const reset = Math.floor(start / 1000) + 7;
    const said = (remaining: number, resetAt = reset) => ({
      status: 201,
      headers: [
        ['X-RateLimit-Limit', '100'],
        ['X-RateLimit-Remaining', String(remaining)],
        ['X-RateLimit-Reset', String(resetAt)],
      ] as [string, string][],
    });
    const call = async (answer: ReturnType<typeof said>): Promise<boolean> => {
      const { state, stop } = ask(limiter);
      await settled(limiter);
      stop();
      state.permit?.settle(answer);
      await settled(limiter);
      return state.permit !== null;
    };
    expect(clock.ms).toBe(start);
    await call(said(5));
    await call(said(4));
    await call(said(90));
    await call(said(80, reset - 5));
    expect(await call(said(0))).toBe(true);
    expect(await call(said(99))).toBe(false);
    limiter.close();
  });

  it('waits as long when the clock is set forward or back', async () => {
    for (const jump of [3_600_000, -3_600_000]) {
      const { limiter, clock, advance } = setUp();
      const server = serverOf(1, 10_000);
      const first = ask(limiter);
      await settled(limiter);
      first.state.permit?.settle(server(clock.ms));
      await settled(limiter);
      clock.ms += jump;
      const second = ask(limiter);
      await settled(limiter);
      advance(6900);
      await settled(limiter);
      expect(second.state.permit, `jump ${jump} too early`).toBeNull();
      advance(1200);
      await settled(limiter);
      expect(second.state.permit, `jump ${jump}`).not.toBeNull();
      limiter.close();
    }
  });
});

describe('several processes', () => {
  it('share one count', async () => {
    const path = join(await tempFolder(), 'quota.sqlite');
    const desks = [1, 2, 3].map(() => setUp(createSharedQuotaStore(path, silentLog)));
    const server = serverOf(60, 10_000);
    let sent = 0;
    for (let round = 0; round < 40; round += 1) {
      for (const { limiter, clock } of desks) {
        const { state, stop } = ask(limiter);
        await settled(limiter);
        stop();
        if (state.permit === null) continue;
        sent += 1;
        const said = server(clock.ms);
        expect(said.status).toBe(201);
        // Only one of them hears what the server says.
        state.permit.settle(limiter === desks[0]?.limiter ? said : null);
        await settled(limiter);
      }
    }
    expect(sent).toBe(60);
    for (const { limiter } of desks) limiter.close();
  });

  it('count alone where the file cannot be used', async () => {
    const { limiter } = setUp(createSharedQuotaStore(join('/proc', 'quota.sqlite'), silentLog));
    const { state } = ask(limiter);
    await settled(limiter);
    expect(state.permit).not.toBeNull();
    limiter.close();
  });
});
