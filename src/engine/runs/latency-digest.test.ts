import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLatencyDigest } from './latency-digest';

const latency = fc.double({ min: 0.1, max: 600_000, noNaN: true });
const shares = [0, 0.01, 0.5, 0.9, 0.99, 1];

/** By nearest rank, of all values kept. */
function exact(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? Number.NaN;
}

it('is within one percent of the exact quantile, whatever the values', () => {
  fc.assert(
    fc.property(fc.array(latency, { minLength: 1, maxLength: 300 }), (values) => {
      const digest = createLatencyDigest();
      for (const value of values) digest.add(value);
      for (const share of shares) {
        const wanted = exact(values, share);
        expect(Math.abs((digest.quantile(share) ?? 0) - wanted)).toBeLessThanOrEqual(wanted / 99);
      }
      expect(digest.max()).toBe(Math.max(...values));
    }),
  );
});

it('says the same of two parts put together as of the whole', () => {
  fc.assert(
    fc.property(fc.array(latency, { minLength: 1 }), fc.array(latency), (some, others) => {
      const [one, two, whole] = [
        createLatencyDigest(),
        createLatencyDigest(),
        createLatencyDigest(),
      ];
      for (const value of some) one.add(value);
      for (const value of others) two.add(value);
      for (const value of [...some, ...others]) whole.add(value);
      one.merge(two);
      for (const share of shares) expect(one.quantile(share)).toBe(whole.quantile(share));
    }),
  );
});

it('knows nothing of nothing, and bears what is no latency', () => {
  const digest = createLatencyDigest();
  expect([digest.quantile(0.5), digest.max()]).toEqual([null, null]);
  for (const odd of [Number.NaN, 0, -5]) digest.add(odd);
  expect(digest.quantile(0.5)).toBeGreaterThan(0);
});

it('keeps a week of latencies in a few hundred buckets', () => {
  const digest = createLatencyDigest();
  for (let at = 1; at <= 1_000_000; at += 1) digest.add((at * 7919) % 30_000);
  expect([...digest.entries()].length).toBeLessThan(700);
  expect(Math.abs((digest.quantile(0.5) ?? 0) - 15_000)).toBeLessThan(300);
});
