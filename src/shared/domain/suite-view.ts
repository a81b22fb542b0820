import type { Matrix, MatrixExpansion, MatrixSet } from '../lib/test-matrix';
import type { ErrorCode } from '../errors';
import type { Outcome } from './dispatch';
import type { GateReport } from './gate';
import type { RequestRef } from './request';
import type { SuiteExpectation } from './suite';
import type { Variable } from './variable';

/** A suite as its file says it. */
export interface Suite extends Matrix {
  /** As written: relative to the suite's folder. */
  readonly request: string;
  readonly notes: string;
  readonly expect: SuiteExpectation;
  readonly cases: readonly { readonly when: MatrixSet; readonly expect: SuiteExpectation }[];
}

/** Why a file is no suite; `line` and `column` from 1, `field` as a path with dots. */
export interface SuiteFault {
  readonly ok: false;
  readonly reason: 'broken_json' | 'not_suite';
  readonly line: number;
  readonly column: number;
  readonly field: string;
}

/** What became of a case when it ran last. */
export interface CaseActual {
  /** The row in the history. */
  readonly dispatchRow: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly environmentName: string;
  readonly outcome: Outcome;
  readonly status: number | null;
  /** Message, errors, notice, failure and what the gate said, as far as they are kept. */
  readonly texts: readonly string[];
  readonly elapsedMs: number | null;
}

/** The request that a suite is about, as it is on disk. */
export interface SuiteRequest {
  readonly ref: RequestRef;
  readonly name: string;
  readonly endpoint: string;
  readonly variables: readonly Variable[];
  /** Names of the placeholders in its body, each once. */
  readonly placeholders: readonly string[];
}

/** Why a suite ended before its last case. */
export type SuiteStopReason = 'asked' | 'quota' | 'changed' | 'failed';

/** Where a suite stands. */
export interface SuiteProgress {
  readonly ref: RequestRef;
  readonly state: 'running' | 'stopping' | 'ended';
  /** Null unless it ended before its last case. */
  readonly reason: SuiteStopReason | null;
  /** Of a run that ended with `failed`. */
  readonly error: ErrorCode | null;
  /** The case that is on its way, by its key. */
  readonly current: string | null;
  readonly done: number;
  readonly total: number;
  /** The case that ended just now. */
  readonly latest: { readonly key: string; readonly actual: CaseActual } | null;
}

/** Everything the page shows of a suite. */
export interface SuiteView {
  readonly ref: RequestRef;
  readonly revision: string;
  readonly readOnly: boolean;
  readonly content:
    { readonly ok: true; readonly suite: Suite; readonly expansion: MatrixExpansion } | SuiteFault;
  /** Null where there is none at the suite's path, or it cannot be read. */
  readonly request: SuiteRequest | null;
  /** By the keys of the cases. */
  readonly results: Readonly<Record<string, CaseActual>>;
  readonly progress: SuiteProgress | null;
}

/** What the gate says of all cases together. */
export interface SuiteCheck {
  readonly cases: number;
  /** Cases that the gate blocks as they stand: they end as blocked, and nothing of them leaves. */
  readonly blocked: number;
  /** Whom all reach together, and everything that has to be typed once. */
  readonly report: GateReport;
  /** Stands for all bodies as they were looked at. */
  readonly fingerprint: string;
}

/** Cases that began to run, or what has to be typed first. */
export type SuiteStart =
  | { readonly started: true; readonly progress: SuiteProgress }
  | { readonly started: false; readonly check: SuiteCheck };
