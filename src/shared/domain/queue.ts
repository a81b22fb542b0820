import type { BlastRadius } from './dispatch';
import type { GateReport } from './gate';

/** For how many seconds a send may be held back, so that it can be undone; 0 holds nothing back. */
export const holdChoices = [0, 5, 10, 30] as const;
export type HoldSeconds = (typeof holdChoices)[number];

/** Why an entry of the queue does not leave by itself and asks. */
export const queueReasons = [
  'late', // the moment passed while the app was closed or the computer asleep
  'clock', // the computer's clock was changed
  'held', // the app ended during the hold
  'changed', // the environment is other than when it was confirmed
  'repeated', // the same was sent since it was confirmed
  'blocked', // the gate said no, or the quota had nothing left
  'interrupted', // the app ended just before it left; it did not leave
  'unclear', // the app ended around the moment it left, and the history cannot be read
] as const;
export type QueueReason = (typeof queueReasons)[number];

/** One dispatch that waits: for the end of its hold, for its moment, or for a person's word. */
export interface QueueEntry {
  /** That of the attempt for one in its hold. */
  readonly id: string;
  readonly kind: 'hold' | 'scheduled';
  /** `leaving`: taken out, on its way; it never leaves a second time. */
  readonly state: 'waiting' | 'asking' | 'leaving';
  /** Null unless it asks. */
  readonly reason: QueueReason | null;
  /** ISO 8601, UTC, both. */
  readonly createdAt: string;
  readonly dueAt: string;
  readonly environmentId: string;
  /** The environment as it was when this was confirmed. */
  readonly environmentName: string;
  readonly production: boolean;
  readonly endpoint: string;
  readonly requestName: string | null;
  readonly targetId: string | null;
  readonly blastRadius: BlastRadius;
}

/** What the queue did, or what the gate wants first. */
export type QueueAnswer =
  | { readonly done: true; readonly entry: QueueEntry }
  | { readonly done: false; readonly report: GateReport };

/** What became of "Send now". */
export type QueueSending =
  | { readonly sent: true; readonly dispatch: import('./dispatch').Dispatch }
  | { readonly sent: false; readonly report: GateReport };
