/** The columns of the history, in their order. */
export const columnIds = [
  'time',
  'outcome',
  'status',
  'environment',
  'request',
  'target',
  'reached',
  'dispatchId',
  'elapsed',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** Width in pixels at 100 %, and what is hidden. */
export interface ColumnState {
  readonly widths: Readonly<Record<ColumnId, number>>;
  readonly hidden: readonly ColumnId[];
}

export const columnLimits = { least: 48, most: 800 } as const;

export const defaultColumns: ColumnState = {
  widths: {
    time: 96,
    outcome: 200,
    status: 60,
    environment: 144,
    request: 148,
    target: 148,
    reached: 216,
    dispatchId: 144,
    elapsed: 64,
  },
  hidden: [],
};

const storageKey = 'history.columns';

function isColumn(value: unknown): value is ColumnId {
  return columnIds.some((id) => id === value);
}

function clampWidth(width: number): number {
  return Math.round(Math.min(columnLimits.most, Math.max(columnLimits.least, width)));
}

export function resized(state: ColumnState, column: ColumnId, width: number): ColumnState {
  return { ...state, widths: { ...state.widths, [column]: clampWidth(width) } };
}

/** Shows or hides a column; the last one that shows stays. */
export function toggled(state: ColumnState, column: ColumnId): ColumnState {
  if (state.hidden.includes(column)) {
    return { ...state, hidden: state.hidden.filter((id) => id !== column) };
  }
  const hidden = [...state.hidden, column];
  return hidden.length === columnIds.length ? state : { ...state, hidden };
}

export function shownColumns(state: ColumnState): readonly ColumnId[] {
  return columnIds.filter((id) => !state.hidden.includes(id));
}

/** Reads what was kept; anything that does not fit is left at its default. */
export function readColumns(text: string | null): ColumnState {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '{}');
  } catch {
    return defaultColumns;
  }
  if (typeof kept !== 'object' || kept === null) return defaultColumns;
  const { widths, hidden } = kept as { readonly widths?: unknown; readonly hidden?: unknown };
  let state = defaultColumns;
  if (typeof widths === 'object' && widths !== null) {
    for (const [id, width] of Object.entries(widths)) {
      if (isColumn(id) && typeof width === 'number' && Number.isFinite(width)) {
        state = resized(state, id, width);
      }
    }
  }
  if (Array.isArray(hidden)) {
    for (const id of new Set(hidden.filter(isColumn))) state = toggled(state, id);
  }
  return state;
}

/** How this window's columns look is kept beside the page: it is no setting anyone would back up. */
export function loadColumns(storage: Pick<Storage, 'getItem'>): ColumnState {
  try {
    return readColumns(storage.getItem(storageKey));
  } catch {
    return defaultColumns;
  }
}

export function keepColumns(storage: Pick<Storage, 'setItem'>, state: ColumnState): void {
  try {
    storage.setItem(storageKey, JSON.stringify(state));
  } catch {
    // Without storage the columns look as they did the next time: nothing is lost.
  }
}
