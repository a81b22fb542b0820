import type { DispatchSummary } from './dispatch';
import type { RunState } from './run-state';

/** How long a repeat is asked about unless the settings say otherwise, in minutes. */
export const duplicateMinutesDefault = 10;
/** At most a week. */
export const mostDuplicateMinutes = 10_080;

/** What was sent before and may have reached people, so that sending now would repeat it. */
export type SentBefore =
  | (Pick<
      DispatchSummary,
      'id' | 'createdAt' | 'outcome' | 'status' | 'failure' | 'dispatchId' | 'requestName'
    > & {
      readonly of: 'dispatch';
      /** No answer yet, in this very program. */
      readonly onItsWay: boolean;
    })
  | {
      readonly of: 'run';
      readonly id: string;
      /** ISO 8601, UTC, both: when it was begun, and when it sent last. */
      readonly createdAt: string;
      readonly sentAt: string;
      readonly state: RunState;
      /** Rows that left and may have arrived. */
      readonly rowsSent: number;
      readonly requestName: string | null;
      /** The data file's name without its folder. */
      readonly dataFile: string;
    };
