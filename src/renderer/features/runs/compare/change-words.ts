import type { OutcomeChange } from '#shared/domain/run-comparison';
import type { RowOutcome } from '#shared/domain/run-state';
import { text } from '../../../i18n/use-text';
import { rowOutcomeWord } from '../row-outcome-words';

/** One side of a change in a word. */
function sideWord(outcome: RowOutcome | null, run: 'A' | 'B'): string {
  return outcome === null ? text('runs.compare.absent', { run }) : rowOutcomeWord(outcome);
}

/** How rows differ, in words. */
export function changeWords({ left, right }: OutcomeChange): string {
  return text('runs.compare.changeText', {
    left: sideWord(left, 'A'),
    right: sideWord(right, 'B'),
  });
}

/** Names a change among others. */
export function changeId({ left, right }: OutcomeChange): string {
  return `${left ?? 'none'}-${right ?? 'none'}`;
}
