import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Variable } from '../domain/variable';
import { createVariableLookup } from './variables';
import { composeWireBody } from './wire-body';

const dynamic = {
  uuid: () => '5f0c0000-0000-4000-8000-000000000001',
  now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
};

function compose(text: string, variables: readonly Variable[] = []) {
  return composeWireBody(text, createVariableLookup([variables], dynamic));
}

function json(text: string, variables: readonly Variable[] = []): string {
  const body = compose(text, variables);
  if (!body.ok) throw new Error(`broken at ${body.line}:${body.column}`);
  return body.json;
}

describe('composeWireBody', () => {
  it.each([
    ['comments', '{ // one\n "a": /* two */ 1 }', '{"a":1}'],
    ['trailing commas', '{"a": [1, 2, ], }', '{"a":[1,2]}'],
    [
      'big numbers digit for digit',
      '{"a": 12345678901234567890.10, "b": 1E400}',
      '{"a":12345678901234567890.10,"b":1E400}',
    ],
    ['escapes as they were typed', '{"a": "\\u00e9\\/"}', '{"a":"\\u00e9\\/"}'],
    ['byte order mark', '\uFEFF{"a":1}', '{"a":1}'],
    ['CRLF', '{\r\n"a":1\r\n}', '{"a":1}'],
    [
      'a comment sign inside a string',
      '{"u":"https://a.example//b"}',
      '{"u":"https://a.example//b"}',
    ],
    ['duplicate keys, both', '{"a":1,"a":2}', '{"a":1,"a":2}'],
    [
      'Liquid',
      '{"a":"{{api_trigger_properties.${x}}} {{ name | upcase }} {% if a %}"}',
      '{"a":"{{api_trigger_properties.${x}}} {{ name | upcase }} {% if a %}"}',
    ],
    ['three braces', '{"a":"{{{name}}}"}', '{"a":"{{{name}}}"}'],
  ])('keeps %s right', (_name, text, expected) => {
    expect(json(text, [{ name: 'name', value: 'no', kind: 'text' }])).toBe(expected);
  });

  it.each([
    ['an open object, behind its last character', '{"a":1', 1, 7],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['two commas', '{"a":1,,"b":2}', 1, 8],
    ['single quotes', "{'a':1}", 1, 2],
    ['two values', '{} {}', 1, 4],
  ])('names the place of %s', (_name, text, line, column) => {
    expect(compose(text)).toMatchObject({ ok: false, line, column });
  });

  it.each(['', '   ', '[,]', '{,}', '{"a":,}', 'NaN', '{"a":01}', '{"a":"\u0001"}', '{"a":"\\x"}'])(
    'refuses %j',
    (text) => {
      expect(compose(text).ok).toBe(false);
    },
  );

  it('refuses 100,000 open lists without running out of stack', () => {
    expect(compose('['.repeat(100_000)).ok).toBe(false);
  });

  it('puts values in and escapes them', () => {
    const variables: Variable[] = [
      { name: 'user', value: 'a"b\\c\nd', kind: 'text' },
      { name: 'count', value: ' 12345678901234567890 ', kind: 'json' },
      { name: 'list', value: '[1, {"x": 1}]', kind: 'json' },
    ];
    expect(
      json(
        '{"{{user}}":"x{{ user }}y","n":"{{count}}","t":"n={{count}}","l":"{{list}}"}',
        variables,
      ),
    ).toBe(
      '{"a\\"b\\\\c\\nd":"xa\\"b\\\\c\\ndy","n":12345678901234567890,"t":"n= 12345678901234567890 ","l":[1,{"x":1}]}',
    );
  });

  it('reports what has no value, and circles, and leaves a backslashed placeholder as text', () => {
    const body = compose('{"a":"{{x}} {{loop}}","b":"\\\\{{x}}"}', [
      { name: 'loop', value: '{{pool}}', kind: 'text' },
      { name: 'pool', value: '{{loop}}', kind: 'text' },
    ]);
    expect(body).toMatchObject({ ok: true, value: { b: '{{x}}' } });
    expect(body.ok && [...body.unresolved].sort()).toEqual(expect.arrayContaining(['x']));
    expect(body.ok && body.unresolved.length).toBe(2);
  });

  it('reports a json variable that is no JSON', () => {
    expect(compose('{"a":"{{x}}"}', [{ name: 'x', value: '{oops', kind: 'json' }])).toMatchObject({
      notJson: ['x'],
    });
  });

  it('gives the dynamic values', () => {
    expect(json('{"u":"{{$uuid}}","t":"{{$timestamp}}","i":"{{$isoTimestamp}}"}')).toBe(
      '{"u":"5f0c0000-0000-4000-8000-000000000001","t":1767323045,"i":"2026-01-02T03:04:05.000Z"}',
    );
  });

  it('is JSON.stringify for any plain value, however it was laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 2, '\t'), (value, indent) => {
        fc.pre(!JSON.stringify(value).includes('{{'));
        expect(json(JSON.stringify(value, null, indent))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('never throws and never answers ok with something that is no JSON', () => {
    const soup = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '1',
        '-',
        'null',
        '//x\n',
        '/*',
        '"{{v}}"',
        '"',
        ' ',
        '\\',
      ),
    );
    fc.assert(
      fc.property(soup, (parts) => {
        const body = compose(parts.join(''));
        if (body.ok) expect(() => JSON.parse(body.json) as unknown).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});
