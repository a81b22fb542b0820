import type { RunHistory } from '#shared/domain/run-history';
import type { RunProgress } from '#shared/domain/run-state';

/** What a run's plots show over time while this window watches it; one list a line, all of one length. */
export interface RunSamples extends Omit<RunHistory, 'limit'> {
  readonly startedMs: number;
  readonly lastMs: number;
  /** Least time between two samples in milliseconds; doubles when there are too many. */
  readonly everyMs: number;
}

const most = 600;
const firstEveryMs = 250;

/** Adds what a run is like at a moment; the same object where it is too soon. Times in milliseconds of one clock. */
export function addSample(
  before: RunSamples | undefined,
  now: RunProgress,
  atMs: number,
): RunSamples {
  const values = {
    callsPerSecond: now.callsPerSecond,
    p50: now.latency.p50,
    p95: now.latency.p95,
    remaining: now.quota?.remaining ?? null,
  };
  if (before === undefined) {
    return {
      seconds: [0],
      callsPerSecond: [values.callsPerSecond],
      p50: [values.p50],
      p95: [values.p95],
      remaining: [values.remaining],
      startedMs: atMs,
      lastMs: atMs,
      everyMs: firstEveryMs,
    };
  }
  if (atMs - before.lastMs < before.everyMs) return before;
  const added: RunSamples = {
    ...before,
    seconds: [...before.seconds, (atMs - before.startedMs) / 1000],
    callsPerSecond: [...before.callsPerSecond, values.callsPerSecond],
    p50: [...before.p50, values.p50],
    p95: [...before.p95, values.p95],
    remaining: [...before.remaining, values.remaining],
    lastMs: atMs,
  };
  return added.seconds.length > most ? thinned(added) : added;
}

/** Every second sample: a run of days needs no more memory than one of minutes. */
function thinned(samples: RunSamples): RunSamples {
  const half = <T>(line: readonly T[]): readonly T[] => line.filter((_, at) => at % 2 === 0);
  return {
    ...samples,
    seconds: half(samples.seconds),
    callsPerSecond: half(samples.callsPerSecond),
    p50: half(samples.p50),
    p95: half(samples.p95),
    remaining: half(samples.remaining),
    everyMs: samples.everyMs * 2,
  };
}
