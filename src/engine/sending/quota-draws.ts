import type { EndpointPath } from '#shared/braze/endpoints';
import { quotaClassesOf, uniqueAudienceKey } from '#shared/braze/quota';
import { readRateLimitHeaders } from '#shared/braze/rate-limit-headers';
import type { Headers } from '#shared/domain/dispatch';
import type { QuotaAccount } from './quota-store';
import type { QuotaWindow } from './quota-window';

/** An allowance of a call: its class and, for audiences, which one. */
export interface Draw {
  readonly quota: QuotaWindow['quota'];
  readonly key: string;
}

/** A process that did not touch its count for so long has ended. */
const goneAfterMs = 15 * 60_000;
/** A clock that differs more than this from the server's is not trusted with its resets. */
const skewMs = 2500;

/** What only the server's headers tell of. */
export const saidDraw: Draw = { quota: 'said', key: 'said' };

/** What is documented of a call. */
export function drawsOf(endpoint: EndpointPath, body: unknown): readonly Draw[] {
  return quotaClassesOf(endpoint, body).map((quota) => ({
    quota,
    key: quota === 'audience' ? `audience ${uniqueAudienceKey(endpoint, body) ?? ''}` : quota,
  }));
}

/** Every call also draws from what only the server's headers tell of. */
export function drawsNow({ windows }: QuotaAccount, draws: readonly Draw[]): readonly Draw[] {
  return windows['said'] === undefined ? draws : [...draws, saidDraw];
}

/** Resets are moments of the server's clock: where that differs from ours, they are moved. */
export function readingOf(
  headers: Headers,
  nowMs: number,
): ReturnType<typeof readRateLimitHeaders> {
  const date = headers.find(([name]) => name.toLowerCase() === 'date')?.[1];
  const dateMs = date === undefined ? Number.NaN : Date.parse(date);
  const ahead = Number.isNaN(dateMs) ? 0 : dateMs + 500 - nowMs;
  const skew = Math.abs(ahead) > skewMs ? ahead : 0;
  const reading = readRateLimitHeaders(headers, nowMs + skew);
  if (skew === 0) return reading;
  const moved = (moment: number | null): number | null => (moment === null ? null : moment - skew);
  return { ...reading, resetAtMs: moved(reading.resetAtMs), retryAtMs: moved(reading.retryAtMs) };
}

/** Forgets processes that ended with calls on their way, and audiences nobody writes to any more. */
export function dropGone(account: QuotaAccount, nowMs: number): void {
  for (const [name, { atMs, calls }] of Object.entries(account.flights)) {
    const idle = Object.keys(calls).length === 0;
    if (idle || nowMs - atMs > goneAfterMs) Reflect.deleteProperty(account.flights, name);
  }
  for (const [key, { quota, resetAtMs }] of Object.entries(account.windows)) {
    if (quota === 'audience' && resetAtMs <= nowMs) Reflect.deleteProperty(account.windows, key);
  }
}
