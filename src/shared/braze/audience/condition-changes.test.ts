import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../document';
import { applyEdits } from '../text-edit';
import { bodyWith, conditions, scattered } from '../testing/audiences';
import { validateText } from '../validate';
import { type AudienceChange, changeAudience, editsOfAudienceChange } from './change';
import { newCondition } from './condition-changes';
import { FILTER_COMPARISONS, FILTER_KINDS, valueRuleOf } from './grammar';
import { readAudience } from './tree';

const pointer = '/audience';

function withFilter(fields: string): string {
  return `{ "audience": { "custom_attribute": ${fields} } }`;
}

function after(text: string, change: AudienceChange): string | null {
  return changeAudience(text, change)?.text ?? null;
}

describe('changes of a condition', () => {
  it.each(FILTER_KINDS)(
    'start %s with what the rules take, but for what is still empty',
    (kind) => {
      const body = { campaign_id: 'x', recipients: [], audience: newCondition(kind) };
      const errors = validateText('/campaigns/trigger/send', JSON.stringify(body)).filter(
        ({ severity, pointer: at }) => severity === 'error' && at.startsWith('/audience'),
      );
      const expected =
        kind === 'custom_attribute'
          ? ['R29.name_missing']
          : kind === 'last_used_app'
            ? ['R28.date']
            : [];
      expect(errors.map(({ code }) => code)).toEqual(expected);
    },
  );

  it.each([
    [
      'a value that fits stays',
      '{"comparison": "equals", "value": 5 /* five */}',
      'less_than',
      '{"comparison": "less_than", "value": 5 /* five */}',
    ],
    [
      'an empty value makes place',
      '{"comparison": "equals", "value": ""}',
      'greater_than',
      '{"comparison": "greater_than", "value": 0}',
    ],
    [
      'a value that was filled in stays, even if it is wrong now',
      '{"comparison": "equals", "value": "gold"}',
      'greater_than',
      '{"comparison": "greater_than", "value": "gold"}',
    ],
    [
      'what takes no value loses it',
      '{"comparison": "equals", "value": "gold"}',
      'exists',
      '{"comparison": "exists"}',
    ],
    [
      'what takes one gets it',
      '{"comparison": "exists"}',
      'is_any_of',
      '{"comparison": "is_any_of", "value": []}',
    ],
  ])('another comparison: %s', (_case, before, comparison, expected) => {
    const changed = after(withFilter(before), { kind: 'comparison', pointer, comparison });
    expect(changed).toBe(withFilter(expected));
  });

  it('another filter keeps comments, and a comparison and value that fit both', () => {
    const text =
      '{ "audience": { "custom_attribute": { "custom_attribute_name": "seen", // when\n' +
      '"comparison": "after", "value": "2026-01-31T09:00:00Z" } } }';
    const changed = after(text, { kind: 'filter', pointer, filter: 'last_used_app' });
    expect(changed).toContain('// when');
    expect(parseDocument(changed!).faults).toEqual([]);
    expect(JSON.parse(changed!.replace('// when', ''))).toEqual({
      audience: { last_used_app: { comparison: 'after', value: '2026-01-31T09:00:00Z' } },
    });
  });

  it.each([
    [1, '"b"', '["a", "b"]'],
    [0, '"b"', '["b"]'],
    [0, null, '[]'],
    [3, null, null],
  ])('write entry %i of a list as %s', (index, json, expected) => {
    const text = withFilter('{"comparison": "is_any_of", "value": ["a"]}');
    expect(after(text, { kind: 'entry', pointer, index, json })).toBe(
      expected === null ? null : withFilter(`{"comparison": "is_any_of", "value": ${expected}}`),
    );
  });

  it('write a number digit for digit and touch nothing else', () => {
    fc.assert(
      fc.property(
        conditions.chain((part) => scattered(bodyWith(part))),
        (text) => {
          const json = '12345678901234567890.50';
          const change = { kind: 'field', pointer, field: 'value', json } as const;
          const edits = editsOfAudienceChange(text, change);
          const changed = applyEdits(text, edits!);
          const reading = readAudience(parseDocument(changed));
          if (reading.state !== 'present' || reading.root.kind !== 'condition')
            throw new Error(changed);
          expect(reading.root.fields.members.get('value')).toMatchObject({ text: json });
          // Taking the number out again leaves what stood round the value.
          const before = readAudience(parseDocument(text));
          if (before.state !== 'present' || before.root.kind !== 'condition') throw new Error(text);
          const value = before.root.fields.members.get('value');
          if (value === undefined) return;
          expect(changed).toBe(
            text.slice(0, value.offset) + json + text.slice(value.offset + value.length),
          );
        },
      ),
    );
  });

  it('make any filter and comparison that the grammar has, each as one edit', () => {
    for (const filter of FILTER_KINDS) {
      for (const comparison of FILTER_COMPARISONS[filter]) {
        const started = JSON.stringify({ audience: newCondition() });
        const chosen = after(started, { kind: 'filter', pointer, filter })!;
        const change = { kind: 'comparison', pointer, comparison } as const;
        const edits = editsOfAudienceChange(chosen, change)!;
        expect(edits.length).toBeLessThanOrEqual(1);
        const fields = (
          JSON.parse(applyEdits(chosen, edits)) as {
            audience: Record<string, { comparison: string; value?: unknown }>;
          }
        ).audience[filter]!;
        expect(fields.comparison).toBe(comparison);
        expect('value' in fields).toBe(valueRuleOf(filter, comparison) !== 'none');
      }
    }
  });

  it('join a condition that stands alone with another', () => {
    const text = JSON.stringify({ audience: newCondition('last_used_app') }, null, 2);
    const changed = changeAudience(text, { kind: 'join', pointer, value: newCondition() })!;
    expect(changed.pointer).toBe('/audience/AND/1');
    expect(changed.text).toBe(
      JSON.stringify(
        { audience: { AND: [newCondition('last_used_app'), newCondition()] } },
        null,
        2,
      ),
    );
  });

  it('change nothing where there is no condition', () => {
    for (const text of [
      '',
      '{}',
      '{"audience": []}',
      '{"audience": {"NOT": []}}',
      '{"audience": 7',
    ]) {
      expect(after(text, { kind: 'comparison', pointer, comparison: 'equals' })).toBeNull();
      expect(after(text, { kind: 'filter', pointer, filter: 'last_used_app' })).toBeNull();
    }
  });
});
