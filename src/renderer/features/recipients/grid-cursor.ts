/** The cell the keyboard is on and the rectangle from the anchor to it. */
export interface GridCursor {
  readonly row: number;
  readonly column: number;
  readonly anchorRow: number;
  readonly anchorColumn: number;
  /** Rows are selected as wholes. */
  readonly whole: boolean;
}

export interface GridRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

function within(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}

/** The cursor on one cell, or with `extend` the rectangle from where it was anchored. */
export function cursorAt(
  before: GridCursor | null,
  row: number,
  column: number,
  size: GridSize,
  extend = false,
): GridCursor | null {
  if (size.rows === 0 || size.columns === 0) return null;
  const at = { row: within(row, size.rows), column: within(column, size.columns) };
  if (!extend || before === null) {
    return { ...at, anchorRow: at.row, anchorColumn: at.column, whole: false };
  }
  return { ...before, ...at };
}

/** A whole row, or with `extend` all from the anchor to it. */
export function cursorOnRow(
  before: GridCursor | null,
  row: number,
  size: GridSize,
  extend = false,
): GridCursor | null {
  const at = cursorAt(before, row, before?.column ?? 0, size, extend);
  return at === null ? null : { ...at, whole: true };
}

/** After rows came or went the cursor stays where it is, as far as there is something. */
export function keptCursor(before: GridCursor | null, size: GridSize): GridCursor | null {
  if (before === null || size.rows === 0 || size.columns === 0) return null;
  return {
    ...before,
    row: within(before.row, size.rows),
    column: within(before.column, size.columns),
    anchorRow: within(before.anchorRow, size.rows),
    anchorColumn: within(before.anchorColumn, size.columns),
  };
}

export function rangeOf(cursor: GridCursor, size: GridSize): GridRange {
  const columns = cursor.whole
    ? { fromColumn: 0, toColumn: size.columns - 1 }
    : {
        fromColumn: Math.min(cursor.column, cursor.anchorColumn),
        toColumn: Math.max(cursor.column, cursor.anchorColumn),
      };
  return {
    fromRow: Math.min(cursor.row, cursor.anchorRow),
    toRow: Math.max(cursor.row, cursor.anchorRow),
    ...columns,
  };
}

/** Where a key of the grid leads; null for other keys. */
export function cursorAfterKey(
  cursor: GridCursor,
  event: {
    readonly key: string;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    readonly shiftKey: boolean;
  },
  size: GridSize,
  pageRows: number,
): GridCursor | null {
  const mod = event.ctrlKey || event.metaKey;
  const { row, column } = cursor;
  const to = (toRow: number, toColumn: number): GridCursor | null =>
    cursorAt(cursor, toRow, toColumn, size, event.shiftKey);
  switch (event.key) {
    case 'ArrowUp':
      return to(mod ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(mod ? size.rows - 1 : row + 1, column);
    case 'ArrowLeft':
      return to(row, mod ? 0 : column - 1);
    case 'ArrowRight':
      return to(row, mod ? size.columns - 1 : column + 1);
    case 'PageUp':
      return to(row - pageRows, column);
    case 'PageDown':
      return to(row + pageRows, column);
    case 'Home':
      return to(mod ? 0 : row, 0);
    case 'End':
      return to(mod ? size.rows - 1 : row, size.columns - 1);
    default:
      return null;
  }
}
