import { type RowCounts, type RowOutcome, rowOutcomes } from '#shared/domain/run-state';
import { openRecordFile } from './record-file';

/** What is known of one row. */
export interface RowState {
  readonly outcome: RowOutcome;
  /** The last call that it was in, from 1; 0 when in none. */
  readonly call: number;
  /** Waits to be sent apart from others, to find out which rows of its call were refused. */
  readonly bisect: boolean;
}

/** What became of each row of a run: eight bytes a row on disk, and the sums of it. */
export interface RowTable {
  get(row: number): RowState;
  set(row: number, state: RowState): void;
  /** Sums of all rows that were ever set. */
  counts(): RowCounts;
  /** Rows up to the last one that was ever set. */
  length(): number;
  /** Makes changes visible to other readers of the file. */
  write(): void;
  clear(): void;
  close(): void;
}

/** outcome, flags, two bytes to spare, call. An outcome of 0 was never set: numbers count from 1. */
const recordBytes = 8;
const bisectFlag = 1;

const codes = new Map<RowOutcome, number>(
  rowOutcomes.map((outcome, index) => [outcome, index + 1]),
);
const unset: RowState = { outcome: 'waiting', call: 0, bisect: false };

/** Opens the table of a run. @throws DeskError of the file family. */
export function openRowTable(path: string, writable: boolean): RowTable {
  const file = openRecordFile(path, recordBytes, writable);
  const sums = new Array<number>(rowOutcomes.length + 1).fill(0);
  const add = (code: number, amount: number): void => {
    sums[code] = (sums[code] ?? 0) + amount;
  };
  for (let row = 0; row < file.length(); row += 1) {
    add(file.pageOf(row, false)[file.offsetOf(row)] ?? 0, 1);
  }

  return {
    get(row) {
      if (row >= file.length()) return unset;
      const page = file.pageOf(row, false);
      const at = file.offsetOf(row);
      const outcome = rowOutcomes[(page[at] ?? 0) - 1];
      if (outcome === undefined) return unset;
      return {
        outcome,
        call: page.readUInt32LE(at + 4),
        bisect: ((page[at + 1] ?? 0) & bisectFlag) !== 0,
      };
    },
    set(row, { outcome, call, bisect }) {
      const page = file.pageOf(row, true);
      const at = file.offsetOf(row);
      const code = codes.get(outcome) ?? 0;
      add(page[at] ?? 0, -1);
      add(code, 1);
      page[at] = code;
      page[at + 1] = bisect ? bisectFlag : 0;
      page.writeUInt32LE(call, at + 4);
    },
    counts: () =>
      Object.fromEntries(
        rowOutcomes.map((outcome, index) => [outcome, sums[index + 1] ?? 0]),
      ) as RowCounts,
    length: file.length,
    write: file.write,
    clear() {
      file.clear();
      sums.fill(0);
    },
    close: file.close,
  };
}
