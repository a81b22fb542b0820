import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BodyChange, editsOfChange } from './body-change';
import { parseDocument } from './document';
import { applyEdits } from './text-edit';

function changed(text: string, change: BodyChange): string | null {
  const edits = editsOfChange(parseDocument(text), change);
  return edits === null ? null : applyEdits(text, edits);
}

function set(text: string, path: readonly (string | number)[], value: string | null) {
  return changed(text, { kind: 'set', values: [{ path, value }] });
}

describe('setting values', () => {
  it.each([
    ['a value, spelling of others kept', '{"a": 1e2, "b": 2}', ['b'], '3', '{"a": 1e2, "b": 3}'],
    ['digit for digit', '{"a":1}', ['a'], '12345678901234567890', '{"a":12345678901234567890}'],
    [
      'a new field on its line',
      '{\n\t"a": 1 // x\n}',
      ['b'],
      '2',
      '{\n\t"a": 1, // x\n\t"b": 2\n}',
    ],
    ['a new field in one line', '{ "a": 1 }', ['b'], '2', '{ "a": 1, "b": 2 }'],
    [
      'into an empty object',
      '{\r\n  "o": {}\r\n}',
      ['o', 'x'],
      '1',
      '{\r\n  "o": {\r\n    "x": 1\r\n  }\r\n}',
    ],
    [
      'missing objects on the way',
      '{\n  "a": 1\n}',
      ['p', 'q'],
      '[1]',
      '{\n  "a": 1,\n  "p": {\n    "q": [1]\n  }\n}',
    ],
    ['null on the way', '{"p": null}', ['p', 'q'], '1', '{"p": { "q": 1 }}'],
    ['the last of a repeated field', '{"a":1,"a":2}', ['a'], '3', '{"a":1,"a":3}'],
    ['after a trailing comma', '{\n  "a": 1,\n}', ['b'], '2', '{\n  "a": 1,\n  "b": 2\n}'],
    ['an entry at the end', '{"l": [1]}', ['l', 1], '2', '{"l": [1, 2]}'],
    ['a name like none', '{"a":1}', ['__proto__', 'x'], '1', '{"a":1, "__proto__": { "x": 1 }}'],
    ['behind a byte order mark', '\uFEFF{"a":1}', ['a'], '2', '\uFEFF{"a":2}'],
  ])('%s', (_name, before, path, value, after) => {
    expect(set(before, path, value)).toBe(after);
  });

  it.each([
    ['one of several', '{\n  "a": 1, // one\n  "b": 2\n}', ['b'], '{\n  "a": 1 // one\n}'],
    ['all of a repeated field', '{"a":1,"b":2,"a":3}', ['a'], '{"b":2}'],
    ['nothing where nothing is', '{"a":1}', ['x', 'y'], '{"a":1}'],
    ['the only one', '{ "a": {"b": 1} }', ['a', 'b'], '{ "a": {} }'],
  ])('removes %s', (_name, before, path, after) => {
    expect(set(before, path, null)).toBe(after);
  });

  it('lets a field that comes take the place of one that goes', () => {
    const values = [
      { path: ['r', 0, 'email'], value: null },
      { path: ['r', 0, 'braze_id'], value: '"b"' },
    ];
    expect(changed('{"r": [{ "email": "a" /* who */ , "x": 1 }]}', { kind: 'set', values })).toBe(
      '{"r": [{ "braze_id": "b" /* who */ , "x": 1 }]}',
    );
  });

  it.each([
    ['a broken text', '{"a": ', ['a']],
    ['through a text', '{"a": "t"}', ['a', 'b']],
    ['beyond the end of a list', '{"l": [1]}', ['l', 3]],
    ['a name in a list', '{"l": [1]}', ['l', 'x']],
    ['an index in an object', '{"o": {"a": 1}}', ['o', 0]],
  ])('refuses %s', (_name, before, path) => {
    expect(set(before, path, '1')).toBeNull();
  });
});

describe('entries of a list', () => {
  const list = '{\n  "l": [\n    1, // one\n    // about two\n    2\n  ]\n}';

  it('come before another one, whose comment stays with it', () => {
    expect(changed(list, { kind: 'insert', path: ['l'], index: 1, values: ['7', '8'] })).toBe(
      '{\n  "l": [\n    1, // one\n    7,\n    8,\n    // about two\n    2\n  ]\n}',
    );
  });

  it('come first and last', () => {
    expect(changed(list, { kind: 'insert', path: ['l'], index: 0, values: ['0'] })).toBe(
      '{\n  "l": [\n    0,\n    1, // one\n    // about two\n    2\n  ]\n}',
    );
    expect(changed(list, { kind: 'insert', path: ['l'], index: 9, values: ['{"a":1}'] })).toBe(
      '{\n  "l": [\n    1, // one\n    // about two\n    2,\n    { "a": 1 }\n  ]\n}',
    );
  });

  it('make the list where there is none', () => {
    expect(changed('{}', { kind: 'insert', path: ['l'], index: 0, values: ['1'] })).toBe(
      '{"l": [1]}',
    );
  });

  it('are removed together', () => {
    expect(changed('[1, 2, 3, 4]', { kind: 'remove', path: [], indices: [0, 3] })).toBe('[2, 3]');
  });

  it('move with their own text', () => {
    expect(changed('[{"a":1}, 2.0, 3]', { kind: 'move', path: [], from: 0, to: 2 })).toBe(
      '[2.0, 3, {"a":1}]',
    );
    expect(changed('[1, 2, 3]', { kind: 'move', path: [], from: 2, to: 0 })).toBe('[3, 1, 2]');
  });
});

const key = fc.constantFrom(
  'a',
  'b',
  '__proto__',
  'constructor',
  'ключ',
  '',
  'a/b',
  'x\u0000',
  '\ud800',
);
const leaf = fc.oneof(
  fc.constantFrom('12345678901234567890', '1.0', '-0', '1E400', 'true', 'null', '"\\u00e9"', '"x"'),
  fc.string().map((text) => JSON.stringify(text)),
);
/** JSON texts with comments, odd blanks and line ends. */
const gap = fc.constantFrom('', ' ', '\n', '\r\n\t', ' /* c, } */ ', ' // d ] "\n', '\n    ');
const { value: jsonText } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.array(fc.tuple(gap, key, gap, tie('value'), gap), { maxLength: 4 }), gap)
      .map(([members, end]) => {
        const parts = members.map(
          ([before, name, between, value, after]) =>
            `${before}${JSON.stringify(name)}${between}:${value}${after}`,
        );
        return `{${parts.join(',')}${end}}`;
      }),
    fc
      .tuple(fc.array(fc.tuple(gap, tie('value'), gap), { maxLength: 4 }), gap)
      .map(([items, end]) => `[${items.map((parts) => parts.join('')).join(',')}${end}]`),
  ),
}));

/** Comments of a text in their order. */
function commentsOf(text: string): string[] {
  return text.match(/\/\* c, \} \*\/|\/\/ d \] "/g) ?? [];
}

/** The value as plain lists and pairs, with numbers as they are spelt. */
function model(text: string): unknown {
  const { root } = parseDocument(text);
  type Node = NonNullable<typeof root>;
  const of = (node: Node): unknown => {
    if (node.kind === 'object') return new Map([...node.members].map(([k, v]) => [k, of(v)]));
    if (node.kind === 'array') return node.items.map(of);
    if (node.kind === 'number') return { number: node.text };
    return node.kind === 'null' ? null : node.value;
  };
  return root === null ? undefined : of(root);
}

function pathsOf(value: unknown): (string | number)[][] {
  const below = (entries: Iterable<[string | number, unknown]>) =>
    [...entries].flatMap(([k, v]) => pathsOf(v).map((rest) => [k, ...rest]));
  if (value instanceof Map) return [[], ...below(value as Map<string, unknown>)];
  if (Array.isArray(value)) return [[], ...below(value.entries())];
  return [[]];
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, part) => {
    if (at instanceof Map) return (at as Map<string, unknown>).get(String(part));
    return Array.isArray(at) ? (at as unknown[])[Number(part)] : undefined;
  }, value);
}

describe('any text', () => {
  it('has the value that was set, and everything else as before', () => {
    fc.assert(
      fc.property(jsonText, leaf, key, fc.nat(), (text, value, name, pick) => {
        const before = model(text);
        const paths = pathsOf(before);
        const place = paths[pick % paths.length] ?? [];
        const isObject = valueAt(before, place) instanceof Map;
        const path = isObject ? [...place, name] : place;
        const after = set(text, path, value);
        expect(after).not.toBeNull();
        const expected = model(text);
        const wanted = model(value);
        if (path.length === 0) expect(model(after!)).toEqual(wanted);
        else {
          const parent = valueAt(expected, path.slice(0, -1));
          const last = path.at(-1)!;
          if (parent instanceof Map) parent.set(last, wanted);
          else if (Array.isArray(parent)) (parent as unknown[])[Number(last)] = wanted;
          expect(model(after!)).toEqual(expected);
        }
        const commas = parseDocument(after!).faults.filter(({ code }) => code.endsWith('_comma'));
        expect(commas).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every comment when fields and entries come and go', () => {
    fc.assert(
      fc.property(jsonText, leaf, key, fc.nat(), fc.nat(), (text, value, name, pick, index) => {
        const before = model(text);
        const containers = pathsOf(before).filter(
          (path) => typeof valueAt(before, path) === 'object',
        );
        const path = containers[pick % Math.max(containers.length, 1)] ?? [];
        const target = valueAt(before, path);
        if (target instanceof Map) {
          if (target.has(name)) return;
          const added = set(text, [...path, name], value)!;
          expect(commentsOf(added)).toEqual(commentsOf(text));
          expect(model(set(added, [...path, name], null)!)).toEqual(before);
        } else if (Array.isArray(target)) {
          const at = index % (target.length + 1);
          const added = changed(text, { kind: 'insert', path, index: at, values: [value, '0'] })!;
          expect(commentsOf(added)).toEqual(commentsOf(text));
          target.splice(at, 0, model(value), { number: '0' });
          expect(model(added)).toEqual(before);
          const removed = changed(added, { kind: 'remove', path, indices: [at, at + 1] })!;
          expect(commentsOf(removed)).toEqual(commentsOf(text));
          expect(model(removed)).toEqual(model(text));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('moves one entry and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(gap, jsonText, gap), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        (items, a, b) => {
          const text = `[${items.map((parts) => parts.join('')).join(',')}]`;
          const list = model(text) as unknown[];
          const from = a % items.length;
          const to = b % items.length;
          const after = changed(text, { kind: 'move', path: [], from, to })!;
          list.splice(to, 0, ...list.splice(from, 1));
          expect(model(after)).toEqual(list);
          expect(commentsOf(after).length).toBe(commentsOf(text).length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
