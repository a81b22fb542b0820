import { readFileSync, rmSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly cat?: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  /** Processor time, in microseconds. */
  readonly tdur?: number;
}

export interface PageTasks {
  /** Notes what the page's main thread does while something is done. */
  during(name: string, act: () => Promise<unknown>): Promise<void>;
  /**
   * The longest task of each, in milliseconds of processor time: how long it took by the clock would depend on what
   * else the machine does.
   */
  end(): Promise<ReadonlyMap<string, number>>;
}

/** Traces the page's main thread. */
export async function watchPageTasks(
  electron: ElectronApplication,
  page: Page,
): Promise<PageTasks> {
  await electron.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({
      recording_mode: 'record-until-full',
      included_categories: ['blink.user_timing', 'disabled-by-default-devtools.timeline'],
      excluded_categories: ['*'],
      trace_buffer_size_in_kb: 400_000,
    }),
  );
  const mark = (name: string) => page.evaluate((one) => void performance.mark(one), name);

  return {
    async during(name, act) {
      await mark(`begin ${name}`);
      await act();
      await mark(`end ${name}`);
    },
    async end() {
      const file = await electron.evaluate(({ contentTracing }) => contentTracing.stopRecording());
      const trace = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] };
      rmSync(file, { force: true });
      return longestByName(trace.traceEvents);
    },
  };
}

function longestByName(events: readonly TraceEvent[]): ReadonlyMap<string, number> {
  const marks = events.filter(({ cat }) => cat?.includes('blink.user_timing'));
  const longest = new Map<string, number>();
  for (const begin of marks) {
    if (!begin.name.startsWith('begin ')) continue;
    const name = begin.name.slice('begin '.length);
    const end = marks.find((other) => other.name === `end ${name}`);
    const tasks = events.filter(
      ({ name: kind, pid, tid, ts }) =>
        kind === 'RunTask' &&
        pid === begin.pid &&
        tid === begin.tid &&
        ts >= begin.ts &&
        ts < (end?.ts ?? Infinity),
    );
    if (tasks.length === 0) throw new Error(`nothing was traced of: ${name}`);
    longest.set(name, Math.round(Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000));
  }
  return longest;
}
