import { QUOTA_POLICIES, type QuotaClass, windowStartOf } from '#shared/braze/quota';
import type { RateLimitReading } from '#shared/braze/rate-limit-headers';

/** One allowance in its present window. */
export interface QuotaWindow {
  readonly quota: QuotaClass;
  readonly limit: number;
  /** Calls that may still be made. */
  readonly remaining: number;
  readonly resetAtMs: number;
  readonly source: 'server' | 'local';
  /** Number of the call whose answer was heeded last: an older one says nothing new. */
  readonly heard: number;
}

/** How long an allowance counts as used up when a 429 does not say. */
const unsaidPauseMs = 60_000;

/** A window nobody has heard of, or the next one after one that has ended. */
export function currentWindow(
  quota: QuotaClass,
  known: QuotaWindow | undefined,
  nowMs: number,
): QuotaWindow {
  if (known !== undefined && nowMs < known.resetAtMs) return known;
  const { limit, windowMs } = QUOTA_POLICIES[quota];
  return {
    quota,
    // What the server calls its limit holds in the next window too.
    limit: known?.limit ?? limit,
    remaining: known?.limit ?? limit,
    resetAtMs: windowStartOf(quota, nowMs) + windowMs,
    source: 'local',
    heard: known?.heard ?? 0,
  };
}

/** After one more call. */
export function withCall(window: QuotaWindow): QuotaWindow {
  return { ...window, remaining: Math.max(0, window.remaining - 1) };
}

/** After a call that never left. */
export function withoutCall(window: QuotaWindow): QuotaWindow {
  return { ...window, remaining: Math.min(window.limit, window.remaining + 1) };
}

/** What an answer said. */
export interface Heard {
  readonly reading: RateLimitReading;
  readonly status: number;
  /** Number of the call, counted in the order of sending. */
  readonly call: number;
  /** Calls that are on their way and that the server may not have counted yet. */
  readonly onTheirWay: number;
  readonly nowMs: number;
}

/** Takes over what the server says, be it more or less than was counted here. */
export function corrected(window: QuotaWindow, heard: Heard): QuotaWindow {
  const { reading, status, call, onTheirWay, nowMs } = heard;
  if (call < window.heard) return window;
  const limit = reading.limit ?? window.limit;
  if (status === 429) {
    const until = laterThan(nowMs, reading.retryAtMs) ?? laterThan(nowMs, reading.resetAtMs);
    const resetAtMs = until ?? Math.min(window.resetAtMs, nowMs + unsaidPauseMs);
    return { ...window, limit, remaining: 0, resetAtMs, source: 'server', heard: call };
  }
  if (reading.remaining === null) return window;
  return {
    ...window,
    limit,
    remaining: Math.max(0, Math.min(limit, reading.remaining) - onTheirWay),
    resetAtMs: laterThan(nowMs, reading.resetAtMs) ?? window.resetAtMs,
    source: 'server',
    heard: call,
  };
}

function laterThan(nowMs: number, momentMs: number | null): number | null {
  return momentMs !== null && momentMs > nowMs ? momentMs : null;
}

/** Longest distance of a reset that can be a minute's window. */
const minuteReachMs = 120_000;

/**
 * Which of a call's allowances the headers are about; they do not say. Its limit tells where it is one of
 * the vendor's figures, otherwise the distance of the reset.
 */
export function meantQuota(
  classes: readonly QuotaClass[],
  { limit, resetAtMs }: RateLimitReading,
  nowMs: number,
): QuotaClass | null {
  const byLimit = classes.find((quota) => QUOTA_POLICIES[quota].limit === limit);
  if (byLimit !== undefined) return byLimit;
  const isFar = resetAtMs !== null && resetAtMs - nowMs > minuteReachMs;
  const byReach = classes.find((quota) => QUOTA_POLICIES[quota].windowMs > 60_000 === isFar);
  return byReach ?? classes[0] ?? null;
}
