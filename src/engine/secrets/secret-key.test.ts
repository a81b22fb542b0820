import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeKey } from './secret-key';

describe('a key as typed', () => {
  it.each([
    ['a1b2c3d4-0000-4000-8000-abcdefabcdef', 'a1b2c3d4-0000-4000-8000-abcdefabcdef'],
    ['  \tabcd\r\n', 'abcd'],
    ['\ufeffabcd\u00a0', 'abcd'],
    ['Bearer_x/+=~!#$%&', 'Bearer_x/+=~!#$%&'],
  ])('%j is kept as %s', (typed, kept) => {
    expect(normalizeKey(typed)).toBe(kept);
  });

  it.each([
    ['', 'empty'],
    [' \n\t\u00a0', 'empty'],
    ['abc', 'short'],
    ['"abcdef"', 'quotes'],
    ["abc'def", 'quotes'],
    ['`abcdef`', 'quotes'],
    ['“abcdef”', 'characters'],
    ['abc def', 'characters'],
    ['abc\u0000def', 'characters'],
    ['abc\u200bdef', 'characters'],
    ['abc\rdef', 'characters'],
    ['schlüssel', 'characters'],
    ['Bearer abcdef', 'characters'],
  ])('%j is refused: %s', (typed, reason) => {
    expect(() => normalizeKey(typed)).toThrow(
      expect.objectContaining({ code: 'secret_invalid', params: { reason } }) as Error,
    );
  });

  it('either refuses, or gives what can stand in a header and comes out the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        let key: string;
        try {
          key = normalizeKey(typed);
        } catch {
          return;
        }
        expect(new Headers({ authorization: `Bearer ${key}` }).get('authorization')).toBe(
          `Bearer ${key}`,
        );
        expect(normalizeKey(key)).toBe(key);
      }),
    );
  });
});
