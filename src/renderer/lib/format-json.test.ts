import { applyEdits } from 'jsonc-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson, formattedText } from './format-json';

const layout = { tabSize: 2, insertSpaces: true, eol: '\n' };

function formatted(text: string): string {
  return applyEdits(text, [...formatJson(text, layout)]);
}

describe('formatting a body', () => {
  it('lays it out and keeps comments and numbers digit for digit', () => {
    expect(formatted('{"a":1e400, // why\n"b":[12345678901234567890]}')).toBe(
      '{\n  "a": 1e400, // why\n  "b": [\n    12345678901234567890\n  ]\n}',
    );
  });

  it('changes nothing but white space, and nothing the second time', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const once = formatted(JSON.stringify({ value }));
        expect(JSON.parse(once)).toEqual(JSON.parse(JSON.stringify({ value })));
        expect(formatted(once)).toBe(once);
      }),
    );
  });
});

describe('the text as it is laid out', () => {
  const spaced = fc
    .tuple(
      fc.jsonValue(),
      fc.constantFrom(0, 1, 4),
      fc.constantFrom('', '\r\n', ' // why\n'),
      fc.nat(),
    )
    .map(([value, space, end, seed]) => {
      const text = `${JSON.stringify({ value }, null, space)}${end}`;
      return { text, offset: seed % (text.length + 1) };
    });
  const dense = (text: string): string => text.replace(/\s/g, '');

  it('is what its changes make of it', () => {
    fc.assert(
      fc.property(spaced, ({ text, offset }) => {
        expect(formattedText(text, layout, offset).text).toBe(formatted(text));
      }),
    );
  });

  it('has a place between the same letters', () => {
    fc.assert(
      fc.property(spaced, ({ text, offset }) => {
        const laidOut = formattedText(text, layout, offset);
        expect(dense(laidOut.text.slice(0, laidOut.offset))).toBe(dense(text.slice(0, offset)));
      }),
    );
  });
});
