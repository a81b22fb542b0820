import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { DispatchSummary } from '#shared/domain/dispatch';
import { useHistoryStore } from '../../stores/history';
import type { ColumnId, ColumnState } from './history-columns';
import {
  defaultColumns,
  keepColumns,
  loadColumns,
  resized,
  shownColumns,
  toggled,
} from './history-columns';
import { rowsOf } from './history-rows';
import type { RowSelection } from './row-selection';
import { clickRow, inOrder, moveCursor, moveToEdge, noSelection, selectAll } from './row-selection';

/** How the history is looked at: selection and columns. Outlives the view, so that coming back loses nothing. */
export const useHistoryViewState = defineStore('history-view', () => {
  const history = useHistoryStore();
  const columns = shallowRef<ColumnState>(loadColumns(localStorage));
  const selection = shallowRef<RowSelection>(noSelection);
  /** Whether a selected dispatch shows its details. */
  const detailOpen = ref(true);
  const detailPercent = ref(46);

  const shown = computed(() => shownColumns(columns.value));
  const rows = computed(() => rowsOf(history.items));
  const ids = computed(() => history.items.map(({ id }) => id));
  const selectedIds = computed(() => inOrder(selection.value, ids.value));
  const selectedItems = computed<readonly DispatchSummary[]>(() =>
    history.items.filter(({ id }) => selection.value.selected.has(id)),
  );

  function setColumns(state: ColumnState): void {
    columns.value = state;
    keepColumns(localStorage, state);
  }

  function resizeColumn(column: ColumnId, width: number): void {
    setColumns(resized(columns.value, column, width));
  }

  function resetColumnWidth(column: ColumnId): void {
    resizeColumn(column, defaultColumns.widths[column]);
  }

  function toggleColumn(column: ColumnId): void {
    setColumns(toggled(columns.value, column));
  }

  function resetColumns(): void {
    setColumns(defaultColumns);
  }

  function click(id: string, keys: { readonly shift: boolean; readonly mod: boolean }): void {
    selection.value = clickRow(selection.value, id, ids.value, keys);
  }

  function move(step: number, extend: boolean): void {
    selection.value = moveCursor(selection.value, ids.value, step, extend);
  }

  function moveTo(edge: 'first' | 'last', extend: boolean): void {
    selection.value = moveToEdge(selection.value, ids.value, edge, extend);
  }

  function all(): void {
    selection.value = selectAll(selection.value, ids.value);
  }

  function clear(): void {
    selection.value = noSelection;
  }

  /** Selects one dispatch, also one that is not among the rows that are loaded. */
  function show(id: string): void {
    selection.value = { cursor: id, anchor: id, selected: new Set([id]) };
    detailOpen.value = true;
  }

  return {
    columns,
    selection,
    detailOpen,
    detailPercent,
    shown,
    rows,
    ids,
    selectedIds,
    selectedItems,
    resizeColumn,
    resetColumnWidth,
    toggleColumn,
    resetColumns,
    click,
    move,
    moveTo,
    all,
    clear,
    show,
  };
});
