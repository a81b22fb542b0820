import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, loneSurrogate } from './decode-text';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('decodeText', () => {
  it('keeps the byte order mark, line ends and every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const whole = `\uFEFF${text}\r\n`;
        expect(decodeText(Buffer.from(whole))).toEqual({ ok: true, text: whole });
      }),
    );
  });

  it.each([
    ['Latin-1', bytes('{"a":"', [0xe4], '"}'), 6],
    ['UTF-16', bytes([0xff, 0xfe, 0x7b, 0x00]), 0],
    ['a character cut off at the end', bytes('ab', [0xed, 0x95]), 2],
    ['a character cut off in the middle', bytes('ab', [0xe2, 0x82], 'c'), 2],
    ['an overlong form', bytes('a', [0xc0, 0x80]), 1],
    ['half a pair', bytes('한', [0xed, 0xa0, 0x80]), 3],
    ['a lone continuation', bytes([0x80]), 0],
    ['an error far in', bytes('x'.repeat(100_000), [0xff], 'y'.repeat(100_000)), 100_000],
  ])('tells where %s begins', (_name, given, offset) => {
    expect(decodeText(given)).toEqual({ ok: false, offset });
  });
});

describe('loneSurrogate', () => {
  it.each([
    ['', -1],
    ['한😀', -1],
    ['a\ud83d', 1],
    ['\ude00b', 0],
    ['😀\ude00', 2],
  ])('finds half a character in %j', (text, at) => {
    expect(loneSurrogate(text)).toBe(at);
  });
});
