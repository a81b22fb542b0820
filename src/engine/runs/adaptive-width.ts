/** How many calls of a run may be in flight at once: wider while the server keeps its pace. */
export interface AdaptiveWidth {
  current(): number;
  /** @param trouble the server is: it answered 5xx, or did not. */
  ended(latencyMs: number, trouble: boolean): void;
}

const firstWidth = 4;
/** Latency that is no reason to hold back. */
const fineMs = 100;
const slowTimes = 2;

/**
 * Grows by one with every answer until the server becomes slower than it was at its best by much, and shrinks
 * by a tenth then; halves when the server is in trouble. Changes at most once in the time of one width of calls.
 */
export function createAdaptiveWidth(most: number): AdaptiveWidth {
  let width = Math.min(most, firstWidth);
  let bestMs = Infinity;
  let smoothMs: number | null = null;
  let sinceChange = 0;
  return {
    current: () => Math.max(1, Math.floor(width)),
    ended(latencyMs, trouble) {
      sinceChange += 1;
      if (trouble) {
        if (sinceChange < width) return;
        width = Math.max(1, width / 2);
        sinceChange = 0;
        return;
      }
      smoothMs = smoothMs === null ? latencyMs : smoothMs * 0.9 + latencyMs * 0.1;
      // The best is forgotten slowly: a server may be slower for good.
      bestMs = Math.min(bestMs * 1.001, latencyMs);
      if (smoothMs > Math.max(bestMs * slowTimes, bestMs + fineMs)) {
        if (sinceChange < width) return;
        width = Math.max(1, width * 0.9);
        sinceChange = 0;
      } else {
        width = Math.min(most, width + 1);
      }
    },
  };
}
