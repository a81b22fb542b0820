import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScrubber } from '#shared/lib/redaction';
import { scrubDeep } from './scrub-deep';

const key = 'a\\key-0123/+"é';

/** Each text by itself. */
function scrubbedOneByOne(value: unknown, scrub: (text: string) => string): unknown {
  if (typeof value === 'string') return scrub(value);
  if (Array.isArray(value)) return value.map((one: unknown) => scrubbedOneByOne(one, scrub));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [scrub(name), scrubbedOneByOne(one, scrub)]),
  );
}

/** Forms in which a key may stand in a text, halves of it, and what may stand around. */
const piece = fc.constantFrom(
  ...[key, key.toUpperCase(), JSON.stringify(key).slice(1, -1), encodeURIComponent(key)],
  ...[0, 1, 2].map((shift) => Buffer.from('x'.repeat(shift) + key).toString('base64')),
  JSON.stringify(JSON.stringify(key)),
  key.slice(0, 7),
  key.slice(7),
  ...['\\', '\\u0061', '\n', '', 'x', '[key removed]', '&#97;', '%61', '='],
);
const text = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.constantFrom(1, true, null, undefined),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3 }),
  ),
}));

test('finds what is found text by text', () => {
  fc.assert(
    fc.property(
      value,
      fc.constantFrom([key], [key, 'removed'], ['a\nb\n', key], []),
      (one, keys) => {
        const scrub = createScrubber(keys);
        expect(scrubDeep(one, scrub)).toEqual(scrubbedOneByOne(one, scrub));
      },
    ),
    { numRuns: 2000 },
  );
});

test('looks through what has no secret once', () => {
  let calls = 0;
  const clean = { message: 'success', errors: ['a', 'b'], more: { deep: [1, 'c'] } };
  const result = scrubDeep(clean, (one) => {
    calls += 1;
    return one;
  });
  expect([result, calls]).toEqual([clean, 1]);
});
