import type { BodyFinding } from '../../lib/body-analysis';
import type { Severity } from '#shared/braze/diagnostic';

export interface RowProblem {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** Names below the recipient, such as `['attributes', 'email']`; empty for the recipient as a whole. */
  readonly path: readonly string[];
  readonly line: number;
  readonly column: number;
}

const place = /^\/recipients\/(\d+)(?:\/(.*))?$/s;

/** What the rules say, by the index of the recipient it is about. */
export function problemsByRow(
  findings: readonly BodyFinding[],
): ReadonlyMap<number, readonly RowProblem[]> {
  const byRow = new Map<number, RowProblem[]>();
  for (const finding of findings) {
    if (finding.kind !== 'rule') continue;
    const match = place.exec(finding.pointer);
    if (match === null) continue;
    const row = Number(match[1]);
    const path = (match[2] ?? '')
      .split('/')
      .filter((part, _at, all) => part !== '' || all.length > 1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const { severity, rule, message, line, column } = finding;
    const problem = { severity, rule, message, path, line, column };
    const known = byRow.get(row);
    if (known === undefined) byRow.set(row, [problem]);
    else known.push(problem);
  }
  return byRow;
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

export function worstOf(problems: readonly RowProblem[]): Severity | null {
  return (
    order.find((severity) => problems.some((problem) => problem.severity === severity)) ?? null
  );
}
