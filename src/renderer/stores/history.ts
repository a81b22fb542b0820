import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Dispatch, DispatchSummary, Outcome } from '#shared/domain/dispatch';
import type { AppError } from '#shared/errors';
import type { HistoryPage } from '#shared/ipc/contract';
import { on, request, toAppError } from '../api/desk';
import { readDispatch } from '../api/request-with-body';

export interface HistoryFilter {
  readonly query: string;
  readonly environmentId: string | null;
  readonly outcomes: readonly Outcome[];
}

export const everything: HistoryFilter = { query: '', environmentId: null, outcomes: [] };

const pageSize = 100;

/** Puts a dispatch where it belongs among others, newest first; ids sort by time. */
export function placed(
  items: readonly DispatchSummary[],
  added: DispatchSummary,
): readonly DispatchSummary[] {
  const known = items.findIndex(({ id }) => id === added.id);
  if (known >= 0) return items.with(known, added);
  const index = items.findIndex(({ id }) => id < added.id);
  return index < 0 ? [...items, added] : items.toSpliced(index, 0, added);
}

export const useHistoryStore = defineStore('history', () => {
  const filter = shallowRef<HistoryFilter>(everything);
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

  /** Counts the questions asked: an answer to an older one must not overwrite a newer one's. */
  let question = 0;
  let headBusy = false;
  let headAgain = false;

  function ask(before: string | null): Promise<HistoryPage> {
    return request('history.list', {
      query: filter.value.query,
      environmentId: filter.value.environmentId,
      outcomes: [...filter.value.outcomes],
      before,
      limit: pageSize,
    });
  }

  async function load(before: string | null): Promise<void> {
    const mine = question;
    loading.value = true;
    try {
      const page = await ask(before);
      if (mine !== question) return;
      items.value = before === null ? page.items : [...items.value, ...page.items];
      total.value = page.total;
      next.value = page.next;
      error.value = null;
      loaded.value = true;
    } catch (thrown) {
      if (mine === question) error.value = toAppError(thrown);
    } finally {
      if (mine === question) loading.value = false;
    }
  }

  function refresh(): Promise<void> {
    question += 1;
    return load(null);
  }

  async function loadMore(): Promise<void> {
    if (next.value !== null && !loading.value) await load(next.value);
  }

  async function setFilter(patch: Partial<HistoryFilter>): Promise<void> {
    filter.value = { ...filter.value, ...patch };
    await refresh();
  }

  /** Only main knows which new dispatches fit a search: asks for the newest and puts them in front. */
  async function loadHead(): Promise<void> {
    if (headBusy) {
      headAgain = true;
      return;
    }
    headBusy = true;
    const mine = question;
    try {
      const page = await ask(null);
      if (mine === question) takeHead(page);
    } catch (thrown) {
      if (mine === question) error.value = toAppError(thrown);
    } finally {
      headBusy = false;
    }
    if (headAgain) {
      headAgain = false;
      await loadHead();
    }
  }

  function takeHead(page: HistoryPage): void {
    const overlaps = page.items.some(({ id }) => items.value.some((item) => item.id === id));
    total.value = page.total;
    if (overlaps || page.next === null) {
      items.value = page.items.reduceRight(placed, items.value);
      return;
    }
    // More came than fit on a page: what is between is not here, so the list starts anew.
    items.value = page.items;
    next.value = page.next;
  }

  /** One dispatch with its bodies. */
  function get(id: string): Promise<Dispatch> {
    return readDispatch(id);
  }

  /** From now on new dispatches appear by themselves. */
  function follow(): void {
    on('history.appended', (summary) => {
      if (!loaded.value) return;
      const known = items.value.some(({ id }) => id === summary.id);
      if (filtered.value && !known) {
        void loadHead();
        return;
      }
      items.value = placed(items.value, summary);
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
    load: follow,
    refresh,
    loadMore,
    setFilter,
    get,
  };
});
