import type { SuiteExpectation } from '#shared/domain/suite';
import type { CaseActual, SuiteView } from '#shared/domain/suite-view';
import { type CaseDifference, differencesOf, expectationOf } from '#shared/lib/judge-case';
import {
  keyOfSet,
  type MatrixAxis,
  type MatrixCase,
  type MatrixValue,
} from '#shared/lib/test-matrix';

export type CaseVerdict = 'passed' | 'failed' | 'running' | 'open' | 'excluded';

/** One case with what is wanted and what came. */
export interface SuiteCell extends MatrixCase {
  readonly expect: SuiteExpectation;
  /** It has an expectation of its own. */
  readonly own: boolean;
  readonly actual: CaseActual | null;
  readonly differences: readonly CaseDifference[];
  readonly verdict: CaseVerdict;
}

/** All cases of a suite, and the combinations that are left out. */
export function cellsOf(view: SuiteView): readonly SuiteCell[] {
  const { content, results, progress } = view;
  if (!content.ok || !content.expansion.ok) return [];
  const { suite, expansion } = content;
  const current = progress?.state === 'ended' ? null : (progress?.current ?? null);
  const cell = (one: MatrixCase, excluded: boolean): SuiteCell => {
    const { expect, own } = expectationOf(suite, one.variables);
    const actual = excluded ? null : (results[one.key] ?? null);
    const differences = actual === null ? [] : differencesOf(expect, actual);
    const verdict = excluded
      ? 'excluded'
      : one.key === current
        ? 'running'
        : actual === null
          ? 'open'
          : differences.length === 0
            ? 'passed'
            : 'failed';
    return { ...one, expect, own, actual, differences, verdict };
  };
  return [
    ...expansion.cases.map((one) => cell(one, false)),
    ...expansion.excluded.map((one) => cell(one, true)),
  ];
}

/** Two axes and nothing beside them: a grid, with the first going down and the second across. */
export interface CaseGridModel {
  readonly down: MatrixAxis;
  readonly across: MatrixAxis;
  /** Of each value going down, its cells across; null where there is none. */
  readonly rows: readonly {
    readonly value: MatrixValue;
    readonly cells: readonly (SuiteCell | null)[];
  }[];
}

/** Most values across that fit beside each other. */
const mostAcross = 10;

/** The grid of a suite; null where a table says it better. */
export function gridOf(
  axes: readonly MatrixAxis[],
  cells: readonly SuiteCell[],
): CaseGridModel | null {
  const [down, across] = axes;
  if (axes.length !== 2 || down === undefined || across === undefined) return null;
  if (across.values.length > mostAcross) return null;
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  const placed = new Set<string>();
  const rows = down.values.map((value) => ({
    value,
    cells: across.values.map((other) => {
      const key = keyOfSet([
        { name: down.variable, ...value },
        { name: across.variable, ...other },
      ]);
      placed.add(key);
      return byKey.get(key) ?? null;
    }),
  }));
  return placed.size === cells.length ? { down, across, rows } : null;
}
