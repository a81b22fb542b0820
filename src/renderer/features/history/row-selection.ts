/** Which rows are selected, by id, so that rows may come and go. */
export interface RowSelection {
  /** The row the keyboard is on. */
  readonly cursor: string | null;
  /** Where a range starts. */
  readonly anchor: string | null;
  readonly selected: ReadonlySet<string>;
}

export const noSelection: RowSelection = { cursor: null, anchor: null, selected: new Set() };

function only(id: string): RowSelection {
  return { cursor: id, anchor: id, selected: new Set([id]) };
}

function rangeTo(selection: RowSelection, id: string, ids: readonly string[]): RowSelection {
  const anchor = selection.anchor ?? id;
  const from = ids.indexOf(anchor);
  const to = ids.indexOf(id);
  if (from < 0 || to < 0) return only(id);
  const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { cursor: id, anchor, selected: new Set(range) };
}

/** A click: alone it selects one row, with Shift a range, with Ctrl (Cmd) it adds or takes away. */
export function clickRow(
  selection: RowSelection,
  id: string,
  ids: readonly string[],
  keys: { readonly shift: boolean; readonly mod: boolean },
): RowSelection {
  if (keys.shift) return rangeTo(selection, id, ids);
  if (!keys.mod) return only(id);
  const selected = new Set(selection.selected);
  if (!selected.delete(id)) selected.add(id);
  return { cursor: id, anchor: id, selected };
}

/** Moves the cursor by a number of rows, at most to either end; `extend` keeps the range's start. */
export function moveCursor(
  selection: RowSelection,
  ids: readonly string[],
  step: number,
  extend: boolean,
): RowSelection {
  if (ids.length === 0) return selection;
  const current = selection.cursor === null ? -1 : ids.indexOf(selection.cursor);
  const last = ids.length - 1;
  const wanted = current >= 0 ? current + step : step > 0 ? 0 : last;
  const reached = Math.min(last, Math.max(0, wanted));
  const id = ids[reached];
  if (id === undefined) return selection;
  return extend ? rangeTo(selection, id, ids) : only(id);
}

/** Goes to the first or the last row. */
export function moveToEdge(
  selection: RowSelection,
  ids: readonly string[],
  edge: 'first' | 'last',
  extend: boolean,
): RowSelection {
  const id = edge === 'first' ? ids[0] : ids.at(-1);
  if (id === undefined) return selection;
  return extend ? rangeTo(selection, id, ids) : only(id);
}

export function selectAll(selection: RowSelection, ids: readonly string[]): RowSelection {
  return { ...selection, cursor: selection.cursor ?? ids[0] ?? null, selected: new Set(ids) };
}

/** The selected ids in the order of the rows. */
export function inOrder(selection: RowSelection, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => selection.selected.has(id));
}
