import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQuotaWindows } from './quota-windows';

const hourMs = 3_600_000;

describe('createQuotaWindows', () => {
  it('allows exactly the limit, then refuses until the clock hour ends', () => {
    let at = Date.UTC(2031, 0, 1, 9, 59, 0);
    const windows = createQuotaWindows(() => at);
    const rule = { name: 'pool', limit: 2, lengthMs: hourMs };
    const end = Date.UTC(2031, 0, 1, 10) / 1000;

    expect(windows.charge([rule])).toEqual({
      allowed: true,
      state: { limit: 2, remaining: 1, resetSeconds: end },
    });
    expect(windows.charge([rule]).state.remaining).toBe(0);
    expect(windows.charge([rule])).toEqual({
      allowed: false,
      state: { limit: 2, remaining: 0, resetSeconds: end },
    });
    at = Date.UTC(2031, 0, 1, 10);
    expect(windows.charge([rule])).toEqual({
      allowed: true,
      state: { limit: 2, remaining: 1, resetSeconds: end + 3600 },
    });
  });

  it('counts in none of several windows when one is full', () => {
    const windows = createQuotaWindows(() => 0);
    const wide = { name: 'wide', limit: 5, lengthMs: 60_000 };
    const narrow = { name: 'narrow', limit: 1, lengthMs: 60_000 };
    windows.charge([wide, narrow]);
    expect(windows.charge([wide, narrow]).allowed).toBe(false);
    expect(windows.peek([wide]).remaining).toBe(4);
  });

  it('reports the window with the least left', () => {
    const windows = createQuotaWindows(() => 0);
    const wide = { name: 'wide', limit: 250, lengthMs: 60_000 };
    const narrow = { name: 'narrow', limit: 10, lengthMs: 60_000 };
    expect(windows.charge([wide, narrow]).state).toMatchObject({ limit: 10, remaining: 9 });
  });

  it('reports of two full windows the one that ends last', () => {
    const windows = createQuotaWindows(() => 0);
    const minute = { name: 'minute', limit: 0, lengthMs: 60_000 };
    const hour = { name: 'hour', limit: 0, lengthMs: hourMs };
    expect(windows.charge([minute, hour]).state.resetSeconds).toBe(3600);
    expect(windows.charge([hour, minute]).state.resetSeconds).toBe(3600);
  });

  it('is not refilled by a clock that is set back', () => {
    let at = 10 * hourMs;
    const windows = createQuotaWindows(() => at);
    const rule = { name: 'pool', limit: 1, lengthMs: hourMs };
    windows.charge([rule]);
    at -= 1;
    expect(windows.charge([rule]).allowed).toBe(false);
  });

  it('rounds the reset up to a whole second', () => {
    const windows = createQuotaWindows(() => 0);
    expect(windows.peek([{ name: 'x', limit: 1, lengthMs: 1500 }]).resetSeconds).toBe(2);
  });

  it('never allows more than the limit within one window', () => {
    const steps = fc.array(fc.nat({ max: 400 }), { maxLength: 200 });
    fc.assert(
      fc.property(steps, fc.nat({ max: 5 }), (waits, limit) => {
        let at = 0;
        const windows = createQuotaWindows(() => at);
        const allowed = new Map<number, number>();
        for (const wait of waits) {
          at += wait;
          const window = Math.floor(at / 1000);
          if (windows.charge([{ name: 'w', limit, lengthMs: 1000 }]).allowed) {
            allowed.set(window, (allowed.get(window) ?? 0) + 1);
          }
        }
        const visited = new Map<number, number>();
        let clock = 0;
        for (const wait of waits) {
          clock += wait;
          const window = Math.floor(clock / 1000);
          visited.set(window, (visited.get(window) ?? 0) + 1);
        }
        for (const [window, calls] of visited) {
          expect(allowed.get(window) ?? 0).toBe(Math.min(calls, limit));
        }
      }),
    );
  });

  it('forgets ended windows of many names', () => {
    let at = 0;
    const windows = createQuotaWindows(() => at);
    for (let i = 0; i < 3000; i += 1) {
      windows.charge([{ name: `audience:${i}`, limit: 1, lengthMs: 60_000 }]);
    }
    at = 60_000;
    expect(windows.charge([{ name: 'audience:1', limit: 1, lengthMs: 60_000 }]).allowed).toBe(true);
  });
});
