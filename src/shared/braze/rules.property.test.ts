import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOf } from './diagnostic';
import type { RuleId } from './diagnostic-codes';
import { legalCampaignBody, legalProperties, someLegalBodies } from './testing/legal-body';
import { validateText, validateValue } from './validate';

const SEND = '/campaigns/trigger/send';

type Fields = Record<string, unknown>;
interface Mutation {
  readonly rule: RuleId;
  readonly level: 'error' | 'warning';
  /** Values to choose from when changing the body; the change is the same for each. */
  readonly values: fc.Arbitrary<unknown>;
  readonly change: (body: Fields, value: unknown) => Fields;
}

const notText = fc.constantFrom<unknown>(1, true, [], {}, [['x']]);
const notBoolean = fc.constantFrom<unknown>('true', 'false', 0, 1, null, [], {});
const notObject = fc.constantFrom<unknown>(1, 'x', true, null, []);
const notArray = fc.constantFrom<unknown>(1, 'x', true, {}, null);
const first = (body: Fields, changes: Fields): Fields => {
  const [head, ...rest] = body['recipients'] as Fields[];
  return { ...body, recipients: [{ ...head, ...changes }, ...rest] };
};
const only = (body: Fields, recipient: unknown): Fields => ({ ...body, recipients: [recipient] });
const email = (prioritization: unknown) => ({ email: 'qa@example.org', prioritization });
const set =
  (field: string) =>
  (body: Fields, value: unknown): Fields => ({ ...body, [field]: value });

const MUTATIONS: readonly Mutation[] = [
  {
    rule: 'R01',
    level: 'error',
    values: fc.oneof(notText, fc.constantFrom(null, '')),
    change: set('campaign_id'),
  },
  {
    rule: 'R02',
    level: 'warning',
    values: fc.stringMatching(/^[g-z]{1,40}$/),
    change: set('campaign_id'),
  },
  {
    rule: 'R03',
    level: 'error',
    values: fc.oneof(notText, fc.stringMatching(/^[a-z]{65,90}$/), fc.constantFrom('', 'ß')),
    change: set('send_id'),
  },
  { rule: 'R04', level: 'error', values: notObject, change: set('trigger_properties') },
  {
    rule: 'R05',
    level: 'error',
    values: fc.integer({ min: 51_200, max: 60_000 }),
    change: (body, size) => ({ ...body, trigger_properties: { a: 'x'.repeat(Number(size)) } }),
  },
  {
    rule: 'R06',
    level: 'warning',
    values: legalProperties,
    change: (body, rest) => ({ ...body, trigger_properties: { ...(rest as Fields), gone: null } }),
  },
  { rule: 'R07', level: 'error', values: notBoolean, change: set('broadcast') },
  { rule: 'R08', level: 'error', values: fc.constant(true), change: set('broadcast') },
  {
    rule: 'R09',
    level: 'error',
    values: fc.constantFrom<unknown>([], null, undefined),
    change: (body, value) => ({ ...body, recipients: value, audience: undefined }),
  },
  {
    rule: 'R10',
    level: 'warning',
    values: fc.constantFrom<unknown>([], undefined),
    change: (body, value) => ({
      ...body,
      recipients: value,
      audience: { custom_attribute: { custom_attribute_name: 'a', comparison: 'exists' } },
    }),
  },
  {
    rule: 'R11',
    level: 'error',
    values: fc.constantFrom<unknown>([], [{ file_name: 'a', url: 'https://x.example/a.pdf' }]),
    change: (body, attachments) => ({
      ...body,
      attachments,
      broadcast: true,
      recipients: undefined,
    }),
  },
  { rule: 'R12', level: 'error', values: notArray, change: set('recipients') },
  { rule: 'R12', level: 'error', values: notObject, change: only },
  {
    rule: 'R13',
    level: 'error',
    values: fc.constantFrom<unknown>(
      {},
      { phone: '+15550100' },
      { external_user_id: 'a', braze_id: 'b' },
    ),
    change: only,
  },
  {
    rule: 'R14',
    level: 'error',
    values: fc.constantFrom<unknown>('', true, [], {}),
    change: (body, value) => only(body, { external_user_id: value }),
  },
  {
    rule: 'R14',
    level: 'error',
    values: fc.stringMatching(/^[a-z. ]{0,30}$/),
    change: (body, value) => only(body, { ...email(['most_recently_updated']), email: value }),
  },
  {
    rule: 'R15',
    level: 'error',
    values: fc.oneof(
      fc.constantFrom<unknown>({}, 'a', [], 1),
      fc
        .stringMatching(/^[가-힣]{79,100}$/)
        .map((name) => ({ alias_name: name, alias_label: 'l' })),
    ),
    change: (body, value) => only(body, { user_alias: value }),
  },
  {
    rule: 'R16',
    level: 'error',
    values: fc.constantFrom<unknown>([], null, undefined),
    change: (body, value) => only(body, email(value)),
  },
  {
    rule: 'R17',
    level: 'error',
    values: fc.constantFrom<unknown>(
      'identified',
      {},
      ['Identified'],
      ['x'],
      [1],
      ['identified', 'unidentified'],
    ),
    change: (body, value) => only(body, email(value)),
  },
  {
    rule: 'R18',
    level: 'error',
    values: fc.constantFrom<unknown>(null, undefined),
    change: (body, value) => first(body, { send_to_existing_only: false, attributes: value }),
  },
  {
    rule: 'R18',
    level: 'error',
    values: notBoolean,
    change: (body, value) => first(body, { send_to_existing_only: value }),
  },
  {
    rule: 'R19',
    level: 'error',
    values: fc.constant(false),
    change: (body, value) =>
      only(body, {
        user_alias: { alias_name: 'a', alias_label: 'l' },
        send_to_existing_only: value,
        attributes: { a: 1 },
      }),
  },
  {
    rule: 'R20',
    level: 'error',
    values: fc.constantFrom<unknown>(
      { inc: '1' },
      { add: 'a' },
      { $update: [{}] },
      { a: { $time: null } },
    ),
    change: (body, value) => first(body, { attributes: { custom: value } }),
  },
  {
    rule: 'R21',
    level: 'warning',
    values: fc.constant(null),
    change: (body) => ({
      ...body,
      recipients: [...(body['recipients'] as Fields[]), (body['recipients'] as Fields[])[0]],
    }),
  },
  {
    rule: 'R22',
    level: 'error',
    values: fc.oneof(notArray, fc.constantFrom<unknown>([1], [{}], [{ file_name: 'a' }])),
    change: set('attachments'),
  },
  {
    rule: 'R23',
    level: 'error',
    values: fc.constantFrom('exe', 'BAT', 'js', 'html'),
    change: (body, ending) => ({
      ...body,
      attachments: [{ file_name: 'a', url: `https://x.example/a.${String(ending)}` }],
    }),
  },
  {
    rule: 'R24',
    level: 'error',
    values: fc.constantFrom(
      'a.pdf',
      'ftp://x.example/a.pdf',
      'https:///a.pdf',
      'https://x example/a.pdf',
    ),
    change: (body, url) => ({ ...body, attachments: [{ file_name: 'a', url }] }),
  },
  { rule: 'R25', level: 'error', values: fc.string(), change: set('segment_id') },
  {
    rule: 'R25',
    level: 'warning',
    values: fc.stringMatching(/^x_[a-z]{5,20}$/),
    change: (body, field) => ({ ...body, [String(field)]: 1 }),
  },
  {
    rule: 'R26',
    level: 'error',
    values: fc.constantFrom<unknown>(1, 'x', [], {}, { and: [] }, { AND: {} }, { OR: [1] }),
    change: set('audience'),
  },
  {
    rule: 'R27',
    level: 'error',
    values: fc.stringMatching(/^[A-Z]{1,10}$/),
    change: (body, comparison) => ({
      ...body,
      audience: { last_used_app: { comparison, value: '2026-01-01T00:00:00Z' } },
    }),
  },
  {
    rule: 'R28',
    level: 'error',
    values: fc.constantFrom<unknown>(null, {}, [1], undefined),
    change: (body, value) => ({
      ...body,
      audience: { custom_attribute: { custom_attribute_name: 'a', comparison: 'equals', value } },
    }),
  },
  {
    rule: 'R29',
    level: 'error',
    values: fc.stringMatching(/^[a-z]{8,20}$/),
    change: (body, kind) => ({ ...body, audience: { [String(kind)]: { comparison: 'is' } } }),
  },
];

describe('legal bodies', () => {
  it('are valid', () => {
    fc.assert(
      fc.property(legalCampaignBody, (body) => {
        expect(validateValue(SEND, body)).toEqual([]);
      }),
    );
  });

  it.each(MUTATIONS)('break $rule ($level) when changed', ({ rule, level, values, change }) => {
    fc.assert(
      fc.property(someLegalBodies, values, (body, value) => {
        const changed: unknown = JSON.parse(JSON.stringify(change(body, value)));
        const found = validateValue(SEND, changed).filter((one) => one.severity === level);
        expect(found.map((one) => one.rule)).toContain(rule);
      }),
      { numRuns: 40 },
    );
  });

  it('have the same findings as text and as value', () => {
    const summary = (all: ReturnType<typeof validateValue>) =>
      all.map(({ code, pointer, params }) => JSON.stringify([code, pointer, params])).sort();
    fc.assert(
      fc.property(
        fc.constantFrom(...MUTATIONS),
        someLegalBodies,
        fc.boolean(),
        (mutation, body, indent) =>
          fc.assert(
            fc.property(mutation.values, (value) => {
              const text = JSON.stringify(mutation.change(body, value), null, indent ? 2 : 0);
              expect(summary(validateText(SEND, text))).toEqual(
                summary(validateValue(SEND, JSON.parse(text))),
              );
            }),
            { numRuns: 2 },
          ),
      ),
      { numRuns: 60 },
    );
  });
});

describe('anything at all', () => {
  it('is checked without throwing, and what is no object is an error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const found = validateValue(SEND, value);
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
          expect(found.map((one) => one.code)).toEqual(['JSON.not_object']);
        } else {
          expect(levelOf(found)).toBe('error');
        }
      }),
    );
  });

  it('is checked without throwing as a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const { offset, length } of validateText(SEND, text)) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('is checked without throwing as a broken body', () => {
    fc.assert(
      fc.property(
        someLegalBodies,
        fc.nat(),
        fc.constantFrom('', '{', '}', '"', ',', '\\', '/*'),
        (body, at, wedge) => {
          const text = JSON.stringify(body);
          const cut = at % text.length;
          expect(
            Array.isArray(validateText(SEND, text.slice(0, cut) + wedge + text.slice(cut + 1))),
          ).toBe(true);
        },
      ),
    );
  });
});
