import type { RunRow, RunRowPage } from '#shared/domain/run-state';
import type { ParsedInput } from '#shared/ipc/contract';
import { type CallIndex, openCallIndex } from './call-index';
import { readRecordAt } from './journal-reader';
import { openRowTable, type RowTable } from './row-table';
import type { RunPaths } from './run-paths';

/** The tables of a run that is at work here. */
export interface LiveTables {
  readonly rows: RowTable;
  readonly calls: CallIndex;
}

/** Rows that are looked at for one page; a filter that finds nothing in them goes on with the next page. */
const mostLookedAt = 200_000;

/**
 * A page of a run's rows. Only the calls of the rows that are shown are read from the journal.
 * @param live the tables of a run that is at work here; null opens those on disk.
 */
export async function readRunRows(
  paths: RunPaths,
  { from, count, outcomes }: ParsedInput<'runs.rows'>,
  live: LiveTables | null,
): Promise<RunRowPage> {
  const rows = live?.rows ?? openRowTable(paths.rows, false);
  const calls = live?.calls ?? openCallIndex(paths.calls, false);
  try {
    const wanted = new Set(outcomes);
    const found: number[] = [];
    const end = Math.min(rows.length(), from + mostLookedAt);
    let row = from;
    for (; row < end && found.length < count; row += 1) {
      if (wanted.size === 0 || wanted.has(rows.get(row).outcome)) found.push(row);
    }
    const more = row < rows.length();
    return { rows: await readRowsAt(paths, found, { rows, calls }), next: more ? row : null };
  } finally {
    if (live === null) {
      rows.close();
      calls.close();
    }
  }
}

/** Those rows of a run, in the order asked for. @param live as in `readRunRows`. */
export async function readRowsAt(
  paths: RunPaths,
  indexes: readonly number[],
  live: LiveTables | null,
): Promise<readonly RunRow[]> {
  const rows = live?.rows ?? openRowTable(paths.rows, false);
  const calls = live?.calls ?? openCallIndex(paths.calls, false);
  try {
    const read = new Map<number, CallFacts>();
    const shown: RunRow[] = [];
    for (const index of indexes) {
      const { outcome, call } = rows.get(index);
      const facts = call === 0 ? null : (read.get(call) ?? (await readCall(paths, calls, call)));
      if (facts !== null) read.set(call, facts);
      shown.push({
        index,
        outcome,
        call: facts?.id == null ? null : call,
        dispatchRow: facts?.id ?? null,
        status: facts?.status ?? null,
        dispatchId: facts?.dispatchId ?? null,
        text: facts?.rowTexts.get(index) ?? facts?.text ?? null,
      });
    }
    return shown;
  } finally {
    if (live === null) {
      rows.close();
      calls.close();
    }
  }
}

interface CallFacts {
  readonly id: string | null;
  readonly status: number | null;
  readonly dispatchId: string | null;
  readonly text: string | null;
  readonly rowTexts: ReadonlyMap<number, string>;
}

async function readCall(paths: RunPaths, calls: CallIndex, call: number): Promise<CallFacts> {
  const at = calls.get(call);
  const begun = at.call === null ? null : (await readRecordAt(paths.journal, at.call))?.record;
  const done = at.done === null ? null : (await readRecordAt(paths.journal, at.done))?.record;
  const answered = done?.t === 'done' ? done : null;
  const rowTexts = new Map<number, string>();
  for (const [row, , text] of answered?.x ?? []) if (text !== '') rowTexts.set(row, text);
  return {
    id: begun?.t === 'call' ? begun.id : null,
    status: answered?.s ?? null,
    dispatchId: answered?.d ?? null,
    // Rows that never were in a call have only this.
    text: done?.t === 'rows' ? done.m : rowTexts.size > 0 ? null : (answered?.m ?? null),
    rowTexts,
  };
}
