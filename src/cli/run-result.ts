import type { RunSummary } from '#shared/domain/run-state';
import { type ExitCode, exitCodes } from './exit-codes';

/** What `desk run` says at the end. All figures but `calls` count rows, and they add up to `rows`. */
export interface RunResult {
  readonly type: 'summary';
  readonly runId: string;
  readonly state: string;
  readonly rows: number;
  readonly calls: number;
  readonly accepted: number;
  readonly acceptedWithErrors: number;
  readonly refused: number;
  readonly rateLimited: number;
  readonly failed: number;
  readonly unknown: number;
  /** Not sent: blocked, unreadable or not reached; told apart below. */
  readonly skipped: number;
  readonly blocked: number;
  readonly unreadable: number;
  readonly waiting: number;
  readonly elapsedMs: number;
  /** Share of what the server allowed, from 0 to 1; null where it said nothing. */
  readonly quotaUtilisation: number | null;
  readonly pausedFor: string | null;
  readonly pauseDetail: string | null;
}

export function resultOf(run: RunSummary): RunResult {
  const { rows: counts, calls } = run;
  const accepted = counts.accepted + counts.queued + counts.marked_sent;
  const settled =
    accepted +
    counts.accepted_with_errors +
    counts.refused +
    counts.rate_limited +
    counts.failed +
    counts.unknown +
    counts.in_flight;
  const dead = counts.blocked + counts.unreadable;
  const rows = run.rowsTotal ?? settled + dead + counts.waiting;
  return {
    type: 'summary',
    runId: run.id,
    state: run.state,
    rows,
    calls: Object.values(calls).reduce((sum, one) => sum + one, 0) - calls.blocked,
    accepted,
    acceptedWithErrors: counts.accepted_with_errors,
    refused: counts.refused,
    rateLimited: counts.rate_limited,
    failed: counts.failed,
    unknown: counts.unknown + counts.in_flight,
    skipped: rows - settled,
    blocked: counts.blocked,
    unreadable: counts.unreadable,
    waiting: rows - settled - dead,
    elapsedMs: run.elapsedMs,
    quotaUtilisation: run.quotaUtilisation,
    pausedFor: run.pausedFor,
    pauseDetail: run.pauseDetail,
  };
}

/** How the program ends after a run. */
export function exitCodeOf(run: RunSummary): ExitCode {
  const result = resultOf(run);
  if (result.unknown > 0) return exitCodes.unknown;
  const bad =
    result.acceptedWithErrors +
    result.refused +
    result.rateLimited +
    result.failed +
    result.skipped;
  return bad > 0 || run.state !== 'finished' ? exitCodes.failed : exitCodes.done;
}

/** The same for people, one line a figure. */
export function resultText(result: RunResult, { pausedFor, pauseDetail }: RunSummary): string {
  const figures = [
    ['rows', result.rows],
    ['calls', result.calls],
    ['accepted', result.accepted],
    ['accepted with errors', result.acceptedWithErrors],
    ['refused', result.refused],
    ['rate limited', result.rateLimited],
    ['failed', result.failed],
    ['unknown', result.unknown],
    ['not sent', result.skipped],
  ] as const;
  const why = pausedFor === null ? '' : ` (${[pausedFor, pauseDetail].filter(Boolean).join(': ')})`;
  return [
    `${result.state}${why} after ${(result.elapsedMs / 1000).toFixed(1)} s`,
    ...figures.map(([name, value]) => `${name.padEnd(22)}${value}`),
  ].join('\n');
}
