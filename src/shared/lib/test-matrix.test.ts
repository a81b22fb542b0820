import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expandMatrix,
  isPartOf,
  keyOfSet,
  type Matrix,
  type MatrixAxis,
  type MatrixSet,
  maxMatrixCases,
} from './test-matrix';

const axis = (variable: string, ...values: string[]): MatrixAxis => ({
  variable,
  values: values.map((value) => ({ value, kind: 'text' })),
});
const set = (pairs: Readonly<Record<string, string>>): MatrixSet =>
  Object.entries(pairs).map(([name, value]) => ({ name, value, kind: 'text' }));
const matrix = (axes: readonly MatrixAxis[], over: Partial<Matrix> = {}): Matrix => ({
  axes,
  include: [],
  exclude: [],
  ...over,
});
const names = (input: Matrix): readonly string[] => {
  const result = expandMatrix(input);
  if (!result.ok) throw new Error(result.reason);
  return result.cases.map(({ name }) => name);
};
const locales = axis('locale', 'en', 'de');
const channels = axis('channel', 'push', 'email');

describe('a matrix', () => {
  it('has a case for each combination, the last axis changing fastest', () => {
    expect(names(matrix([locales, channels]))).toEqual([
      'en · push',
      'en · email',
      'de · push',
      'de · email',
    ]);
  });

  it('leaves out what is excluded, whole or in part, and adds what is included', () => {
    const exclude = [set({ channel: 'push', locale: 'de' }), set({ channel: 'email' })];
    const include = [
      set({ channel: 'sms', locale: 'ko' }),
      set({ locale: 'de', channel: 'email' }),
    ];
    expect(names(matrix([locales, channels], { include, exclude }))).toEqual([
      'en · push',
      'ko · sms',
      'de · email',
    ]);
  });

  it('counts what is there twice once', () => {
    expect(
      names(matrix([axis('locale', 'en', 'en')], { include: [set({ locale: 'en' })] })),
    ).toEqual(['en']);
  });

  it('keeps apart what only looks the same', () => {
    const input = matrix([
      {
        variable: 'n',
        values: [
          { value: '1', kind: 'text' },
          { value: '1', kind: 'json' },
        ],
      },
    ]);
    expect(names(input)).toEqual(['1', '1 (2)']);
  });

  it('has no cases without axes', () => {
    expect(names(matrix([]))).toEqual([]);
    expect(names(matrix([], { include: [set({ a: 'b' })] }))).toEqual(['b']);
  });

  it.each([
    [[axis('a')], { reason: 'axis_empty', variable: 'a' }],
    [[locales, axis('locale', 'x')], { reason: 'axis_repeated', variable: 'locale' }],
  ])('says what is wrong with its axes', (axes, problem) => {
    expect(expandMatrix(matrix(axes))).toEqual({ ok: false, ...problem });
  });

  it.each([
    [501, 1],
    [30, 17],
    [100_000, 100_000],
  ])('refuses %d × %d cases with their number', (left, right) => {
    const values = (count: number): string[] =>
      Array.from({ length: count }, (_, at) => String(at));
    expect(expandMatrix(matrix([axis('a', ...values(left)), axis('b', ...values(right))]))).toEqual(
      {
        ok: false,
        reason: 'too_many',
        count: left * right,
        limit: maxMatrixCases,
      },
    );
  });

  it('takes 500, also where exclusions make it so few', () => {
    const many = Array.from({ length: 500 }, (_, at) => String(at));
    const two = axis('b', 'x', 'y');
    expect(names(matrix([axis('a', ...many)]))).toHaveLength(500);
    expect(names(matrix([axis('a', ...many), two], { exclude: [set({ b: 'x' })] }))).toHaveLength(
      500,
    );
  });
});

const value = fc.record({
  value: fc.string({ maxLength: 60 }),
  kind: fc.constantFrom('text' as const, 'json' as const),
});
const axes = fc.uniqueArray(
  fc.record({
    variable: fc.string({ minLength: 1, maxLength: 5 }),
    values: fc.array(value, { minLength: 1, maxLength: 4 }),
  }),
  { selector: ({ variable }) => variable, maxLength: 3 },
);
const sets = (from: readonly MatrixAxis[]): fc.Arbitrary<MatrixSet> =>
  from.length === 0
    ? fc.constant([])
    : fc
        .subarray([...from], { minLength: 1 })
        .chain((some) =>
          fc.tuple(
            ...some.map(({ variable, values }) =>
              fc.constantFrom(...values).map((one) => ({ name: variable, ...one })),
            ),
          ),
        );
const matrices = axes.chain((from) =>
  fc.record({
    axes: fc.constant(from),
    include: fc.array(sets(from), { maxLength: 3 }),
    exclude: fc.array(sets(from), { maxLength: 3 }),
  }),
);

describe('any matrix', () => {
  it('has each combination once, as a case or left out, and names of their own', () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const result = expandMatrix(input);
        if (!result.ok) throw new Error(result.reason);
        const { cases, excluded } = result;
        const all = [...cases, ...excluded];
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
        for (const one of all) expect(keyOfSet(one.variables)).toBe(one.key);
        for (const one of excluded) {
          expect(input.exclude.some((out) => isPartOf(out, one.variables))).toBe(true);
        }
        const included = new Set(input.include.filter(({ length }) => length > 0).map(keyOfSet));
        for (const one of cases) {
          const out = input.exclude.some(
            (part) => part.length > 0 && isPartOf(part, one.variables),
          );
          expect(out && !included.has(one.key)).toBe(false);
        }
        const distinct = input.axes.map(
          ({ values }) => new Set(values.map((one) => JSON.stringify(one))).size,
        );
        const product = input.axes.length === 0 ? 0 : distinct.reduce((a, b) => a * b, 1);
        const whole = all.filter(({ variables }) => variables.length === input.axes.length);
        if (input.axes.length > 0) expect(whole).toHaveLength(product);
      }),
    );
  });

  it('keeps its keys when the axes change places', () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const keysOf = (one: Matrix): readonly string[] => {
          const result = expandMatrix(one);
          return result.ok ? result.cases.map(({ key }) => key).sort() : [];
        };
        expect(keysOf({ ...input, axes: [...input.axes].reverse() })).toEqual(keysOf(input));
      }),
    );
  });
});
