import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, createTextPlaces } from './text-places';

const texts = fc
  .array(fc.constantFrom('\n', '\r\n', 'a', '김', ' '))
  .map((parts) => parts.join(''));

describe('countLines', () => {
  it('counts what ends with a line feed, and the rest', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(countLines(text, Infinity)).toBe(text.split('\n').length);
      }),
    );
  });

  it('goes on only until there are more than are wanted', () => {
    fc.assert(
      fc.property(texts, fc.nat(8), (text, most) => {
        const lines = text.split('\n').length;
        expect(countLines(text, most)).toBe(Math.min(lines, Math.max(1, most + 1)));
      }),
    );
  });
});

describe('createTextPlaces', () => {
  it('finds the line of each place, whatever ends the lines', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1);
        const { line, column } = createTextPlaces(text).at(offset);
        const before = text.slice(0, offset).split(/\r\n|\n/);
        expect([line, column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
      }),
    );
  });
});
