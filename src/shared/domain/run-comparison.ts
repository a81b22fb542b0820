import type { RowOutcome, RunSummary } from './run-state';

/** How one run went, in figures that can stand beside those of another. */
export interface RunFigures {
  readonly run: RunSummary;
  /** ISO 8601, UTC; null where nothing has begun. */
  readonly startedAt: string | null;
  /** When it came to rest last, or what is known of it ends. */
  readonly endedAt: string | null;
  /** Rows that are dealt with, for each second in which it ran; null while that is none. */
  readonly rowsPerSecond: number | null;
  /** Calls that left, every try of them. */
  readonly callsMade: number;
  /** Milliseconds until an answer, of all calls that had one; null where there was none. Within one percent. */
  readonly latency: {
    readonly p50: number | null;
    readonly p90: number | null;
    readonly p99: number | null;
    readonly max: number | null;
  };
  /** SHA-256 in hex of the endpoint, the body as it was written, and its variables. */
  readonly templateSha256: string;
  /** SHA-256 in hex of the data file. */
  readonly dataSha256: string;
}

/** A way in which rows differ; null: the row is not in that run. */
export interface OutcomeChange {
  readonly left: RowOutcome | null;
  readonly right: RowOutcome | null;
}

/** Two runs side by side. */
export interface RunComparison {
  /** Made by the page, to ask for its rows by. */
  readonly comparison: string;
  readonly left: RunFigures;
  readonly right: RunFigures;
  readonly same: {
    readonly template: boolean;
    readonly environment: boolean;
    readonly dataFile: boolean;
    readonly mapping: boolean;
    readonly settings: boolean;
  };
  /** `row`: by the number of the row, since both read the same file. `user`: by whom the row names. */
  readonly matchedBy: 'row' | 'user';
  /** Rows in both whose outcome is the same. */
  readonly alike: number;
  /** Rows in both whose outcome is another. */
  readonly differing: number;
  /** Rows that name no user and so have no match; always 0 where matched by row. */
  readonly nameless: { readonly left: number; readonly right: number };
  /** How many rows differ in which way, most first; those that are in one run only come last. */
  readonly changes: readonly (OutcomeChange & { readonly count: number })[];
}

/** One side of a row that differs. */
export interface ComparedRow {
  /** Counted from 0, without a heading. */
  readonly index: number;
  readonly outcome: RowOutcome;
  readonly status: number | null;
  /** What the server or the check said about this row, or about its call. Scrubbed. */
  readonly text: string | null;
}

/** A row whose outcome differs. */
export interface RowDifference {
  /** For people to read; null where it cannot be told any more. */
  readonly identifier: string | null;
  readonly left: ComparedRow | null;
  readonly right: ComparedRow | null;
}

/** A part of what differs. */
export interface DifferencePage {
  readonly rows: readonly RowDifference[];
  /** Give it back as `from` for what follows; null at the end. */
  readonly next: number | null;
}
