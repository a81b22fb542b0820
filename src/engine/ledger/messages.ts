import type { Dispatch } from '#shared/domain/dispatch';
import type { AppError } from '#shared/errors';
import type { SentBefore } from '#shared/domain/sent-before';
import type { HistoryPage, ParsedInput } from '#shared/ipc/contract';
import type { LedgerState } from './ledger';
import type { RepeatGuard, RepeatQuery } from './sent-before';

/** What the worker is asked, and what it gives back for it. */
export interface LedgerOperations {
  begin: {
    input: { readonly dispatch: Dispatch; readonly guard: RepeatGuard | null };
    output: SentBefore | null;
  };
  complete: { input: Dispatch; output: null };
  record: { input: Dispatch; output: null };
  recordMany: { input: readonly Dispatch[]; output: null };
  list: { input: ParsedInput<'history.list'>; output: HistoryPage };
  get: { input: ParsedInput<'history.get'>; output: Dispatch };
  sentBefore: { input: RepeatQuery; output: SentBefore | null };
  state: { input: null; output: LedgerState };
  close: { input: null; output: null };
}

export type LedgerOperation = keyof LedgerOperations;

/** One question; each is answered once, in order. */
export type LedgerRequest = {
  [K in LedgerOperation]: {
    readonly id: number;
    readonly op: K;
    readonly input: LedgerOperations[K]['input'];
  };
}[LedgerOperation];

/** An answer, or news of the file in use. `bug` is an error that is none of ours. */
export type LedgerMessage =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly error: AppError | null;
      readonly bug: string;
    }
  | { readonly id: null; readonly state: LedgerState };

/** What the worker starts with. */
export interface LedgerWorkerData {
  readonly file: string;
  readonly busyMs: number;
}
