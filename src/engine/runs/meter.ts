import { latencyBounds } from '#shared/domain/run-state';

/** Measures how fast calls and rows get through. All times on one clock that only goes forward. */
export interface Meter {
  /** A call has its outcome. */
  ended(rows: number, latencyMs: number | null): void;
  rates(): { readonly callsPerSecond: number; readonly rowsPerSecond: number };
  latency(): {
    readonly p50: number | null;
    readonly p95: number | null;
    readonly max: number | null;
    readonly histogram: readonly number[];
  };
}

/** Rates are those of this many seconds, counted in tenths. */
const ratedSeconds = 5;
const slotMs = 100;
/** Latencies that are kept for the percentiles. */
const mostSamples = 512;

/** @param monotonicMs milliseconds on a clock that only goes forward. */
export function createMeter(monotonicMs: () => number): Meter {
  const slots = new Map<number, { calls: number; rows: number }>();
  const samples: number[] = [];
  const histogram = new Array<number>(latencyBounds.length + 1).fill(0);
  const began = monotonicMs();
  let next = 0;

  return {
    ended(rows, latencyMs) {
      const slot = Math.floor(monotonicMs() / slotMs);
      const counted = slots.get(slot) ?? { calls: 0, rows: 0 };
      counted.calls += 1;
      counted.rows += rows;
      slots.set(slot, counted);
      for (const old of slots.keys()) {
        if (old > slot - (ratedSeconds * 1000) / slotMs) break;
        slots.delete(old);
      }
      if (latencyMs === null) return;
      samples[next] = latencyMs;
      next = (next + 1) % mostSamples;
      const bucket = latencyBounds.findIndex((bound) => latencyMs <= bound);
      const at = bucket < 0 ? latencyBounds.length : bucket;
      histogram[at] = (histogram[at] ?? 0) + 1;
    },
    rates() {
      const now = monotonicMs();
      const from = Math.floor(now / slotMs) - (ratedSeconds * 1000) / slotMs;
      let calls = 0;
      let rows = 0;
      for (const [slot, counted] of slots) {
        if (slot <= from) continue;
        calls += counted.calls;
        rows += counted.rows;
      }
      const seconds = Math.max(0.1, Math.min(ratedSeconds, (now - began) / 1000));
      return { callsPerSecond: calls / seconds, rowsPerSecond: rows / seconds };
    },
    latency() {
      const sorted = [...samples].sort((a, b) => a - b);
      const at = (share: number): number | null =>
        sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
      return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? null, histogram: [...histogram] };
    },
  };
}
