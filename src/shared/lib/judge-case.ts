import type { SuiteExpectation } from '../domain/suite';
import type { CaseActual, Suite } from '../domain/suite-view';
import { isPartOf, type MatrixSet } from './test-matrix';

/** What was otherwise than expected; `actual` is '' where there was nothing. */
export interface CaseDifference {
  readonly field: 'outcome' | 'status' | 'errorContains';
  readonly expected: string;
  readonly actual: string;
}

/** What is expected where a suite says nothing. */
export const usualExpectation: SuiteExpectation = { outcome: 'accepted' };

/** What is expected of a case: the last entry that fits it, else what holds for all. `own` says which. */
export function expectationOf(
  suite: Pick<Suite, 'expect' | 'cases'>,
  variables: MatrixSet,
): { readonly expect: SuiteExpectation; readonly own: boolean } {
  const own = suite.cases.findLast(({ when }) => isPartOf(when, variables));
  return own === undefined
    ? { expect: suite.expect, own: false }
    : { expect: own.expect, own: true };
}

/** How a case differs from what was expected of it; empty: it passed. */
export function differencesOf(
  expected: SuiteExpectation,
  actual: Pick<CaseActual, 'outcome' | 'status' | 'texts'>,
): readonly CaseDifference[] {
  const differences: CaseDifference[] = [];
  const { outcome, status, errorContains } = expected;
  if (outcome !== undefined && outcome !== actual.outcome) {
    differences.push({ field: 'outcome', expected: outcome, actual: actual.outcome });
  }
  if (status !== undefined && status !== actual.status) {
    differences.push({
      field: 'status',
      expected: String(status),
      actual: actual.status === null ? '' : String(actual.status),
    });
  }
  if (errorContains !== undefined && !hasText(actual.texts, errorContains)) {
    differences.push({
      field: 'errorContains',
      expected: errorContains,
      actual: actual.texts.join('\n'),
    });
  }
  return differences;
}

function hasText(texts: readonly string[], wanted: string): boolean {
  const part = wanted.toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(part));
}
