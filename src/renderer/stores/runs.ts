import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { RunProgress, RunSummary } from '#shared/domain/run-state';
import type { AppError } from '#shared/errors';
import { on, request, toAppError } from '../api/desk';
import { addSample, type RunSamples } from '../lib/run-samples';

const pageSize = 50;

/** Puts a run where it belongs among others, newest first; ids sort by time. */
function placed(runs: readonly RunSummary[], changed: RunSummary): readonly RunSummary[] {
  const known = runs.findIndex(({ id }) => id === changed.id);
  if (known >= 0) return runs.with(known, changed);
  const index = runs.findIndex(({ id }) => id < changed.id);
  return index < 0 ? [...runs, changed] : runs.toSpliced(index, 0, changed);
}

/** The list of runs and how those that are going get on. */
export const useRunsStore = defineStore('runs', () => {
  const runs = shallowRef<readonly RunSummary[]>([]);
  const next = shallowRef<string | null>(null);
  const loaded = shallowRef(false);
  const error = shallowRef<AppError | null>(null);
  const progress = shallowRef<Readonly<Record<string, RunProgress>>>({});
  /** What the plots of a run are drawn from, as far as this window has seen it. */
  const samples = shallowRef<Readonly<Record<string, RunSamples>>>({});
  let listening = false;
  let loadingMore = false;

  const running = computed(() => runs.value.filter(({ state }) => state === 'running'));

  /** A run as it stands now: counts come faster than changes of state. */
  function current(run: RunSummary): RunSummary {
    const live = progress.value[run.id];
    if (live === undefined || run.state !== 'running') return run;
    const { rows, calls, rowsTotal, elapsedMs, quotaUtilisation } = live;
    return {
      ...run,
      rows,
      calls,
      rowsTotal: rowsTotal ?? run.rowsTotal,
      elapsedMs,
      quotaUtilisation,
    };
  }

  function keep(run: RunSummary): void {
    runs.value = placed(runs.value, run);
  }

  function listen(): void {
    if (listening) return;
    listening = true;
    on('runs.changed', keep);
    on('run.progressed', (now) => {
      progress.value = { ...progress.value, [now.runId]: now };
      const before = samples.value[now.runId];
      const after = addSample(before, now, performance.now());
      if (after !== before) samples.value = { ...samples.value, [now.runId]: after };
    });
  }

  /** Reads the newest runs; from then on they stay as they are. */
  async function load(): Promise<void> {
    listen();
    try {
      const page = await request('runs.list', { before: null, limit: pageSize });
      runs.value = page.runs;
      next.value = page.next;
      error.value = null;
      loaded.value = true;
    } catch (thrown) {
      error.value = toAppError(thrown);
    }
  }

  async function loadMore(): Promise<void> {
    if (next.value === null || loadingMore) return;
    loadingMore = true;
    try {
      const page = await request('runs.list', { before: next.value, limit: pageSize });
      runs.value = page.runs.reduce(placed, runs.value);
      next.value = page.next;
    } catch (thrown) {
      error.value = toAppError(thrown);
    } finally {
      loadingMore = false;
    }
  }

  return {
    runs,
    next,
    loaded,
    error,
    progress,
    samples,
    running,
    current,
    keep,
    load,
    loadMore,
  };
});
