import type { Outcome } from '#shared/domain/dispatch';
import { type RowCounts, type RowOutcome, rowOutcomes } from '#shared/domain/run-state';
import { text } from '../../i18n/use-text';

const own = ['waiting', 'in_flight', 'unreadable', 'marked_sent'] as const;
type Own = (typeof own)[number];

/** An outcome of a row in a word. */
export function rowOutcomeWord(outcome: RowOutcome): string {
  const known: readonly string[] = own;
  return known.includes(outcome)
    ? text(`runs.outcome.${outcome as Own}`)
    : text(`outcomes.${outcome as Outcome}`);
}

/** The outcomes that occur, those that need a person first. */
export function occurring(
  counts: RowCounts,
): readonly { readonly outcome: RowOutcome; readonly count: number }[] {
  return rowOutcomes
    .map((outcome) => ({ outcome, count: counts[outcome] }))
    .filter(({ count }) => count > 0);
}

/** Rows that are dealt with: nothing is to be sent for them any more. */
export function rowsDone(counts: RowCounts): number {
  return rowOutcomes
    .filter((outcome) => outcome !== 'waiting' && outcome !== 'in_flight')
    .reduce((sum, outcome) => sum + counts[outcome], 0);
}
