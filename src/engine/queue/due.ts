/** The two clocks of one moment, in milliseconds: the wall's may be set, the other only goes forward. */
export interface ClockReading {
  readonly wallMs: number;
  readonly monotonicMs: number;
}

/** What an entry that waits has come to. `wait` says for how long at least, in milliseconds. */
export type DueVerdict =
  | { readonly is: 'wait'; readonly ms: number }
  | { readonly is: 'fire' }
  | { readonly is: 'ask'; readonly reason: 'late' | 'clock' };

/** What is later than this, in milliseconds, asks. */
export const latestMs = 60_000;

/**
 * Both clocks have to say that the moment has come, so a clock set forward fires nothing early; either may
 * say that it is past. `anchor` is when the entry was last seen with both clocks in order. A hold is a
 * length of time, so the wall's clock has no say in its end.
 */
export function dueVerdict(
  entry: { readonly kind: 'hold' | 'scheduled'; readonly dueMs: number },
  anchor: ClockReading,
  now: ClockReading,
): DueVerdict {
  const pastWall = now.wallMs - entry.dueMs;
  const pastMonotonic = now.monotonicMs - anchor.monotonicMs - (entry.dueMs - anchor.wallMs);
  if (pastWall > latestMs || pastMonotonic > latestMs) {
    const agree = Math.abs(pastWall - pastMonotonic) <= latestMs;
    return { is: 'ask', reason: agree || entry.kind === 'hold' ? 'late' : 'clock' };
  }
  const past = entry.kind === 'hold' ? pastMonotonic : Math.min(pastWall, pastMonotonic);
  return past >= 0 ? { is: 'fire' } : { is: 'wait', ms: -past };
}
