/** Headers as a record (a Node server's or test's) or as pairs (a fetch `Headers`). */
export type HeaderSource =
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** What an answer says of the allowance; null where it says nothing readable. */
export interface RateLimitReading {
  readonly limit: number | null;
  readonly remaining: number | null;
  /** When the window ends, epoch milliseconds. */
  readonly resetAtMs: number | null;
  /** When the server asks to try again, epoch milliseconds. */
  readonly retryAtMs: number | null;
}

/** Below this a number cannot be a present-day epoch second, so it is seconds from now. */
const SMALLEST_EPOCH_SECONDS = 1_000_000_000;
/** From here on a number can only be epoch milliseconds. */
const SMALLEST_EPOCH_MILLISECONDS = 100_000_000_000;

function isIterable(headers: HeaderSource): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers;
}

function lowerCased(headers: HeaderSource): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const pairs = isIterable(headers) ? headers : Object.entries(headers);
  for (const [name, value] of pairs) {
    const first = typeof value === 'string' ? value : value?.[0];
    const key = name.toLowerCase();
    if (typeof first === 'string' && !found.has(key)) found.set(key, first);
  }
  return found;
}

/** A doubled header arrives as `250, 250`; the first counts. */
function numberIn(text: string | undefined): number | null {
  const first = text?.split(',')[0]?.trim() ?? '';
  if (!/^\d{1,15}(\.\d+)?$/.test(first)) return null;
  return Number(first);
}

function wholeIn(text: string | undefined): number | null {
  const number = numberIn(text);
  return number === null ? null : Math.floor(number);
}

function momentIn(text: string | undefined, nowMs: number): number | null {
  const number = numberIn(text);
  if (number === null) return null;
  if (number < SMALLEST_EPOCH_SECONDS) return nowMs + Math.ceil(number * 1000);
  if (number < SMALLEST_EPOCH_MILLISECONDS) return Math.ceil(number * 1000);
  return Math.floor(number);
}

/** `Retry-After` may also be an HTTP date. */
function dateIn(text: string | undefined): number | null {
  if (text === undefined || !/^[A-Za-z]{3},/.test(text.trim())) return null;
  const moment = Date.parse(text.trim());
  return Number.isNaN(moment) ? null : moment;
}

/**
 * Reads `X-RateLimit-*`, `Retry-After` and `X-Ratelimit-Retry-After`, whatever their letter case.
 * A reset below 10⁹ is taken as seconds from now (the pages disagree), otherwise as epoch seconds.
 * Unreadable values are null; never throws.
 */
export function readRateLimitHeaders(headers: HeaderSource, nowMs: number): RateLimitReading {
  const found = lowerCased(headers);
  const retry = found.get('retry-after');
  return {
    limit: wholeIn(found.get('x-ratelimit-limit')),
    remaining: wholeIn(found.get('x-ratelimit-remaining')),
    resetAtMs: momentIn(found.get('x-ratelimit-reset'), nowMs),
    retryAtMs:
      momentIn(found.get('x-ratelimit-retry-after'), nowMs) ??
      momentIn(retry, nowMs) ??
      dateIn(retry),
  };
}
