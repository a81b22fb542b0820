import type { Dispatch } from '#shared/domain/dispatch';
import type { AppError, ErrorCode } from '#shared/errors';
import type { SentBefore } from '#shared/domain/sent-before';
import type { HistoryPage, ParsedInput } from '#shared/ipc/contract';
import type { RepeatGuard, RepeatQuery } from './sent-before';

/** A ledger file that cannot be used. It is kept as it is. */
export interface SetAsideFile {
  readonly file: string;
  readonly code: Extract<ErrorCode, 'ledger_newer' | 'ledger_corrupt'>;
}

/** Which file is in use and what is wrong, for the problems list. */
export interface LedgerState {
  /** Null while no file could be opened. */
  readonly file: string | null;
  readonly setAside: readonly SetAsideFile[];
  /** Sound ledgers beside it that are not looked into, as after a time with an older version. */
  readonly unused: readonly string[];
  /** Why no file is open. It is tried again at the next use. */
  readonly error: AppError | null;
}

/**
 * The append-only history of dispatches.
 * Fails with DeskError `ledger_locked`, `ledger_corrupt`, `ledger_closed`, `disk_full`, `read_only` or
 * `no_access`; `params.file` names the file.
 */
export interface Ledger {
  /**
   * Writes a dispatch that is about to leave; on disk when this resolves. Its outcome has to be the one
   * that holds if nothing more is ever heard: `unknown` with failure `crash`.
   * @returns null; or what it would repeat against the guard, and then nothing is written. No other program
   * can come in between. Default: no guard.
   */
  begin(dispatch: Dispatch, guard?: RepeatGuard | null): Promise<SentBefore | null>;
  /** Writes what became of it. A row that has its outcome is not changed again. */
  complete(dispatch: Dispatch): Promise<void>;
  /** Writes one that never left, in one step. */
  record(dispatch: Dispatch): Promise<void>;
  /** Writes those of a run that are over, in one step; those that are in the file already stay as they are. */
  recordMany(dispatches: readonly Dispatch[]): Promise<void>;
  /** Newest first. Those of this process that are still on their way are left out. */
  list(input: ParsedInput<'history.list'>): Promise<HistoryPage>;
  /** @throws DeskError `not_found`. */
  get(input: ParsedInput<'history.get'>): Promise<Dispatch>;
  /** The same body that was sent to the same place last, where people may have been reached; or null. */
  sentBefore(query: RepeatQuery): Promise<SentBefore | null>;
  state(): Promise<LedgerState>;
  /** Ends the worker. Never fails; a call after it fails with `ledger_closed`. */
  close(): Promise<void>;
}
