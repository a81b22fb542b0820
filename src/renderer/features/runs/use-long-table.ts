import { useVirtualizer } from '@tanstack/vue-virtual';
import { computed, type ComputedRef, type Ref, watch } from 'vue';

/** Rows of which only those near what is in sight are held. */
export interface LongTableRows<Row> {
  /** How many lines the table has now. */
  readonly count: ComputedRef<number>;
  /** The row at a line; null while it is not there yet. */
  at(line: number): Row | null;
  /** Says which lines are in sight, so that they are there. */
  show(first: number, last: number): void;
}

export interface LongTableActions {
  /** The selected line; -1 for none. */
  selectedLine(): number;
  select(line: number): void;
  clear(): void;
  open(): void;
}

/** A table that draws only the lines in sight, and is gone through with the keyboard. Heights in pixels. */
export interface LongTable<Row> {
  readonly count: ComputedRef<number>;
  readonly lines: ComputedRef<readonly { readonly line: number; readonly row: Row | null }[]>;
  readonly spaceBefore: ComputedRef<number>;
  readonly spaceAfter: ComputedRef<number>;
  press(event: KeyboardEvent): void;
}

const rowHeight = 28;

/** @param source the rows; may be another one later. */
export function useLongTable<Row>(
  source: () => LongTableRows<Row>,
  scroller: Readonly<Ref<HTMLElement | null>>,
  actions: LongTableActions,
): LongTable<Row> {
  const count = computed(() => source().count.value);
  const virtualizer = useVirtualizer(
    computed(() => ({
      count: count.value,
      getScrollElement: () => scroller.value,
      estimateSize: () => rowHeight,
      overscan: 8,
      scrollPaddingStart: rowHeight,
      paddingStart: rowHeight,
    })),
  );
  const lines = computed(() =>
    virtualizer.value
      .getVirtualItems()
      .map(({ index }) => ({ line: index, row: source().at(index) })),
  );
  const first = computed(() => lines.value[0]?.line ?? 0);
  const last = computed(() => lines.value.at(-1)?.line);
  watch(
    () => [first.value, last.value ?? 0, count.value] as const,
    ([from, to]) => source().show(from, to),
    { immediate: true },
  );

  function moveTo(line: number): void {
    if (count.value === 0) return;
    const wanted = Math.max(0, Math.min(count.value - 1, line));
    actions.select(wanted);
    virtualizer.value.scrollToIndex(wanted, { align: 'auto' });
  }

  return {
    count,
    lines,
    spaceBefore: computed(() => first.value * rowHeight),
    spaceAfter: computed(() => (count.value - 1 - (last.value ?? count.value - 1)) * rowHeight),
    press(event) {
      if (event.target !== event.currentTarget || event.isComposing || event.altKey) return;
      const page = Math.max(1, Math.floor((scroller.value?.clientHeight ?? 0) / rowHeight) - 2);
      const line = actions.selectedLine();
      const keys: Readonly<Record<string, () => void>> = {
        ArrowDown: () => moveTo(line + 1),
        ArrowUp: () => moveTo(line - 1),
        PageDown: () => moveTo(line + page),
        PageUp: () => moveTo(line - page),
        Home: () => moveTo(0),
        End: () => moveTo(count.value - 1),
        Enter: actions.open,
        Escape: actions.clear,
      };
      const act = keys[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    },
  };
}
