import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRateLimitHeaders } from './rate-limit-headers';

const NOW = Date.UTC(2026, 10, 21, 14, 30);
const nothing = { limit: null, remaining: null, resetAtMs: null, retryAtMs: null };

describe('rate limit headers', () => {
  it.each([
    [
      'epoch seconds',
      {
        'x-ratelimit-limit': '250000',
        'x-ratelimit-remaining': '249999',
        'x-ratelimit-reset': '1592427600',
      },
      { limit: 250_000, remaining: 249_999, resetAtMs: 1_592_427_600_000, retryAtMs: null },
    ],
    [
      'any letter case',
      { 'X-RateLimit-Limit': '250', 'X-RATELIMIT-REMAINING': '0' },
      { ...nothing, limit: 250, remaining: 0 },
    ],
    ['seconds from now', { 'x-ratelimit-reset': '90' }, { ...nothing, resetAtMs: NOW + 90_000 }],
    [
      'the last small number',
      { 'x-ratelimit-reset': '999999999' },
      { ...nothing, resetAtMs: NOW + 999_999_999_000 },
    ],
    [
      'the first epoch second',
      { 'x-ratelimit-reset': '1000000000' },
      { ...nothing, resetAtMs: 1_000_000_000_000 },
    ],
    ['milliseconds', { 'x-ratelimit-reset': String(NOW) }, { ...nothing, resetAtMs: NOW }],
    ['Retry-After seconds', { 'retry-after': '3' }, { ...nothing, retryAtMs: NOW + 3000 }],
    [
      'Retry-After date',
      { 'retry-after': 'Sat, 21 Nov 2026 14:31:00 GMT' },
      { ...nothing, retryAtMs: NOW + 60_000 },
    ],
    [
      'the vendor’s own header first',
      { 'retry-after': '3', 'X-Ratelimit-Retry-After': '7' },
      { ...nothing, retryAtMs: NOW + 7000 },
    ],
    ['a doubled header', { 'x-ratelimit-limit': '250, 250' }, { ...nothing, limit: 250 }],
    ['a list of values', { 'x-ratelimit-limit': ['250', '9'] }, { ...nothing, limit: 250 }],
    [
      'nonsense',
      {
        'x-ratelimit-limit': '-1',
        'x-ratelimit-remaining': 'many',
        'x-ratelimit-reset': '',
        'retry-after': 'soon',
      },
      nothing,
    ],
    ['nothing', {}, nothing],
  ])('%s', (_name, headers, reading) => {
    expect(readRateLimitHeaders(headers, NOW)).toEqual(reading);
  });

  it('are read from pairs as from a record', () => {
    const pairs = new Map([['X-RateLimit-Remaining', '12']]);
    expect(readRateLimitHeaders(pairs, NOW).remaining).toBe(12);
  });

  it('give numbers or null, whatever they hold', () => {
    const names = fc.constantFrom(
      'x-ratelimit-limit',
      'x-ratelimit-reset',
      'retry-after',
      'x-ratelimit-retry-after',
    );
    fc.assert(
      fc.property(fc.dictionary(names, fc.string()), (headers) => {
        for (const value of Object.values(readRateLimitHeaders(headers, NOW))) {
          expect(value === null || Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });
});
