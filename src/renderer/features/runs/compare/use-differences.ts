import { computed, onScopeDispose, type Ref, type ShallowRef, shallowRef, watch } from 'vue';
import type { OutcomeChange, RowDifference, RunComparison } from '#shared/domain/run-comparison';
import type { AppError } from '#shared/errors';
import { request, toAppError } from '../../../api/desk';
import type { LongTableRows } from '../use-long-table';

/** Rows that differ, of which only those near what is in sight are held. */
export interface DifferencesSource extends LongTableRows<RowDifference> {
  readonly error: Readonly<ShallowRef<AppError | null>>;
}

const pageSize = 100;
const mostPages = 12;

/** Without a filter by number, anywhere in the table; with one from the top on, as far as was scrolled. */
export function useDifferences(
  comparison: Readonly<Ref<RunComparison | null>>,
  filter: Readonly<Ref<readonly OutcomeChange[]>>,
): DifferencesSource {
  const pages = shallowRef<ReadonlyMap<number, readonly RowDifference[]>>(new Map());
  const found = shallowRef<readonly RowDifference[]>([]);
  const error = shallowRef<AppError | null>(null);
  let next: number | null = 0;
  let sight = { first: 0, last: 0 };
  let question = 0;
  let asking = false;

  const searched = computed(() => filter.value.length > 0);
  const count = computed(() =>
    searched.value ? found.value.length : (comparison.value?.differing ?? 0),
  );

  /** Reads what is missing in sight, a page at a time, until nothing is. */
  async function read(): Promise<void> {
    if (asking || comparison.value === null) return;
    asking = true;
    const mine = question;
    try {
      for (let from = wanted(); from !== null && mine === question; from = wanted()) {
        const page = await request('runs.differences', {
          comparison: comparison.value.comparison,
          from,
          count: pageSize,
          changes: filter.value.map(({ left, right }) => ({ left, right })),
        });
        if (mine !== question) return;
        keep(from, page.rows, page.next);
        error.value = null;
      }
    } catch (thrown) {
      if (mine === question) error.value = toAppError(thrown);
    } finally {
      if (mine === question) asking = false;
    }
  }

  /** Where to read on; null: all that is in sight is there. */
  function wanted(): number | null {
    if (searched.value) return found.value.length <= sight.last + pageSize ? next : null;
    const last = Math.floor(Math.min(sight.last, count.value - 1) / pageSize);
    for (let page = Math.floor(sight.first / pageSize); page <= last; page += 1) {
      if (!pages.value.has(page)) return page * pageSize;
    }
    return null;
  }

  function keep(from: number, rows: readonly RowDifference[], after: number | null): void {
    if (searched.value) {
      found.value = [...found.value, ...rows];
      next = after;
      return;
    }
    const kept = [...pages.value].slice(-(mostPages - 1));
    pages.value = new Map([...kept, [Math.floor(from / pageSize), rows]]);
  }

  function reload(): void {
    question += 1;
    asking = false;
    next = 0;
    sight = { first: 0, last: 0 };
    found.value = [];
    pages.value = new Map();
    void read();
  }

  watch([comparison, filter], reload, { immediate: true });
  onScopeDispose(() => {
    question += 1;
  });
  return {
    count,
    error,
    at: (line) =>
      searched.value
        ? (found.value[line] ?? null)
        : (pages.value.get(Math.floor(line / pageSize))?.[line % pageSize] ?? null),
    show(first, last) {
      sight = { first, last };
      void read();
    },
  };
}
