import type { OutcomeChange, RunComparison } from '#shared/domain/run-comparison';
import type { RowOutcome } from '#shared/domain/run-state';
import type { RowTable } from '../row-table';
import type { RunPlan } from '../run-plan';
import type { Difference, DifferenceFile } from './difference-file';
import type { RowPartners } from './row-partners';

/** A run's rows as they are compared. */
export interface ComparedSide {
  readonly plan: Pick<RunPlan, 'repeats'>;
  readonly rows: RowTable;
}

export type RowSums = Pick<RunComparison, 'alike' | 'differing' | 'nameless' | 'changes'>;

/** Rows that are looked at between two waits. */
const stride = 20_000;

/**
 * Goes through the rows of two runs once and writes down what differs: first the rows that are in both, then, to
 * the second file, those that are in one only.
 * @param partners null: rows belong together by their number.
 * @param between waited for every so many rows; gets how much is done, from 0 to 1.
 */
export async function compareRows(
  left: ComparedSide,
  right: ComparedSide,
  partners: RowPartners | null,
  files: { readonly both: DifferenceFile; readonly single: DifferenceFile },
  between: (done: number) => Promise<void>,
): Promise<RowSums> {
  const counts = new Map<string, OutcomeChange & { count: number }>();
  const nameless = { left: 0, right: 0 };
  let alike = 0;

  const take = (found: Difference): void => {
    if (found.left === null && found.right === null) return;
    if (found.left === found.right) {
      alike += 1;
      return;
    }
    const key = `${found.left} ${found.right}`;
    const counted = counts.get(key);
    if (counted === undefined) counts.set(key, { left: found.left, right: found.right, count: 1 });
    else counted.count += 1;
    (found.left === null || found.right === null ? files.single : files.both).add(found);
  };
  const leftEnd = Math.max(
    left.rows.length(),
    partners === null ? right.rows.length() : partners.leftLength(),
  );
  const rightEnd = partners === null ? 0 : Math.max(right.rows.length(), partners.rightLength());

  for (let row = 0; row < leftEnd; row += 1) {
    if (row % stride === stride - 1) await between(row / (leftEnd + rightEnd));
    const mine = outcomeIn(left, row);
    const partner = partners === null ? row : partners.ofLeft(row);
    if (partner === 'nameless') {
      if (mine !== null) nameless.left += 1;
      continue;
    }
    const theirs = partner === 'none' ? null : outcomeIn(right, partner);
    take({
      leftRow: mine === null ? null : row,
      rightRow: theirs === null || partner === 'none' ? null : partner,
      left: mine,
      right: theirs,
    });
  }
  for (let row = 0; row < rightEnd; row += 1) {
    if (row % stride === stride - 1) await between((leftEnd + row) / (leftEnd + rightEnd));
    const partner = partners?.ofRight(row) ?? 'matched';
    if (partner === 'matched') continue;
    const theirs = outcomeIn(right, row);
    if (theirs === null) continue;
    if (partner === 'nameless') nameless.right += 1;
    else take({ leftRow: null, rightRow: row, left: null, right: theirs });
  }
  const inBoth = ({ left: one, right: other }: OutcomeChange): number =>
    one === null || other === null ? 0 : 1;
  const changes = [...counts.values()].sort((a, b) => inBoth(b) - inBoth(a) || b.count - a.count);
  return { alike, differing: files.both.length(), nameless, changes };
}

/** Null: the row is no part of the run. A run of all rows has those, too, that it has not come to. */
function outcomeIn({ plan, rows }: ComparedSide, row: number): RowOutcome | null {
  const { outcome, call } = rows.get(row);
  const unset = outcome === 'waiting' && call === 0;
  return unset && plan.repeats !== null ? null : outcome;
}
