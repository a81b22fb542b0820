import { describe, expect, it } from 'vitest';
import { createTraffic } from './traffic';

/** Timers that the test lets run out itself. */
function manualTimers() {
  const waiting = new Map<() => void, number>();
  return {
    after(ms: number, run: () => void) {
      waiting.set(run, ms);
      return () => waiting.delete(run);
    },
    /** Lets every timer of that length run out. */
    runOut(ms: number) {
      for (const [run, length] of [...waiting]) {
        if (length !== ms) continue;
        waiting.delete(run);
        run();
      }
    },
    waiting: () => [...waiting.values()].sort((a, b) => a - b),
  };
}

function setUp() {
  const timers = manualTimers();
  const traffic = createTraffic(timers.after);
  let ended = false;
  const begin = (): void => {
    void traffic.quiet(100, 1000).then(() => {
      ended = true;
    });
  };
  const hasEnded = async (): Promise<boolean> => {
    await new Promise((resolve) => setImmediate(resolve));
    return ended;
  };
  return { timers, traffic, begin, hasEnded };
}

describe('createTraffic', () => {
  it('is quiet when nothing is saved for a moment', async () => {
    const { timers, begin, hasEnded } = setUp();
    begin();
    expect(await hasEnded()).toBe(false);
    timers.runOut(100);
    expect(await hasEnded()).toBe(true);
    expect(timers.waiting()).toEqual([]);
  });

  it('waits for what is being saved, and a moment longer', async () => {
    const { timers, traffic, begin, hasEnded } = setUp();
    begin();
    let saved: () => void = () => undefined;
    const save = traffic.during(
      'drafts.save',
      new Promise<void>((resolve) => {
        saved = resolve;
      }),
    );
    timers.runOut(100);
    expect(await hasEnded()).toBe(false);
    saved();
    await save;
    expect(await hasEnded()).toBe(false);
    timers.runOut(100);
    expect(await hasEnded()).toBe(true);
  });

  it('does not wait for ever, nor for a send', async () => {
    const { timers, traffic, begin, hasEnded } = setUp();
    void traffic.during('drafts.save', new Promise(() => undefined));
    void traffic.during('dispatch.send', new Promise(() => undefined));
    begin();
    expect(timers.waiting()).toEqual([1000]);
    timers.runOut(1000);
    expect(await hasEnded()).toBe(true);
  });

  it('hands answers and failures on', async () => {
    const { traffic } = setUp();
    await expect(traffic.during('drafts.save', Promise.resolve(7))).resolves.toBe(7);
    await expect(traffic.during('drafts.save', Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    await expect(traffic.during(undefined, Promise.resolve(8))).resolves.toBe(8);
  });
});
