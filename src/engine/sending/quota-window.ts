import { QUOTA_POLICIES, type QuotaClass, windowStartOf } from '#shared/braze/quota';
import type { RateLimitReading } from '#shared/braze/rate-limit-headers';

/**
 * One allowance in its present window, as all processes of one home know it. `said`: one that only the
 * server's headers tell of.
 */
export interface QuotaWindow {
  readonly quota: QuotaClass | 'said';
  readonly limit: number;
  /** Calls that are over and count in this window: ours, and those of others as far as the server told. */
  readonly used: number;
  /** Those of them that were ours. */
  readonly mine: number;
  /** When it began, as far as is known; before it nothing is sent again in it, see `resetMarginMs`. */
  readonly sinceMs: number;
  readonly resetAtMs: number;
  /** Length where two resets were seen, otherwise null. */
  readonly periodMs: number | null;
  /** The server has said something in this window. */
  readonly heard: boolean;
  /** The server has ever said something of it: its next window is tried with one call first. */
  readonly everHeard: boolean;
  /** Answers in a row whose reset lies before this one's. */
  readonly stale: number;
}

/** How long an allowance counts as used up when a 429 does not say. */
const unsaidPauseMs = 60_000;
/** Two resets that are closer are the same: they are told in whole seconds, or as seconds from now. */
const sameResetMs = 1500;
/** After so many answers that contradict it, a reset was wrong. */
const mostStale = 5;
/** A reset further away is not believed. */
const farthestResetMs = 48 * 3_600_000;

/** What remains of an allowance with so many calls on their way that the server may not have counted. */
export function remainingOf({ limit, used }: QuotaWindow, onTheirWay: number): number {
  return Math.max(0, limit - used - onTheirWay);
}

/** A window nobody has heard of, or the next one after one that has ended. */
export function currentWindow(
  quota: QuotaWindow['quota'],
  known: QuotaWindow | undefined,
  nowMs: number,
): QuotaWindow {
  if (known !== undefined && nowMs < known.resetAtMs) return known;
  const policy = quota === 'said' ? null : QUOTA_POLICIES[quota];
  const sinceMs = startOf(known, nowMs);
  return {
    quota,
    // What the server calls its limit holds in the next window too.
    limit: known?.limit ?? policy?.limit ?? 0,
    used: 0,
    mine: 0,
    sinceMs,
    resetAtMs:
      quota === 'said' || policy === null
        ? nextReset(sinceMs, known?.periodMs ?? null, nowMs)
        : windowStartOf(quota, nowMs) + policy.windowMs,
    periodMs: known?.periodMs ?? null,
    heard: false,
    everHeard: known?.everHeard ?? false,
    stale: 0,
  };
}

/** Several windows may have gone by since. */
function startOf(known: QuotaWindow | undefined, nowMs: number): number {
  if (known === undefined) return nowMs;
  const { resetAtMs, periodMs } = known;
  return periodMs === null ? resetAtMs : nextReset(resetAtMs, periodMs, nowMs) - periodMs;
}

function nextReset(sinceMs: number, periodMs: number | null, nowMs: number): number {
  // Of unknown length: it ends when the server says so.
  if (periodMs === null) return nowMs + 3_600_000;
  return sinceMs + periodMs * (Math.floor((nowMs - sinceMs) / periodMs) + 1);
}

/** After a call of ours is over of which the server said nothing. */
export function withCall(window: QuotaWindow): QuotaWindow {
  return { ...window, used: window.used + 1, mine: window.mine + 1 };
}

/** What an answer said. */
export interface Heard {
  readonly reading: RateLimitReading;
  readonly status: number;
  readonly nowMs: number;
}

/** Takes over what the server says after a call of ours, be it more or less than was counted here. */
export function corrected(window: QuotaWindow, { reading, status, nowMs }: Heard): QuotaWindow {
  const limit = reading.limit ?? window.limit;
  const resetAtMs = believable(nowMs, reading.resetAtMs);
  if (status === 429) {
    const until = believable(nowMs, reading.retryAtMs) ?? resetAtMs;
    return {
      ...window,
      limit,
      used: Math.max(limit, window.used),
      resetAtMs: until ?? Math.min(window.resetAtMs, nowMs + unsaidPauseMs),
      heard: true,
      everHeard: true,
    };
  }
  if (reading.remaining === null) return withCall(window);
  // An answer that was under way while its window ended says nothing of this one.
  if (reading.resetAtMs !== null && reading.resetAtMs <= nowMs) return withCall(window);
  const used = limit - Math.min(limit, reading.remaining);
  const heard = { limit, heard: true, everHeard: true, stale: 0 };
  const distance = resetAtMs === null ? 0 : resetAtMs - window.resetAtMs;
  if (resetAtMs !== null && window.heard && distance > sameResetMs) {
    // The server has begun the next window already.
    const periodMs = distance < 24 * 3_600_000 ? distance : null;
    return { ...window, ...heard, used, mine: 1, sinceMs: window.resetAtMs, resetAtMs, periodMs };
  }
  if (resetAtMs !== null && window.heard && distance < -sameResetMs) {
    // An answer that belongs to a window that is over, unless all answers say so.
    // The call counts all the same: where it is the clock that was set back, it belongs to this one.
    if (window.stale + 1 < mostStale) return { ...withCall(window), stale: window.stale + 1 };
    return { ...window, ...heard, used, mine: 1, resetAtMs, periodMs: null };
  }
  const periodMs =
    !window.heard && window.everHeard && resetAtMs !== null && resetAtMs > window.sinceMs
      ? resetAtMs - window.sinceMs
      : window.periodMs;
  // Those that were counted before a window was heard of may belong to the one before.
  const mine = window.heard ? window.mine + 1 : Math.max(1, Math.min(window.mine + 1, used));
  return {
    ...window,
    ...heard,
    // Answers overtake each other, and one may say what was true a while ago: within a window a count only
    // rises, and it is never less than what was taken of ours.
    used: window.heard ? Math.max(window.used, used, mine) : used,
    mine,
    resetAtMs:
      resetAtMs === null
        ? window.resetAtMs
        : window.heard
          ? Math.max(window.resetAtMs, resetAtMs)
          : resetAtMs,
    periodMs,
  };
}

function believable(nowMs: number, momentMs: number | null): number | null {
  if (momentMs === null || momentMs <= nowMs) return null;
  return momentMs - nowMs > farthestResetMs ? null : momentMs;
}

/** Longest distance of a reset that can be a minute's window. */
const minuteReachMs = 120_000;

/**
 * Which of a call's allowances the headers are about; they do not say. Its limit tells where it is one of
 * the vendor's figures, otherwise the distance of the reset. `said`: none of those that are documented.
 */
export function meantQuota(
  classes: readonly QuotaClass[],
  { limit, resetAtMs }: RateLimitReading,
  nowMs: number,
): QuotaClass | 'said' | null {
  const byLimit = classes.find((quota) => QUOTA_POLICIES[quota].limit === limit);
  if (byLimit !== undefined) return byLimit;
  const isFar = resetAtMs !== null && resetAtMs - nowMs > minuteReachMs;
  const byReach = classes.find((quota) => QUOTA_POLICIES[quota].windowMs > 60_000 === isFar);
  if (byReach !== undefined && (isFar || resetAtMs !== null)) return byReach;
  if (limit !== null && resetAtMs !== null) return 'said';
  return classes[0] ?? null;
}
