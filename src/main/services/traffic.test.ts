import { describe, expect, it } from 'vitest';
import { createTraffic } from './traffic';

interface Timer {
  readonly ms: number;
  readonly run: () => void;
}

/** Timers that the test lets run out itself. */
function manualTimers() {
  const waiting = new Set<Timer>();
  function runOut(timer: Timer | undefined): void {
    if (timer !== undefined && waiting.delete(timer)) timer.run();
  }
  return {
    after(ms: number, run: () => void) {
      const timer = { ms, run };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    /** Lets every timer of that length run out. */
    runOut(ms: number) {
      for (const timer of [...waiting]) if (timer.ms === ms) runOut(timer);
    },
    /** What lets the timer that was set last run out, unless it is called off by then. */
    latest() {
      const timer = [...waiting].at(-1);
      return () => runOut(timer);
    },
    waiting: () => [...waiting].map(({ ms }) => ms).sort((a, b) => a - b),
  };
}

function setUp() {
  const timers = manualTimers();
  const traffic = createTraffic(timers.after);
  let ended = false;
  const begin = (begun: Promise<unknown> = Promise.resolve()): void => {
    void traffic.quiet(begun, 100, 1000).then(() => {
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

  it.each([
    ['begins', () => Promise.resolve()],
    ['cannot be asked', () => Promise.reject(new Error('gone'))],
  ])('counts the quiet from when the page %s', async (_how, ask) => {
    const { timers, begin, hasEnded } = setUp();
    begin(ask());
    expect(timers.waiting()).toEqual([1000]);
    expect(await hasEnded()).toBe(false);
    expect(timers.waiting()).toEqual([100, 1000]);
    timers.runOut(100);
    expect(await hasEnded()).toBe(true);
  });

  it('does not wait for ever, nor for a send', async () => {
    const { timers, traffic, begin, hasEnded } = setUp();
    void traffic.during('drafts.save', new Promise(() => undefined));
    void traffic.during('dispatch.send', new Promise(() => undefined));
    begin();
    expect(await hasEnded()).toBe(false);
    expect(timers.waiting()).toEqual([1000]);
    timers.runOut(1000);
    expect(await hasEnded()).toBe(true);
  });

  it('is quiet whatever else is asked for', async () => {
    const { timers, traffic, begin, hasEnded } = setUp();
    begin();
    expect(await hasEnded()).toBe(false);
    const quiet = timers.latest();
    await traffic.during('history.list', Promise.resolve());
    quiet();
    expect(await hasEnded()).toBe(true);
  });

  it('gives up a page that never says it has begun', async () => {
    const { timers, begin, hasEnded } = setUp();
    begin(new Promise(() => undefined));
    timers.runOut(100);
    expect(await hasEnded()).toBe(false);
    timers.runOut(1000);
    expect(await hasEnded()).toBe(true);
    expect(timers.waiting()).toEqual([]);
  });

  it.each(['drafts.save', 'drafts.slice'])(
    'counts the silence from the last sign of life: %s',
    async (route) => {
      const { timers, traffic, begin, hasEnded } = setUp();
      begin(new Promise(() => undefined));
      const silence = timers.latest();
      await traffic.during(route, Promise.resolve());
      silence();
      expect(await hasEnded()).toBe(false);
      timers.runOut(1000);
      expect(await hasEnded()).toBe(true);
    },
  );

  it('hands answers and failures on', async () => {
    const { traffic } = setUp();
    await expect(traffic.during('drafts.save', Promise.resolve(7))).resolves.toBe(7);
    await expect(traffic.during('drafts.save', Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    await expect(traffic.during(undefined, Promise.resolve(8))).resolves.toBe(8);
  });
});
