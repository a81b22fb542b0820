import { onScopeDispose, type Ref, type ShallowRef, shallowRef, watch } from 'vue';
import type { RunHistory } from '#shared/domain/run-history';
import type { RunSummary } from '#shared/domain/run-state';
import { request } from '../../../api/desk';

/** How a run at rest went over time; null while it goes on, and until that is read. */
export function useRunHistory(
  run: Readonly<Ref<RunSummary | null>>,
): Readonly<ShallowRef<RunHistory | null>> {
  const history = shallowRef<RunHistory | null>(null);
  let question = 0;

  watch(
    () => [run.value?.id, run.value?.state, run.value?.elapsedMs] as const,
    async ([id, state], before) => {
      if (id !== before?.[0] || state === 'running') history.value = null;
      const mine = (question += 1);
      if (id === undefined || state === 'running') return;
      // Without it there is no picture; all else of the run is there.
      const found = await request('runs.samples', { runId: id }).catch(() => null);
      if (mine === question) history.value = found;
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    question += 1;
  });
  return history;
}
