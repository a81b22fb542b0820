import type { OutcomeChange } from '#shared/domain/run-comparison';
import type { RowOutcome } from '#shared/domain/run-state';
import { text } from '../../../i18n/use-text';
import { rowOutcomeWord } from '../row-outcome-words';

/** One side of a change in a word. */
export function sideWord(outcome: RowOutcome | null): string {
  return outcome === null ? text('runs.compare.absent') : rowOutcomeWord(outcome);
}

/** How rows differ, in words. */
export function changeWords({ left, right }: OutcomeChange): string {
  return text('runs.compare.changeText', { left: sideWord(left), right: sideWord(right) });
}

/** Names a change among others. */
export function changeId({ left, right }: OutcomeChange): string {
  return `${left ?? 'none'}-${right ?? 'none'}`;
}
