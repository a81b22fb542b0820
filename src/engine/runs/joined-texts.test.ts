import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinTexts, textsIn } from './joined-texts';

test('gives back what was joined, all or some of it, whatever is in the texts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('', ',', '{"a":"b,c"}')), { maxLength: 9 }),
      fc.nat({ max: 9 }),
      fc.nat({ max: 9 }),
      (texts, from, length) => {
        const joined = joinTexts(texts);
        expect(joined.joined).toBe(texts.join(','));
        expect(textsIn(joined)).toEqual(texts);
        expect(textsIn(joined, from, from + length)).toEqual(texts.slice(from, from + length));
      },
    ),
  );
});
