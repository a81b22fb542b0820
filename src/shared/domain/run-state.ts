import type { Outcome } from './dispatch';
import type { QuotaView } from './quota-view';

/**
 * Where a run stands. `interrupted`: the program ended in the middle; it goes on where it was when it is
 * resumed. `stopped`: given up by a person; nothing more leaves.
 */
export const runStates = ['running', 'paused', 'stopped', 'finished', 'interrupted'] as const;
export type RunState = (typeof runStates)[number];

/** Why a run paused. */
export const pauseReasons = [
  'asked', // a person, or Ctrl+C
  'quit', // the program was ended while it was running
  'failures', // as many as it was told to stop after
  'gate', // something that concerns every call: the key, the host, a confirmation
  'disk', // the journal could not be written
  'data_changed', // the data file is not the one the run began with
  'data_broken', // the data file cannot be read on
  'program', // a mistake of this program
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/**
 * What became of one row. `waiting`: not sent yet. `in_flight`: left, no answer yet. `unreadable`: not a row
 * that could be sent. `marked_sent`: unknown until a person said that it was sent. The rest is that of its call.
 */
export const rowOutcomes = [
  'waiting',
  'in_flight',
  'accepted',
  'accepted_with_errors',
  'queued',
  'refused',
  'rate_limited',
  'failed',
  'unknown',
  'blocked',
  'unreadable',
  'marked_sent',
] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** Outcomes of rows of which it is known that they were not taken: these can be repeated. */
export const repeatableOutcomes = ['refused', 'rate_limited', 'failed', 'blocked'] as const;
export type RepeatableOutcome = (typeof repeatableOutcomes)[number];

/** How many rows have which outcome. `waiting` counts those that were read and put back, not the unread. */
export type RowCounts = Readonly<Record<RowOutcome, number>>;
/** How many calls ended how; a call that was tried again counts once, with its last outcome. */
export type CallCounts = Readonly<Record<Outcome, number>>;

/** Most calls of a run that may be in flight at once. */
export const maxRunConcurrency = 256;

/** How a run sends. */
export interface RunSettings {
  /** Most recipients a call, 1 to 50. */
  readonly batch: number;
  /** Most calls in flight at once; fewer where the server becomes slow. */
  readonly concurrency: number;
  /** Share of the quota in percent that it leaves to others. */
  readonly reservePercent: number;
  /** Pauses after so many calls that were refused, failed, rate limited, blocked or unknown; null: never. */
  readonly stopAfter: number | null;
}

/** One line of the list of runs. */
export interface RunSummary {
  /** Sorts by time (UUID version 7). */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly state: RunState;
  readonly pausedFor: PauseReason | null;
  /** What the pause is about, for people: a system's error, a gate's code; null where there is nothing to say. */
  readonly pauseDetail: string | null;
  /** Another process holds it: it can be watched, not changed. */
  readonly elsewhere: boolean;
  readonly requestName: string | null;
  readonly endpoint: string;
  readonly targetId: string | null;
  readonly environmentId: string;
  readonly environmentName: string;
  readonly production: boolean;
  readonly host: string;
  /** The data file's name without its folder. */
  readonly dataFile: string;
  /** Rows in the file; null until they have been counted. */
  readonly rowsTotal: number | null;
  readonly rows: RowCounts;
  readonly calls: CallCounts;
  readonly settings: RunSettings;
  /** Time during which it ran, in milliseconds. */
  readonly elapsedMs: number;
  /** Share of what the server allowed that it used, from 0 to 1; null while nothing is known. */
  readonly quotaUtilisation: number | null;
  /** The run whose rows this one repeats. */
  readonly repeats: string | null;
}

/** A call of a run of which nobody knows whether it arrived. */
export interface UnknownCall {
  /** Number of the call within the run, from 1. */
  readonly call: number;
  /** Its row in the history. */
  readonly dispatchRow: string;
  /** ISO 8601, UTC. */
  readonly leftAt: string;
  readonly rowCount: number;
  /** The first row, counted from 0. */
  readonly firstRow: number;
}

/** One run with what a person may have to decide. */
export interface RunDetail extends RunSummary {
  /** At most 200 of them, oldest first. */
  readonly unknownCalls: readonly UnknownCall[];
  /** Where the data file is, for people to read. */
  readonly dataPath: string;
  readonly progress: RunProgress | null;
}

/** One row of a run's table. */
export interface RunRow {
  /** Counted from 0, without a heading. */
  readonly index: number;
  readonly outcome: RowOutcome;
  /** Number of the call within the run, from 1; null when it was never in one. */
  readonly call: number | null;
  /** The call's row in the history. */
  readonly dispatchRow: string | null;
  readonly status: number | null;
  readonly dispatchId: string | null;
  /** What the server or the check said about this row, or about its call. Scrubbed. */
  readonly text: string | null;
}

/** A part of a run's table. */
export interface RunRowPage {
  readonly rows: readonly RunRow[];
  /** Give it back as `from` for what follows; null at the end. */
  readonly next: number | null;
}

/** One row of a run's data, for the eye. */
export interface RunDataRow {
  /** Counted from 0, without a heading. */
  readonly index: number;
  /** The line of the file where it begins, from 1. */
  readonly line: number;
  /** The user that it names; null where it names none. */
  readonly identifier: string | null;
  readonly cells: readonly { readonly column: string; readonly text: string }[];
}

/** Upper bounds of the latency histogram's buckets in milliseconds; one more bucket has the rest. */
export const latencyBounds = [5, 10, 25, 50, 100, 150, 250, 500, 1000, 2500, 5000, 10_000] as const;

/** How a run is getting on; published at most ten times a second. */
export interface RunProgress {
  readonly runId: string;
  readonly state: RunState;
  readonly pausedFor: PauseReason | null;
  readonly rowsTotal: number | null;
  readonly rows: RowCounts;
  readonly calls: CallCounts;
  /** Of the last seconds. */
  readonly callsPerSecond: number;
  readonly rowsPerSecond: number;
  readonly inFlight: number;
  /** Calls that may be in flight at once now. */
  readonly width: number;
  /** When the allowance is there again that the run waits for, in epoch milliseconds. */
  readonly waitingUntilMs: number | null;
  readonly quota: QuotaView | null;
  readonly latency: {
    /** Milliseconds, of the last few hundred calls; null before the first. */
    readonly p50: number | null;
    readonly p95: number | null;
    readonly max: number | null;
    /** Calls of the whole run by `latencyBounds`. */
    readonly histogram: readonly number[];
  };
  readonly elapsedMs: number;
  /** Null while it cannot be told. */
  readonly timeLeftMs: number | null;
  /** Share of what the server allowed this run, from 0 to 1; null while nothing is known. */
  readonly quotaUtilisation: number | null;
}
