import type { BadRow, Row } from '#shared/domain/data-row';

/** Most bytes of one row; a call may not be larger either. */
export const maxRowBytes = 4 * 1024 * 1024;

/** Rows that became known together. */
export interface RowBatch {
  readonly rows: readonly (Row | BadRow)[];
  /** Columns of a CSV file, in their order; in JSON those met so far. */
  readonly columns: readonly string[];
}
