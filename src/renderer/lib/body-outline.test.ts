import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutlineEntry } from './body-outline';
import { outlineBody } from './body-outline';

const body = `{
  // Two people and a filter
  "campaign_id": "abc",
  "trigger_properties": { "total": 12345678901234567890, "": null },
  "recipients": [
    { "external_user_id": "qa-1", "email": "qa@example.org" },
    { "email": "qa@example.org", "prioritization": ["identified"] },
    { "user_alias": { "alias_name": "kim", "alias_label": "crm" } },
    { "send_to_existing_only": false }
  ],
  "audience": { "AND": [
    { "custom_attribute": { "custom_attribute_name": "vip", "comparison": "equals", "value": true } },
    { "custom_attribute": { "custom_attribute_name": "city", "comparison": "is_any_of", "value": ["Köln", "서울"] } },
    { "last_used_app": { "comparison": "after", "value": "2026-01-01T00:00:00Z" } }
  ] },
  "attachments": [{ "file_name": "a.pdf", "url": "https://example.org/a.pdf" }]
}`;

function at(entries: readonly OutlineEntry[], ...names: readonly string[]): OutlineEntry {
  let inner = entries;
  let found: OutlineEntry | undefined;
  for (const name of names) {
    found = inner.find((entry) => entry.name === name);
    if (found === undefined)
      throw new Error(`no ${name} among ${inner.map((one) => one.name).join(', ')}`);
    inner = found.children;
  }
  if (found === undefined) throw new Error('no names');
  return found;
}
const namesOf = (entries: readonly OutlineEntry[]) => entries.map(({ name }) => name);

describe('outline of a body', () => {
  const outline = outlineBody(body);

  it('has the fields in the order of the text, and their values in short', () => {
    expect(namesOf(outline)).toEqual([
      'campaign_id',
      'trigger_properties',
      'recipients',
      'audience',
      'attachments',
    ]);
    expect(at(outline, 'campaign_id').detail).toBe('abc');
    expect(at(outline, 'recipients').detail).toBe('[4]');
    expect(at(outline, 'trigger_properties', 'total').detail).toBe('12345678901234567890');
    expect(at(outline, 'trigger_properties', '""').detail).toBe('null');
  });

  it('names recipients by their identifier, and by number without one', () => {
    expect(namesOf(at(outline, 'recipients').children)).toEqual([
      'qa-1',
      'qa@example.org',
      'kim (crm)',
      '4',
    ]);
    const [list, alias] = outlineBody(
      '{"external_user_ids":["a",""],"user_aliases":[{"alias_name":"x"}]}',
    );
    expect(namesOf(list?.children ?? [])).toEqual(['a', '2']);
    expect(namesOf(alias?.children ?? [])).toEqual(['x']);
  });

  it('names filters by what they ask, and attachments by their file', () => {
    expect(namesOf(at(outline, 'audience', 'AND').children)).toEqual([
      'vip equals true',
      'city is_any_of Köln, 서울',
      'last_used_app after 2026-01-01T00:00:00Z',
    ]);
    expect(namesOf(at(outline, 'attachments').children)).toEqual(['a.pdf']);
  });

  it('gives each its place in the text', () => {
    const { offset, length, nameOffset, nameLength } = at(outline, 'campaign_id');
    expect(body.slice(offset, offset + length)).toBe('"campaign_id": "abc"');
    expect(body.slice(nameOffset, nameOffset + nameLength)).toBe('"campaign_id"');
    const kim = at(outline, 'recipients', 'kim (crm)');
    expect(body.slice(kim.offset, kim.offset + kim.length)).toBe(
      '{ "user_alias": { "alias_name": "kim", "alias_label": "crm" } }',
    );
  });

  it.each(['', '[', '{"a":', '"text"', '12', 'null'])('is empty for %j', (text) => {
    expect(outlineBody(text)).toEqual([]);
  });

  it('ends somewhere, however deep or long the body', () => {
    const count = (entries: readonly OutlineEntry[]): number =>
      entries.reduce((sum, { children }) => sum + 1 + count(children), 0);
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect(count(outlineBody(deep))).toBeLessThan(100);
    const long = JSON.stringify({ recipients: Array.from({ length: 20_000 }, () => ({ a: 1 })) });
    expect(count(outlineBody(long))).toBeLessThanOrEqual(5000);
    expect(at(outlineBody(`{"${'k'.repeat(9999)}":1}`), `${'k'.repeat(80)}…`).detail).toBe('1');
  });

  it('keeps every entry inside the one above it, whatever the values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 1);
        const inside = (entries: readonly OutlineEntry[], start: number, end: number): void => {
          for (const { offset, length, nameOffset, nameLength, children } of entries) {
            expect(offset).toBeGreaterThanOrEqual(start);
            expect(offset + length).toBeLessThanOrEqual(end);
            expect(nameOffset).toBeGreaterThanOrEqual(offset);
            expect(nameOffset + nameLength).toBeLessThanOrEqual(offset + length);
            inside(children, offset, offset + length);
          }
        };
        inside(outlineBody(text), 0, text.length);
      }),
    );
  });
});
