import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQuietMoment } from './quiet-moment';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function begin(): { readonly moment: ReturnType<typeof createQuietMoment>; over(): boolean } {
  const moment = createQuietMoment(8, 150);
  let over = false;
  void moment.quiet().then(() => (over = true));
  return { moment, over: () => over };
}

describe('a quiet moment', () => {
  it('comes when a burst is over, however long that lasts', async () => {
    const { moment, over } = begin();
    await vi.advanceTimersByTimeAsync(100);
    for (let file = 0; file < 40; file += 1) {
      moment.came();
      await vi.advanceTimersByTimeAsync(7);
    }
    expect(over()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(over()).toBe(true);
  });

  it('comes in the end when nothing ever came', async () => {
    const { over } = begin();
    await vi.advanceTimersByTimeAsync(149);
    expect(over()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(over()).toBe(true);
  });

  it('is not kept from coming by what came before it was asked for, nor by what comes after', async () => {
    const moment = createQuietMoment(8, 150);
    moment.came();
    const quiet = moment.quiet();
    moment.came();
    await vi.advanceTimersByTimeAsync(8);
    moment.came();
    await expect(quiet).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });
});
