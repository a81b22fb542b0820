import type { ComparedRow, DifferencePage, OutcomeChange } from '#shared/domain/run-comparison';
import type { RowOutcome } from '#shared/domain/run-state';
import { DeskError } from '#shared/errors';
import { openCallIndex } from '../call-index';
import type { DataIndex } from '../data-index';
import { identifierOf, readDataRows } from '../data-rows';
import { readRecordAt } from '../journal-reader';
import { openRowTable } from '../row-table';
import { readRowsAt } from '../run-rows';
import type { ComparedRuns, RunSide } from './compare-runs';
import type { Difference } from './difference-file';
import { identityOf, recipientsOf } from './row-users';

/** Differences that are looked at for one page; a filter that finds nothing in them goes on with the next page. */
const mostLookedAt = 200_000;

interface Reading {
  readonly signal: AbortSignal;
  readonly index: DataIndex;
}

export interface DifferenceQuestion {
  readonly from: number;
  readonly count: number;
  /** Empty: all rows that are in both runs. */
  readonly changes: readonly OutcomeChange[];
}

/** A page of what differs; only its own rows are read. @throws DeskError of files. */
export async function readDifferences(
  { both, single }: Pick<ComparedRuns, 'both' | 'single'>,
  { left, right }: { readonly left: RunSide; readonly right: RunSide },
  { from, count, changes }: DifferenceQuestion,
  reading: Reading,
): Promise<DifferencePage> {
  const wanted = new Set(changes.map(keyOf));
  const all = wanted.size === 0 ? both.length() : both.length() + single.length();
  const at = (index: number): Difference =>
    index < both.length() ? both.at(index) : single.at(index - both.length());
  const found: Difference[] = [];
  const end = Math.min(all, from + mostLookedAt);
  let index = from;
  for (; index < end && found.length < count; index += 1) {
    const difference = at(index);
    if (wanted.size === 0 || wanted.has(keyOf(difference))) found.push(difference);
  }
  const lefts = await sideRows(left, found, 'left');
  const rights = await sideRows(right, found, 'right');
  const names = await namesOf(left, right, found, reading);
  const rows = found.map(({ leftRow, rightRow }, place) => ({
    identifier: names[place] ?? null,
    left: leftRow === null ? null : (lefts.get(leftRow) ?? null),
    right: rightRow === null ? null : (rights.get(rightRow) ?? null),
  }));
  return { rows, next: index < all ? index : null };
}

function keyOf({ left, right }: OutcomeChange): string {
  return `${left} ${right}`;
}

async function sideRows(
  { paths }: RunSide,
  found: readonly Difference[],
  side: 'left' | 'right',
): Promise<ReadonlyMap<number, ComparedRow>> {
  const outcomes = new Map<number, RowOutcome>();
  for (const one of found) {
    const row = side === 'left' ? one.leftRow : one.rightRow;
    const outcome = one[side];
    if (row !== null && outcome !== null) outcomes.set(row, outcome);
  }
  const rows = await readRowsAt(paths, [...outcomes.keys()], null);
  return new Map(
    rows.map(({ index, status, text }) => {
      // As it was compared: a decision since then shows with the next comparison.
      const outcome = outcomes.get(index) ?? 'waiting';
      return [index, { index, outcome, status, text }];
    }),
  );
}

/** Whom the rows name: as the left run's file says, then the right one's, then what was sent. */
async function namesOf(
  left: RunSide,
  right: RunSide,
  found: readonly Difference[],
  reading: Reading,
): Promise<readonly (string | null)[]> {
  const lefts = await namesIn(
    left,
    found.map(({ leftRow }) => leftRow),
    reading,
  );
  const rest = found.map(({ leftRow, rightRow }) =>
    leftRow !== null && lefts.has(leftRow) ? null : rightRow,
  );
  const rights = await namesIn(right, rest, reading);
  return found.map(
    ({ leftRow, rightRow }) => lefts.get(leftRow ?? -1) ?? rights.get(rightRow ?? -1) ?? null,
  );
}

async function namesIn(
  side: RunSide,
  rows: readonly (number | null)[],
  { signal, index }: Reading,
): Promise<ReadonlyMap<number, string>> {
  const wanted = rows.filter((row) => row !== null);
  const names = new Map<number, string>();
  if (wanted.length === 0) return names;
  try {
    for (const { index: row, identifier } of await readDataRows(side.plan, wanted, signal, index)) {
      if (identifier !== null) names.set(row, identifier);
    }
  } catch (error) {
    if (!(error instanceof DeskError) || error.code === 'call_cancelled') throw error;
    // The file is not there any more, or another one: the journal has what was sent.
    await namesSent(side, wanted, names);
  }
  return names;
}

async function namesSent(
  { paths }: RunSide,
  rows: readonly number[],
  names: Map<number, string>,
): Promise<void> {
  const table = openRowTable(paths.rows, false);
  const calls = openCallIndex(paths.calls, false);
  const read = new Set<number>();
  try {
    for (const row of rows) {
      const { call } = table.get(row);
      const at = call === 0 || read.has(call) ? null : calls.get(call).call;
      read.add(call);
      if (at === null) continue;
      const found = await readRecordAt(paths.journal, at);
      if (found?.record.t !== 'call') continue;
      for (const [index, recipient] of recipientsOf(found.record, found.text)) {
        const identity = identityOf(recipient);
        if (identity !== null) names.set(index, identifierOf(identity));
      }
    }
  } finally {
    table.close();
    calls.close();
  }
}
