import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson } from './pretty-json';

describe('pretty JSON', () => {
  it('says what JSON.stringify says with two blanks, for any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('leaves numbers digit for digit and strings with brackets alone', () => {
    expect(prettyJson('{"a":1e400,"b":12345678901234567890123,"c":"{[,:]}\\""}')).toBe(
      '{\n  "a": 1e400,\n  "b": 12345678901234567890123,\n  "c": "{[,:]}\\""\n}',
    );
  });

  it.each(['', ']', '}{', '"open', '{"a":', '[[['])('does not fail on %j', (text) => {
    expect(prettyJson(text).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  });
});
