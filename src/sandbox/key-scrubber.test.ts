import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyScrubber, scrubbedKey } from './key-scrubber';

describe('createKeyScrubber', () => {
  it('leaves no trace of the key in any JSON value', () => {
    const key = 'k3y-/+=secret';
    const scrubber = createKeyScrubber([key]);
    const around = fc.tuple(fc.string(), fc.string()).map(([a, b]) => a + key + b);
    const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        around,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(around, tie('value')),
      ),
    }));
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.stringify(scrubber.json(value))).not.toContain(key);
      }),
    );
  });

  it('changes nothing else', () => {
    const scrubber = createKeyScrubber(['does-not-occur-anywhere']);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(scrubber.json(value))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('finds the key percent-encoded, as in a query', () => {
    expect(createKeyScrubber(['a/b+c']).text('/x?api_key=a%2Fb%2Bc&y=a/b+c')).toBe(
      `/x?api_key=${scrubbedKey}&y=${scrubbedKey}`,
    );
  });

  it('removes the longer of two overlapping keys whole', () => {
    expect(createKeyScrubber(['key', 'key-long']).text('key-long key')).toBe(
      `${scrubbedKey} ${scrubbedKey}`,
    );
  });

  it('ignores an empty secret', () => {
    expect(createKeyScrubber(['']).text('abc')).toBe('abc');
  });

  it('keeps __proto__ a mere name', () => {
    const value = createKeyScrubber(['k']).json(JSON.parse('{"__proto__":{"a":1}}'));
    expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1}}');
  });
});
