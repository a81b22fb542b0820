import { expect, it } from 'vitest';
import type { RunProgress } from '#shared/domain/run-state';
import { addSample, type RunSamples } from './run-samples';

function progress(callsPerSecond: number): RunProgress {
  const none = { p50: 10, p95: 20, max: 30, histogram: [] };
  return { callsPerSecond, latency: none, quota: null } as unknown as RunProgress;
}

it('takes what comes too soon for no new sample', () => {
  const first = addSample(undefined, progress(1), 1000);
  expect(addSample(first, progress(2), 1100)).toBe(first);
  expect(addSample(first, progress(2), 1300).callsPerSecond).toEqual([1, 2]);
});

it('needs no more memory for a run of a week, and keeps its lines of one length', () => {
  let samples: RunSamples | undefined;
  for (let second = 0; second < 7 * 24 * 3600; second += 30) {
    samples = addSample(samples, progress(second), second * 1000);
  }
  const { seconds, callsPerSecond, p50, p95, remaining } = samples as RunSamples;
  expect(seconds.length).toBeLessThanOrEqual(600);
  for (const line of [callsPerSecond, p50, p95, remaining]) {
    expect(line).toHaveLength(seconds.length);
  }
  expect([...seconds].sort((one, other) => one - other)).toEqual(seconds);
  expect(seconds.at(-1)).toBeGreaterThan(6.9 * 24 * 3600);
});
