/** Quantiles of any number of latencies in little memory, each within one percent. */
export interface LatencyDigest {
  /** @param ms milliseconds; what is not above 0 counts as a tenth. */
  add(ms: number): void;
  /** Takes over all that another one knows. */
  merge(other: LatencyDigest): void;
  /** By nearest rank; null while there is nothing. @param share from 0 to 1. */
  quantile(share: number): number | null;
  max(): number | null;
  /** Buckets with their counts. */
  entries(): Iterable<readonly [bucket: number, count: number]>;
}

/** Each bucket is so much wider than the one below it: its middle is within one percent of all in it. */
const growth = Math.log(1.02);
const leastMs = 0.1;

export function createLatencyDigest(): LatencyDigest {
  const buckets = new Map<number, number>();
  let count = 0;
  let most: number | null = null;

  const put = (bucket: number, times: number): void => {
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + times);
    count += times;
  };
  return {
    add(ms) {
      const value = Math.max(leastMs, ms);
      if (Number.isNaN(value)) return;
      put(Math.floor(Math.log(value / leastMs) / growth), 1);
      most = Math.max(most ?? 0, value);
    },
    merge(other) {
      for (const [bucket, times] of other.entries()) put(bucket, times);
      const theirs = other.max();
      if (theirs !== null) most = Math.max(most ?? 0, theirs);
    },
    quantile(share) {
      if (most === null) return null;
      let left = Math.max(1, Math.ceil(share * count));
      if (left >= count) return most;
      for (const bucket of [...buckets.keys()].sort((a, b) => a - b)) {
        left -= buckets.get(bucket) ?? 0;
        if (left <= 0) return Math.min(most, leastMs * Math.exp((bucket + 0.5) * growth));
      }
      return most;
    },
    max: () => most,
    entries: () => buckets.entries(),
  };
}
