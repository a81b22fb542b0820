import fc from 'fast-check';
import { FILTER_COMPARISONS, FILTER_KINDS, valueRuleOf, type ValueRule } from '../audience/grammar';

/** A JSON value that tests may take apart. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const texts = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('vip', '// no comment', '/* nor this */', '{{plan}}', '", "'),
);
const scalars = fc.oneof(texts, fc.boolean(), fc.integer());
const states = fc.constantFrom('opted_in', 'subscribed', 'unsubscribed');
const moments = fc.constantFrom('2026-01-31T09:00:00Z', '2019-07-22T13:17:55+0000');

const VALUES: Readonly<Record<ValueRule, fc.Arbitrary<Json> | null>> = {
  scalar: scalars,
  member: scalars,
  regex: texts,
  texts: fc.oneof(texts, fc.array(texts, { maxLength: 4 })),
  number: fc.integer(),
  days: fc.nat({ max: 365 }),
  date: moments,
  state: states,
  none: null,
};

/** Any condition that the grammar knows, some without a value. */
export const conditions: fc.Arbitrary<Json> = fc.constantFrom(...FILTER_KINDS).chain((kind) =>
  fc.constantFrom(...FILTER_COMPARISONS[kind]).chain((comparison) => {
    const value = VALUES[valueRuleOf(kind, comparison) ?? 'none'];
    return fc
      .record(
        {
          ...(kind === 'custom_attribute' ? { custom_attribute_name: texts } : {}),
          comparison: fc.constant(comparison),
          ...(value === null ? {} : { value }),
        },
        { requiredKeys: ['comparison'] },
      )
      .map((fields): Json => ({ [kind]: { ...(fields as Record<string, Json>) } }));
  }),
);

/** What the grammar does not know. */
const strangers: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  { NOT: [] },
  { and: [{ last_used_app: {} }] },
  { AND: {} },
  {},
  7,
  '{{part}}',
  { AND: [], OR: [] },
);

/** Any audience, up to four levels deep, with parts in it that nobody understands. */
export const audiences: fc.Arbitrary<Json> = fc.letrec<{ part: Json; group: Json }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    { arbitrary: conditions, weight: 5 },
    { arbitrary: tie('group'), weight: 3 },
    { arbitrary: strangers, weight: 1 },
  ),
  group: fc
    .tuple(fc.constantFrom('AND', 'OR'), fc.array(tie('part'), { maxLength: 4 }))
    .map(([operator, parts]): Json => ({ [operator]: parts })),
})).part;

/** White space and comments; each comment gets a number of its own in the text. */
const TRIVIA = [
  '',
  '',
  '',
  ' ',
  '\n',
  '\n    ',
  '\r\n\t',
  '\n\n  ',
  ' /* # */ ',
  '\n  // #\n  ',
  ' // #\n',
  '/* #\n   # */',
];

/** A value written as JSON with comments anywhere, one or several lines, as hands and tools leave it. */
export function scattered(value: Json): fc.Arbitrary<string> {
  return fc
    .array(fc.nat({ max: TRIVIA.length - 1 }), { minLength: 7, maxLength: 60 })
    .map((picks) => {
      let used = 0;
      const trivia = (): string => {
        used += 1;
        const text = TRIVIA[picks[used % picks.length] ?? 0] ?? '';
        return text.replaceAll('#', `note ${used}`);
      };
      const write = (part: Json): string => {
        if (Array.isArray(part)) {
          return `[${part.map((item) => `${trivia()}${write(item)}${trivia()}`).join(',')}${trivia()}]`;
        }
        if (typeof part !== 'object' || part === null) return JSON.stringify(part);
        const members = Object.entries(part).map(
          ([key, inner]) =>
            `${trivia()}${JSON.stringify(key)}${trivia()}:${trivia()}${write(inner)}${trivia()}`,
        );
        return `{${members.join(',')}${trivia()}}`;
      };
      return `${trivia()}${write(value)}${trivia()}`;
    });
}

/** A body with that audience between other fields. */
export function bodyWith(audience: Json): Json {
  return { campaign_id: '7f1c', audience, trigger_properties: { 'a,b': '// x' } };
}
