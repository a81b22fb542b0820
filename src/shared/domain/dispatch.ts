/** What became of a dispatch. See the table of words in ARCHITECTURE.md; a 2xx means accepted, no more. */
export const outcomes = [
  'blocked', // never left
  'refused', // 4xx
  'accepted', // 2xx
  'accepted_with_errors', // 2xx with `errors` or a `notice`
  'queued', // 202
  'rate_limited', // 429
  'failed', // provably never reached the server, or 5xx
  'unknown', // left us, no answer
] as const;
export type Outcome = (typeof outcomes)[number];

/** Who a body reaches. Computed by `#shared/braze/blast-radius`. */
export type BlastRadius =
  | { readonly kind: 'none' }
  | { readonly kind: 'recipients'; readonly count: number }
  | {
      readonly kind: 'audience';
      readonly conditions: number;
      /** Named recipients that the audience narrows; null when there are none. */
      readonly recipients: number | null;
      readonly broadcast: boolean;
    }
  | { readonly kind: 'segment' };

/** Why there is no answer from the server. */
export const failureCodes = [
  'gate', // the gate said no
  'cancelled_before', // cancelled while it waited for its turn
  'quota', // the local limiter has nothing left in this window
  'refused_connection',
  'name_not_resolved',
  'tls',
  'unreachable',
  'proxy',
  'cancelled', // cancelled after it had left
  'timeout',
  'dropped', // the connection ended before a whole answer
  'redirect',
  'crash', // the app ended between send and answer
  'other',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** What is odd about an answer that did arrive. */
export const answerProblems = [
  'empty',
  'not_json',
  'not_object',
  'too_large',
  'bad_text',
  'cut',
] as const;
export type AnswerProblem = (typeof answerProblems)[number];

export interface TimelineStep {
  readonly step: 'checked' | 'waited' | 'recorded' | 'sent' | 'headers' | 'answered' | 'ended';
  /** Milliseconds since the attempt began, with fractions. */
  readonly atMs: number;
}

export type Headers = readonly (readonly [name: string, value: string])[];

/** One line of the history. */
export interface DispatchSummary {
  /** Sorts by time (UUID version 7). */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly environmentId: string;
  readonly environmentName: string;
  readonly production: boolean;
  readonly host: string;
  readonly endpoint: string;
  /** The saved request's name, or null for an unsaved one. */
  readonly requestName: string | null;
  /** `campaign_id` or `canvas_id`. */
  readonly targetId: string | null;
  readonly blastRadius: BlastRadius;
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly dispatchId: string | null;
  readonly failure: FailureCode | null;
  /** From sending to the whole answer, in milliseconds; null when it never left. */
  readonly elapsedMs: number | null;
  readonly answerBytes: number | null;
  readonly errorCount: number;
  readonly notice: string | null;
}

/** One dispatch with everything that was sent and came back, scrubbed of the key. */
export interface Dispatch extends DispatchSummary {
  readonly sendId: string | null;
  readonly scheduleId: string | null;
  readonly message: string | null;
  readonly errors: readonly string[];
  readonly failureDetail: string | null;
  readonly answerProblem: AnswerProblem | null;
  /** The body as it left: compact JSON, numbers digit for digit. */
  readonly sentBody: string;
  readonly sentHeaders: Headers;
  readonly answerBody: string | null;
  readonly answerHeaders: Headers;
  readonly timeline: readonly TimelineStep[];
  /** Why the gate said no; empty unless blocked by it. */
  readonly blocks: readonly import('./gate').GateBlock[];
}
