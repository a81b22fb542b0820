import {
  computed,
  type ComputedRef,
  onScopeDispose,
  type ShallowRef,
  shallowRef,
  watch,
} from 'vue';
import type { RunDetail, RunProgress, RunSummary } from '#shared/domain/run-state';
import type { AppError } from '#shared/errors';
import { request, toAppError } from '../../../api/desk';
import { useRunsStore } from '../../../stores/runs';

export interface ShownRun {
  readonly run: ComputedRef<RunSummary | null>;
  readonly detail: Readonly<ShallowRef<RunDetail | null>>;
  readonly progress: ComputedRef<RunProgress | null>;
  /** What failed last. */
  readonly error: ShallowRef<AppError | null>;
  readonly busy: Readonly<ShallowRef<boolean>>;
  /** Does something with the run and shows how it stands then. */
  act(work: () => Promise<RunSummary | RunDetail | null>): Promise<void>;
  refresh(): Promise<void>;
}

/** One run as it is on the page. */
export function useRun(runId: () => string): ShownRun {
  const store = useRunsStore();
  const detail = shallowRef<RunDetail | null>(null);
  const error = shallowRef<AppError | null>(null);
  const busy = shallowRef(false);
  let ended = false;

  const run = computed<RunSummary | null>(() => {
    const listed = store.runs.find(({ id }) => id === runId());
    const known = listed ?? (detail.value?.id === runId() ? detail.value : null);
    return known === null ? null : store.current(known);
  });
  const progress = computed(
    () => store.progress[runId()] ?? (detail.value?.id === runId() ? detail.value.progress : null),
  );

  async function refresh(): Promise<void> {
    const id = runId();
    try {
      const found = await request('runs.get', { runId: id });
      if (ended || id !== runId()) return;
      detail.value = found;
      store.keep(found);
    } catch (thrown) {
      if (!ended && id === runId()) error.value = toAppError(thrown);
    }
  }

  async function act(work: () => Promise<RunSummary | RunDetail | null>): Promise<void> {
    busy.value = true;
    error.value = null;
    try {
      const changed = await work();
      if (changed !== null) store.keep(changed);
      await refresh();
    } catch (thrown) {
      error.value = toAppError(thrown);
    } finally {
      busy.value = false;
    }
  }

  watch(runId, refresh, { immediate: true });
  // What a person may have to decide is known once it rests.
  watch(
    () => run.value?.state,
    (state, before) => {
      if (before !== undefined && state !== before) void refresh();
    },
  );
  onScopeDispose(() => {
    ended = true;
  });
  return { run, detail, progress, error, busy, act, refresh };
}
