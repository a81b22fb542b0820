import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Dispatch, DispatchSummary, Outcome } from '#shared/domain/dispatch';
import type { AppError } from '#shared/errors';
import { on, request, toAppError } from '../api/desk';

export interface HistoryFilter {
  readonly query: string;
  readonly environmentId: string | null;
  readonly outcomes: readonly Outcome[];
}

const pageSize = 100;

export const useHistoryStore = defineStore('history', () => {
  const filter = shallowRef<HistoryFilter>({ query: '', environmentId: null, outcomes: [] });
  const items = shallowRef<readonly DispatchSummary[]>([]);
  const total = shallowRef(0);
  const next = shallowRef<string | null>(null);
  const loading = shallowRef(false);
  const loaded = shallowRef(false);
  const error = shallowRef<AppError | null>(null);

  const filtered = computed(
    () =>
      filter.value.query !== '' ||
      filter.value.environmentId !== null ||
      filter.value.outcomes.length > 0,
  );

  let latest = 0;

  async function fetchPage(before: string | null): Promise<void> {
    const mine = ++latest;
    loading.value = true;
    try {
      const page = await request('history.list', {
        query: filter.value.query,
        environmentId: filter.value.environmentId,
        outcomes: [...filter.value.outcomes],
        before,
        limit: pageSize,
      });
      // A slow answer to an older question must not overwrite a newer one.
      if (mine !== latest) return;
      items.value = before === null ? page.items : [...items.value, ...page.items];
      total.value = page.total;
      next.value = page.next;
      error.value = null;
      loaded.value = true;
    } catch (thrown) {
      if (mine === latest) error.value = toAppError(thrown);
    } finally {
      if (mine === latest) loading.value = false;
    }
  }

  function refresh(): Promise<void> {
    return fetchPage(null);
  }

  async function loadMore(): Promise<void> {
    if (next.value !== null && !loading.value) await fetchPage(next.value);
  }

  async function setFilter(patch: Partial<HistoryFilter>): Promise<void> {
    filter.value = { ...filter.value, ...patch };
    await refresh();
  }

  /** One dispatch with its bodies. */
  function get(id: string): Promise<Dispatch> {
    return request('history.get', { id });
  }

  /** From now on new dispatches appear by themselves. */
  function load(): void {
    on('history.appended', (summary) => {
      if (!loaded.value) return;
      // With a filter only main knows whether the new one belongs to it.
      if (filtered.value) {
        void refresh();
        return;
      }
      const known = items.value.some(({ id }) => id === summary.id);
      items.value = known
        ? items.value.map((item) => (item.id === summary.id ? summary : item))
        : [summary, ...items.value];
      if (!known) total.value += 1;
    });
  }

  return {
    filter,
    filtered,
    items,
    total,
    next,
    loading,
    loaded,
    error,
    load,
    refresh,
    loadMore,
    setFilter,
    get,
  };
});
