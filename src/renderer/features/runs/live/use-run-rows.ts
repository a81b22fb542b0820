import { useDebounceFn, useIntervalFn } from '@vueuse/core';
import { computed, onScopeDispose, type Ref, type ShallowRef, shallowRef, watch } from 'vue';
import {
  type RowOutcome,
  rowOutcomes,
  type RunDataRow,
  type RunRow,
  type RunSummary,
} from '#shared/domain/run-state';
import type { AppError } from '#shared/errors';
import { request, toAppError } from '../../../api/desk';
import { formatCount } from '../../../lib/format';
import type { LongTableRows } from '../use-long-table';

/** Rows of a run's table, of which only those near what is in sight are held. */
export interface RunRowsSource extends LongTableRows<RunRow> {
  readonly error: Readonly<ShallowRef<AppError | null>>;
  rowOf(index: number): RunRow | null;
  dataOf(index: number): RunDataRow | null;
  /** The line on which a row stands; -1 where it is not held. */
  lineOf(index: number): number;
  reload(): void;
}

const pageSize = 200;
/** Pages of a long table that are held. */
const mostPages = 12;
const mostData = 4000;
/** How often what is in sight is read anew while the run goes on, in milliseconds. */
const renewMs = 1000;

/** Without a filter by index, anywhere in the table; with one from the top on, as far as was scrolled. */
export function useRunRows(
  run: Readonly<Ref<RunSummary | null>>,
  filter: Readonly<Ref<readonly RowOutcome[]>>,
): RunRowsSource {
  const pages = shallowRef<ReadonlyMap<number, readonly RunRow[]>>(new Map());
  const found = shallowRef<readonly RunRow[]>([]);
  const next = shallowRef<number | null>(0);
  const data = shallowRef<ReadonlyMap<number, RunDataRow>>(new Map());
  const error = shallowRef<AppError | null>(null);
  let sight = { first: 0, last: 0 };
  let question = 0;
  let dataFails = false;
  let asking = false;

  /** A repeated run has only some of the file's rows: its table is searched like a filtered one. */
  const outcomes = computed<readonly RowOutcome[]>(() => {
    if (filter.value.length > 0) return filter.value;
    return run.value !== null && run.value.repeats !== null
      ? rowOutcomes.filter((outcome) => outcome !== 'waiting')
      : [];
  });
  const searched = computed(() => outcomes.value.length > 0);
  const total = computed(() => {
    const counts = run.value?.rows;
    if (counts === undefined) return 0;
    return rowOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  });
  const count = computed(() => (searched.value ? found.value.length : total.value));

  async function ask(from: number): Promise<{ rows: readonly RunRow[]; next: number | null }> {
    return request('runs.rows', {
      runId: run.value?.id ?? '',
      from,
      count: pageSize,
      outcomes: [...outcomes.value],
    });
  }

  async function readPage(page: number): Promise<void> {
    const mine = question;
    try {
      const { rows } = await ask(page * pageSize);
      if (mine !== question) return;
      const kept = [...pages.value].filter(([known]) => known !== page).slice(-(mostPages - 1));
      pages.value = new Map([...kept, [page, rows]]);
      error.value = null;
    } catch (thrown) {
      if (mine === question) error.value = toAppError(thrown);
    }
  }

  /** A page of a search may be empty: what it looked for stands further on. */
  async function searchOn(least: number): Promise<void> {
    if (asking) return;
    asking = true;
    const mine = question;
    try {
      while (next.value !== null && found.value.length < least) {
        const page = await ask(next.value);
        if (mine !== question) return;
        found.value = [...found.value, ...page.rows];
        next.value = page.next;
      }
      error.value = null;
    } catch (thrown) {
      if (mine === question) error.value = toAppError(thrown);
    } finally {
      asking = false;
    }
  }

  async function readSight(renewed: boolean): Promise<void> {
    if (run.value === null) return;
    if (searched.value) await searchOn(sight.last + pageSize);
    else {
      const first = Math.floor(sight.first / pageSize);
      const last = Math.floor(sight.last / pageSize);
      for (let page = first; page <= last; page += 1) {
        if (renewed || !pages.value.has(page)) await readPage(page);
      }
    }
    await readDataSoon();
  }

  const readDataSoon = useDebounceFn(async () => {
    const missing: number[] = [];
    for (let line = sight.first; line <= sight.last; line += 1) {
      const row = at(line);
      if (row !== null && !data.value.has(row.index)) missing.push(row.index);
    }
    if (missing.length === 0 || dataFails || run.value === null) return;
    const mine = question;
    try {
      const rows = await request('runs.dataRows', {
        runId: run.value.id,
        rows: missing.slice(0, 500),
      });
      if (mine !== question) return;
      const kept = [...data.value].slice(-mostData);
      data.value = new Map([...kept, ...rows.map((row) => [row.index, row] as const)]);
    } catch (thrown) {
      // A newer question ends an older one. Without the file the outcomes are there all the same.
      if (mine === question && toAppError(thrown).code !== 'call_cancelled') dataFails = true;
    }
  }, 150);

  function at(line: number): RunRow | null {
    if (searched.value) return found.value[line] ?? null;
    return pages.value.get(Math.floor(line / pageSize))?.[line % pageSize] ?? null;
  }

  function reload(): void {
    question += 1;
    found.value = [];
    next.value = 0;
    pages.value = new Map();
    asking = false;
    void readSight(true);
  }

  // By what it says: the list itself is made anew whenever the run gets on.
  watch(() => outcomes.value.join(), reload);
  watch(
    () => run.value?.id,
    () => {
      data.value = new Map();
      dataFails = false;
      sight = { first: 0, last: 0 };
      reload();
    },
    { immediate: true },
  );

  const renewing = useIntervalFn(
    () => {
      // A search that has found much is not begun anew under the reader's eyes.
      if (searched.value && found.value.length <= pageSize && !asking) {
        found.value = [];
        next.value = 0;
      }
      void readSight(true);
    },
    renewMs,
    { immediate: false },
  );
  watch(
    () => run.value?.state,
    (state, before) => {
      if (state === 'running') renewing.resume();
      else {
        renewing.pause();
        if (before === 'running') reload();
      }
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    question += 1;
  });

  const lineOf = (index: number): number => {
    if (searched.value) return found.value.findIndex((row) => row.index === index);
    return index < count.value ? index : -1;
  };
  return {
    count,
    error,
    at,
    lineOf,
    show(first, last) {
      sight = { first, last };
      void readSight(false);
    },
    rowOf: (index) => at(lineOf(index)),
    dataOf: (index) => data.value.get(index) ?? null,
    reload,
  };
}

/** The number by which a row is called: from 1, as people count. */
export function rowNumber(index: number, language: string): string {
  return formatCount(index + 1, language);
}
