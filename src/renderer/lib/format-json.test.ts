import { applyEdits } from 'jsonc-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson } from './format-json';

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
