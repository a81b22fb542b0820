import { outcomes } from '#shared/domain/dispatch';
import type { CallCounts, PauseReason, RowOutcome, RunState } from '#shared/domain/run-state';
import type { CallIndex } from './call-index';
import type { CallRecord, JournalRecord } from './journal-records';
import type { RowTable } from './row-table';

/** What a journal says of a run as a whole. */
export interface RunFacts {
  /** `interrupted` while nothing says that it came to rest. */
  readonly state: RunState;
  readonly pausedFor: PauseReason | null;
  readonly pauseDetail: string | null;
  readonly calls: CallCounts;
  /** Number of the last call, 0 before the first. */
  readonly lastCall: number;
  readonly rowsTotal: number | null;
  readonly elapsedMs: number;
  readonly quotaUtilisation: number | null;
  /** Calls that left and whose outcome nobody knows, nor has decided; oldest first. */
  readonly unknown: readonly CallRecord[];
}

/** Takes a journal's records in their order and keeps what follows from them. */
export interface Replay {
  /** @param at where its line begins; null while that is not known, see `place`. */
  take(record: JournalRecord, at: number | null): void;
  /** Where the `done` of a call stands. */
  place(call: number, at: number): void;
  /** From now on calls without a `done` are in flight here; those before it stay unknown. */
  goLive(): void;
  facts(): RunFacts;
}

/** Where rows and calls are put; null where only the facts are wanted. */
export interface ReplayTarget {
  readonly rows: RowTable;
  readonly calls: CallIndex;
}

/** Makes a replay. A call without a `done` after it is unknown: it may have left. */
export function createReplay(target: ReplayTarget | null): Replay {
  const counts = new Map<string, number>();
  /** Calls without a `done`, and unknown ones without a word of a person. */
  const open = new Map<number, CallRecord>();
  const unknown = new Map<number, CallRecord>();
  let state: RunState = 'interrupted';
  let pausedFor: PauseReason | null = null;
  let pauseDetail: string | null = null;
  let lastCall = 0;
  let rowsTotal: number | null = null;
  let elapsedMs = 0;
  let quotaUtilisation: number | null = null;
  let openedAt: number | null = null;
  let lastAt = 0;
  let live = false;

  const setRows = (
    ranges: CallRecord['r'],
    outcome: RowOutcome,
    call: number,
    bisect = false,
  ): void => {
    if (target === null) return;
    for (const [first, last] of ranges) {
      for (let row = first; row <= last; row += 1) target.rows.set(row, { outcome, call, bisect });
    }
  };
  const count = (outcome: string, amount: number): void => {
    counts.set(outcome, (counts.get(outcome) ?? 0) + amount);
  };

  const take = (record: JournalRecord, at: number | null): void => {
    switch (record.t) {
      case 'open':
        if (openedAt !== null) elapsedMs += Math.max(0, lastAt - openedAt);
        openedAt = record.at;
        lastAt = record.at;
        state = 'interrupted';
        pausedFor = null;
        pauseDetail = null;
        return;
      case 'call':
        lastCall = record.n;
        lastAt = record.at;
        open.set(record.n, record);
        // Unless something else follows.
        setRows(record.r, live ? 'in_flight' : 'unknown', record.n);
        if (at !== null) target?.calls.setCall(record.n, at);
        return;
      case 'done': {
        const call = open.get(record.n);
        lastAt = record.at;
        if (at !== null) target?.calls.setDone(record.n, at);
        if (call === undefined) return;
        open.delete(record.n);
        if (record.again === true) {
          setRows(call.r, 'waiting', record.n);
          return;
        }
        count(record.o, 1);
        if (record.o === 'unknown') unknown.set(record.n, call);
        setRows(call.r, record.o, record.n);
        for (const [row, outcome] of record.x ?? []) {
          target?.rows.set(row, { outcome, call: record.n, bisect: false });
        }
        return;
      }
      case 'rows':
        lastCall = record.n;
        if (at !== null) target?.calls.setDone(record.n, at);
        setRows(record.r, record.o, record.n);
        return;
      case 'resolved': {
        const call = open.get(record.n) ?? unknown.get(record.n);
        lastAt = record.at;
        if (record.as === 'bisect') {
          count('refused', -1);
          setRows(record.r, 'waiting', record.n, true);
          return;
        }
        if (call === undefined) return;
        open.delete(record.n);
        if (unknown.delete(record.n)) count('unknown', -1);
        setRows(call.r, record.as === 'sent' ? 'marked_sent' : 'waiting', record.n);
        return;
      }
      case 'total':
        rowsTotal = record.rows;
        return;
      case 'state':
        state = record.s;
        pausedFor = record.why;
        pauseDetail = record.detail;
        elapsedMs += record.ms;
        quotaUtilisation = record.u;
        openedAt = null;
        return;
    }
  };

  return {
    take,
    place: (call, at) => target?.calls.setDone(call, at),
    goLive() {
      live = true;
      for (const call of open.values()) {
        unknown.set(call.n, call);
        count('unknown', 1);
      }
      open.clear();
    },
    facts() {
      const left = live ? [] : [...open.values()];
      const gone = [...unknown.values(), ...left].sort((a, b) => a.n - b.n);
      const calls = Object.fromEntries(
        outcomes.map((outcome) => [outcome, counts.get(outcome) ?? 0]),
      ) as CallCounts;
      return {
        state,
        pausedFor,
        pauseDetail,
        calls: { ...calls, unknown: calls.unknown + left.length },
        lastCall,
        rowsTotal,
        elapsedMs: elapsedMs + (openedAt === null ? 0 : Math.max(0, lastAt - openedAt)),
        quotaUtilisation,
        unknown: gone,
      };
    },
  };
}
