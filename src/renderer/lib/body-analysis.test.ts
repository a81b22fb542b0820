import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseBody } from './body-analysis';
import { createTextPlaces } from './text-places';

const endpoint = '/campaigns/trigger/send';
const now = Date.UTC(2026, 0, 1);

describe('the analysis of a body', () => {
  it('says who is reached and where the fault is', () => {
    const bodyText = '{\n  "campaign_id": 7,\n  "recipients": [{"external_user_id": "a"}]\n}';
    const { findings, blastRadius, wireBytes } = analyseBody(
      { endpoint, bodyText, language: 'en', scopes: [] },
      now,
    );
    expect(blastRadius).toEqual({ kind: 'recipients', count: 1 });
    expect(wireBytes).toBe('{"campaign_id":7,"recipients":[{"external_user_id":"a"}]}'.length);
    const rule = findings.find(({ kind }) => kind === 'rule');
    expect(rule).toMatchObject({ line: 2, column: 18, endLine: 2, endColumn: 19 });
    expect(rule?.kind === 'rule' && rule.rule).toBe('R01');
  });

  it('hands on a thousand of very many findings, counts all and leaves out the least grave', () => {
    const wrong = Array.from({ length: 3000 }, (_unused, index) => ({
      send_to_existing_only: index > 0,
    }));
    const bodyText = JSON.stringify({ unknown_field: 1, recipients: wrong, campaign_id: 7 });
    const { findings, findingCount } = analyseBody(
      { endpoint, bodyText, language: 'en', scopes: [] },
      now,
    );
    expect(findingCount).toBeGreaterThan(3000);
    expect(findings).toHaveLength(1000);
    expect(findings.every((one) => one.kind === 'rule' && one.severity === 'error')).toBe(true);
    const columns = findings.map(({ column }) => column);
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
  });

  it('names a variable without a value at its place, and not one that has a value', () => {
    const bodyText = '{"a": "{{known}}",\n "b": "x {{ lost }}"}';
    const scopes = [[{ name: 'known', value: '1', kind: 'text' as const }]];
    const { findings } = analyseBody({ endpoint, bodyText, language: 'en', scopes }, now);
    const unresolved = findings.filter(({ kind }) => kind !== 'rule');
    expect(unresolved).toEqual([
      { kind: 'unresolved', name: 'lost', line: 2, column: 10, endLine: 2, endColumn: 20 },
    ]);
  });

  it('says nothing about who is reached while the text is no JSON', () => {
    const answer = analyseBody(
      { endpoint, bodyText: '{"broadcast": tr', language: 'en', scopes: [] },
      now,
    );
    expect(answer.blastRadius).toBeNull();
    expect(answer.findings.length).toBeGreaterThan(0);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (bodyText) => {
        const { findings } = analyseBody({ endpoint, bodyText, language: 'en', scopes: [] }, now);
        for (const { line, column } of findings) expect(Math.min(line, column)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('places in a text', () => {
  it('counts every kind of line end once', () => {
    const places = createTextPlaces('a\r\nb\nc\rd');
    expect([0, 3, 5, 7].map((offset) => places.at(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
  });

  it('stays inside the text', () => {
    const places = createTextPlaces('ab');
    expect(places.at(99)).toEqual({ line: 1, column: 3 });
    expect(places.at(-1)).toEqual({ line: 1, column: 1 });
  });
});
