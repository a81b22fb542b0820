import type { BadRow, Row } from '#shared/domain/data-row';

/** Most bytes of one row; a call may not be larger either. */
export const maxRowBytes = 4 * 1024 * 1024;

/** A row that begins a line, behind all rows before it: reading may begin there. */
export interface RowPlace {
  readonly index: number;
  readonly line: number;
  /** Those of a CSV file, which stand at its beginning. */
  readonly columns: readonly string[];
}

/** A place with its offset in the file, in bytes. */
export interface RowMark extends RowPlace {
  readonly offset: number;
}

/** Rows that became known together. */
export interface RowBatch {
  readonly rows: readonly (Row | BadRow)[];
  /** Columns of a CSV file, in their order; in JSON those met so far. */
  readonly columns: readonly string[];
  /** Where the row after them begins; null where that is not known. */
  readonly next: RowPlace | null;
}
