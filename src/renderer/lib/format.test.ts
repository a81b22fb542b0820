import { describe, expect, it } from 'vitest';
import { formatBytes, formatDuration } from './format';

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1 kB'],
    [1536, '1.5 kB'],
    [262_144, '256 kB'],
    [4 * 1024 * 1024, '4 MB'],
  ])('%d bytes', (bytes, text) => expect(formatBytes(bytes, 'en')).toBe(text));

  it('follow the language', () => expect(formatBytes(1536, 'de')).toBe('1,5 kB'));
});

describe('times', () => {
  it.each([
    [0.42, '0.4 ms'],
    [143.4, '143 ms'],
    [999.6, '1 sec'],
    [1430, '1.43 sec'],
    [125_000, '2 min 5 sec'],
  ])('%d milliseconds', (ms, text) => expect(formatDuration(ms, 'en')).toBe(text));
});
