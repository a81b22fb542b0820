import type { OutcomeChange } from '#shared/domain/run-comparison';
import { type RowOutcome, rowOutcomes } from '#shared/domain/run-state';
import { openRecordFile } from '../record-file';

/** Two rows that belong together, by their indexes; null: there is none in that run. */
export interface Difference extends OutcomeChange {
  readonly leftRow: number | null;
  readonly rightRow: number | null;
}

/** What differs between two runs, on disk. */
export interface DifferenceFile {
  add(difference: Difference): void;
  at(index: number): Difference;
  length(): number;
  close(): void;
}

/** Two rows, each plus one, and two outcomes: zero is none. */
const recordBytes = 12;
const codes = new Map<RowOutcome, number>(
  rowOutcomes.map((outcome, index) => [outcome, index + 1]),
);

/** @throws DeskError of the file family. */
export function openDifferenceFile(path: string): DifferenceFile {
  const file = openRecordFile(path, recordBytes, true);
  const codeOf = (outcome: RowOutcome | null): number =>
    outcome === null ? 0 : (codes.get(outcome) ?? 0);
  return {
    add({ leftRow, rightRow, left, right }) {
      const bytes = file.at(file.length(), true);
      bytes.writeUInt32LE((leftRow ?? -1) + 1, 0);
      bytes.writeUInt32LE((rightRow ?? -1) + 1, 4);
      bytes[8] = codeOf(left);
      bytes[9] = codeOf(right);
    },
    at(index) {
      const bytes = file.at(index, false);
      const leftRow = bytes.readUInt32LE(0) - 1;
      const rightRow = bytes.readUInt32LE(4) - 1;
      return {
        leftRow: leftRow < 0 ? null : leftRow,
        rightRow: rightRow < 0 ? null : rightRow,
        left: rowOutcomes[(bytes[8] ?? 0) - 1] ?? null,
        right: rowOutcomes[(bytes[9] ?? 0) - 1] ?? null,
      };
    },
    length: file.length,
    close: file.close,
  };
}
