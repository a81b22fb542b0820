import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SuiteChange } from '../domain/suite';
import type { Suite } from '../domain/suite-view';
import { changeSuite } from './suite-edits';
import { newSuiteFile, readSuiteFile } from './suite-file';
import type { MatrixSet } from './test-matrix';

const path = 'Shop/Locales.suite.jsonc';
const text = `// Which languages the receipt is sent in
{
  "request": "../Receipt.jsonc", // beside us
  "axes": [
    // the first two markets
    { "variable": "locale", "values": ["en", "de" /* since May */] },
    { "variable": "total", "values": [12345678901234567890, 1e400] }
  ],
  "exclude": [{ "locale": "de", "total": 1e400 }],
  "cases": [
    // too much money
    { "when": { "locale": "en", "total": 1e400 }, "expect": { "outcome": "refused", "status": 400 } }
  ]
}
`;
const comments = [
  '// Which languages',
  '// beside us',
  '// the first two',
  '/* since May */',
  '// too much',
];
const big = { name: 'total', value: '12345678901234567890', kind: 'json' } as const;
const huge = { name: 'total', value: '1e400', kind: 'json' } as const;
const locale = (value: string) => ({ name: 'locale', value, kind: 'text' }) as const;

function suiteOf(file: string | null): Suite {
  const read = readSuiteFile(file ?? '');
  if (!read.ok) throw new Error(`${read.reason} ${read.field}`);
  return read.suite;
}
function after(change: SuiteChange): Suite {
  const changed = changeSuite(text, path, change);
  for (const comment of comments) expect(changed).toContain(comment);
  return suiteOf(changed);
}

describe('a suite file', () => {
  it('is read digit for digit', () => {
    const suite = suiteOf(text);
    expect(suite.request).toBe('../Receipt.jsonc');
    expect(suite.axes[1]?.values).toEqual([
      { value: '12345678901234567890', kind: 'json' },
      { value: '1e400', kind: 'json' },
    ]);
    expect(suite.expect).toEqual({ outcome: 'accepted' });
    expect(suite.cases).toEqual([
      { when: [locale('en'), huge], expect: { outcome: 'refused', status: 400 } },
    ]);
  });

  it('is a suite when it is new', () => {
    expect(suiteOf(newSuiteFile('A "b".jsonc', 'Cases'))).toMatchObject({
      request: 'A "b".jsonc',
      axes: [],
    });
  });

  it.each([
    ['{', 'broken_json', ''],
    ['', 'broken_json', ''],
    ['[]', 'not_suite', ''],
    ['{}', 'not_suite', 'request'],
    ['{"request": 1}', 'not_suite', 'request'],
    ['{"request": "a", "axis": []}', 'not_suite', 'axis'],
    [
      '{"request": "a", "axes": [{ "variable": "a b", "values": [] }]}',
      'not_suite',
      'axes.0.variable',
    ],
    ['{"request": "a", "expect": { "outcome": "delivered" }}', 'not_suite', 'expect.outcome'],
    ['{"request": "a", "expect": {}}', 'not_suite', 'expect'],
    ['{"request": "a", "expect": { "statuss": 1 }}', 'not_suite', 'expect.statuss'],
    ['{"request": "a", "request": "b"}', 'not_suite', 'request'],
    [`{"request": "a", "axes": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'not_suite', 'axes.0'],
  ])('that is none says where: %#', (file, reason, field) => {
    expect(readSuiteFile(file)).toMatchObject({ ok: false, reason, field });
  });
});

describe('a change of a suite', () => {
  it('names the request from where the suite is', () => {
    const to = (at: string) => after({ kind: 'request', request: { root: 'r', path: at } }).request;
    expect(to('Other.jsonc')).toBe('../Other.jsonc');
    expect(to('Shop/Deep/Other.jsonc')).toBe('Deep/Other.jsonc');
    expect(to('Else/Other.jsonc')).toBe('../Else/Other.jsonc');
  });

  it('adds, renames and removes axes', () => {
    const values = [{ value: 'push', kind: 'text' as const }];
    expect(after({ kind: 'addAxis', variable: 'channel', values }).axes).toHaveLength(3);
    const renamed = after({ kind: 'renameAxis', axis: 1, variable: 'amount' });
    expect(renamed.axes.map(({ variable }) => variable)).toEqual(['locale', 'amount']);
    expect(renamed.exclude[0]).toContainEqual({ ...huge, name: 'amount' });
    expect(renamed.cases[0]?.when).toContainEqual({ ...huge, name: 'amount' });
    expect(after({ kind: 'removeAxis', axis: 1 }).axes).toHaveLength(1);
  });

  it('changes values, also where cases and exclusions have them', () => {
    const value = { value: 'en-GB', kind: 'text' as const };
    const changed = after({ kind: 'setValue', axis: 0, index: 0, value });
    expect(changed.axes[0]?.values[0]).toEqual(value);
    expect(changed.cases[0]?.when).toContainEqual(locale('en-GB'));
    expect(changed.exclude[0]).toContainEqual(locale('de'));
    const added = after({ kind: 'addValues', axis: 0, values: [value, value] });
    expect(added.axes[0]?.values).toHaveLength(4);
    expect(after({ kind: 'removeValue', axis: 1, index: 0 }).axes[1]?.values).toHaveLength(1);
  });

  it('sets and takes back what is expected of a case', () => {
    const when: MatrixSet = [huge, locale('en')];
    const expected = { outcome: 'accepted', errorContains: 'no "quotes"' } as const;
    const set = (expect: typeof expected | null, at: MatrixSet | null = when): SuiteChange => ({
      kind: 'expect',
      when: at === null ? null : [...at],
      expect,
    });
    expect(after(set(expected)).cases).toEqual([{ when: [locale('en'), huge], expect: expected }]);
    expect(after(set(expected, [locale('de'), big])).cases).toHaveLength(2);
    expect(after(set(expected, null)).expect).toEqual(expected);
    expect(suiteOf(changeSuite(text, path, set(null))).cases).toEqual([]);
  });

  it('leaves out and takes in', () => {
    const more = after({ kind: 'exclude', set: [locale('en'), big] });
    expect(more.exclude).toHaveLength(2);
    expect(after({ kind: 'removeExclude', set: [huge, locale('de')] }).exclude).toEqual([]);
    expect(after({ kind: 'include', set: [locale('ko')] }).include).toEqual([[locale('ko')]]);
  });

  it.each<readonly [string, SuiteChange]>([
    ['{ broken', { kind: 'addAxis', variable: 'a', values: [] }],
    [text, { kind: 'addValues', axis: 9, values: [{ value: 'a', kind: 'text' }] }],
    [text, { kind: 'addValues', axis: 0, values: [{ value: 'not json', kind: 'json' }] }],
  ])('is refused where it does not fit: %#', (file, change) => {
    expect(changeSuite(file, path, change)).toBeNull();
  });

  it('keeps every comment and every other value, whatever the texts', () => {
    const variable = fc.record({
      value: fc.string({ maxLength: 20 }),
      kind: fc.constant('text' as const),
    });
    const change: fc.Arbitrary<SuiteChange> = fc.oneof(
      fc.record({
        kind: fc.constant('addValues' as const),
        axis: fc.nat(1),
        values: fc.array(variable, { minLength: 1, maxLength: 3 }),
      }),
      variable.map((value) => ({
        kind: 'exclude' as const,
        set: [{ name: 'locale', ...value }],
      })),
      variable.map((value) => ({
        kind: 'expect' as const,
        when: [{ name: 'locale', ...value }],
        expect: { errorContains: `${value.value}x` },
      })),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
        let now = text;
        for (const one of changes) {
          const next = changeSuite(now, path, one);
          expect(next).not.toBeNull();
          now = next ?? now;
        }
        for (const comment of comments) expect(now).toContain(comment);
        const suite = suiteOf(now);
        const count = (kind: SuiteChange['kind']) =>
          changes.filter((one) => one.kind === kind).length;
        expect(suite.exclude).toHaveLength(1 + count('exclude'));
        expect(suite.axes[1]?.values[0]).toEqual({ value: big.value, kind: big.kind });
      }),
    );
  });
});
