import type { Variable } from '../domain/variable';

/** Most cases that a matrix may have: each is a call, and a person has to read its result. */
export const maxMatrixCases = 500;

/** Most combinations that are looked at to find out which of them are left out. */
const maxCombinations = 20_000;

/** Longest part of a value that a case's name shows, in UTF-16 units. */
const longestValue = 40;

/** One value of an axis; `json` is put in as it stands, digit for digit. */
export type MatrixValue = Pick<Variable, 'value' | 'kind'>;

/** One variable with the values that it takes. */
export interface MatrixAxis {
  readonly variable: string;
  readonly values: readonly MatrixValue[];
}

/** Values of some variables: of those named, in any order. */
export type MatrixSet = readonly Variable[];

export interface Matrix {
  readonly axes: readonly MatrixAxis[];
  /** Cases of their own, beside the combinations. */
  readonly include: readonly MatrixSet[];
  /** Combinations that have all values of one of these are no cases. */
  readonly exclude: readonly MatrixSet[];
}

/** One combination. */
export interface MatrixCase {
  /** Made of names and values alone: it stays the same when axes or values come, go or change places. */
  readonly key: string;
  /** For people; no two cases of a matrix have the same. */
  readonly name: string;
  /** In the order of the axes. */
  readonly variables: MatrixSet;
}

/** The cases in order (the last axis changes fastest, cases of their own come last), or why there are none. */
export type MatrixExpansion =
  | {
      readonly ok: true;
      readonly cases: readonly MatrixCase[];
      /** Combinations that were left out. */
      readonly excluded: readonly MatrixCase[];
    }
  | {
      readonly ok: false;
      readonly reason: 'too_many';
      readonly count: number;
      readonly limit: number;
    }
  | {
      readonly ok: false;
      readonly reason: 'axis_empty' | 'axis_repeated';
      readonly variable: string;
    };

/** Multiplies the axes. Repeated values and cases count once. */
export function expandMatrix(matrix: Matrix): MatrixExpansion {
  const { axes, include, exclude } = matrix;
  const seen = new Set<string>();
  for (const { variable, values } of axes) {
    if (seen.has(variable)) return { ok: false, reason: 'axis_repeated', variable };
    if (values.length === 0) return { ok: false, reason: 'axis_empty', variable };
    seen.add(variable);
  }
  const combinations = axes.reduce((count, { values }) => count * values.length, 1);
  if (combinations > maxCombinations) return tooMany(combinations + include.length);

  const cases = new Map<string, MatrixSet>();
  const excluded = new Map<string, MatrixSet>();
  for (const variables of axes.length === 0 ? [] : combine(axes)) {
    const out = exclude.some((set) => set.length > 0 && isPartOf(set, variables));
    (out ? excluded : cases).set(keyOfSet(variables), variables);
  }
  for (const set of include) {
    if (set.length === 0) continue;
    const variables = inAxisOrder(set, axes);
    const key = keyOfSet(variables);
    excluded.delete(key);
    if (!cases.has(key)) cases.set(key, variables);
  }
  if (cases.size > maxMatrixCases) return tooMany(cases.size);
  const names = new Set<string>();
  return { ok: true, cases: named(cases, names), excluded: named(excluded, names) };
}

/** What a set of values is known by, whatever the order of its names. */
export function keyOfSet(set: MatrixSet): string {
  return JSON.stringify(
    set
      .map(({ name, kind, value }) => [name, kind === 'json' ? 'json' : 'text', value])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}

/** Whether all values of a set are also in another. */
export function isPartOf(part: MatrixSet, whole: MatrixSet): boolean {
  return part.every((wanted) =>
    whole.some(
      ({ name, kind, value }) =>
        name === wanted.name && kind === wanted.kind && value === wanted.value,
    ),
  );
}

function tooMany(count: number): MatrixExpansion {
  return { ok: false, reason: 'too_many', count, limit: maxMatrixCases };
}

function combine(axes: readonly MatrixAxis[]): MatrixSet[] {
  let sets: MatrixSet[] = [[]];
  for (const { variable, values } of axes) {
    sets = sets.flatMap((set) =>
      values.map(({ value, kind }) => [...set, { name: variable, value, kind }]),
    );
  }
  return sets;
}

/** The last of a repeated name counts, as everywhere in JSON. */
function inAxisOrder(set: MatrixSet, axes: readonly MatrixAxis[]): MatrixSet {
  const byName = new Map(set.map((variable) => [variable.name, variable]));
  const ordered = axes.flatMap(({ variable }) => byName.get(variable) ?? []);
  const others = [...byName.values()].filter((one) => !ordered.includes(one));
  return [...ordered, ...others];
}

function named(sets: ReadonlyMap<string, MatrixSet>, taken: Set<string>): MatrixCase[] {
  return [...sets].map(([key, variables]) => {
    const plain = variables.map(({ value }) => shown(value)).join(' · ');
    let name = plain;
    for (let count = 2; taken.has(name); count += 1) name = `${plain} (${count})`;
    taken.add(name);
    return { key, name, variables };
  });
}

function shown(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  if (line === '') return '""';
  return line.length > longestValue ? `${line.slice(0, longestValue)}…` : line;
}
