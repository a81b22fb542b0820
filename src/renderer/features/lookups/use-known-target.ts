import { onScopeDispose, watch } from 'vue';
import { isEndpointPath } from '#shared/braze/endpoints';
import { targetKindOf } from '#shared/braze/known-target';
import type { ListedTarget } from '#shared/domain/lookup';
import type { NamedTarget } from '../../lib/body-knowledge';
import { tellWorker } from '../../monaco/body-worker';
import { useAnalysisStore } from '../../stores/analysis';
import { useEnvironmentsStore } from '../../stores/environments';
import { useLookupsStore } from '../../stores/lookups';
import { useTabsStore } from '../../stores/tabs';

function namesOf(entries: readonly ListedTarget[]): NamedTarget[] {
  return entries.map(({ id, name, archived }) => ({ id, name, archived }));
}

/** Keeps at hand what is known offline of the target of the body that is shown, and of its environment. */
export function useKnownTarget(): void {
  const tabs = useTabsStore();
  const analysis = useAnalysisStore();
  const environments = useEnvironmentsStore();
  const lookups = useLookupsStore();

  onScopeDispose(lookups.load());
  // First of all: what is known has to be told before the analysis asks anew.
  watch(
    [
      () => lookups.known,
      () => lookups.active,
      () => environments.active?.testUsers,
      () => environments.active?.variables,
      () => (tabs.active?.document?.mode === 'request' ? tabs.active.document.variables : null),
    ],
    ([target, view, testUsers, shared, own]) =>
      tellWorker({
        target,
        campaigns: namesOf(view?.campaigns.entries ?? []),
        canvases: namesOf(view?.canvases.entries ?? []),
        testUsers: [...(testUsers ?? [])],
        variables: [...new Set([...(own ?? []), ...(shared ?? [])].map(({ name }) => name))],
      }),
    { flush: 'sync' },
  );
  watch(
    () => environments.active?.id ?? null,
    (id) => {
      if (id === null || lookups.views[id] !== undefined) return;
      // Names that are only offered while an id is typed do not hurry.
      requestIdleCallback(() => void lookups.list(id).catch(() => undefined), { timeout: 5000 });
    },
    { immediate: true },
  );
  watch(
    [
      () => environments.active?.id ?? null,
      () => (tabs.active?.document?.mode === 'request' ? tabs.active.document.endpoint : null),
      () => analysis.active?.targetId ?? null,
    ],
    ([environmentId, endpoint, id]) => {
      const kind = endpoint !== null && isEndpointPath(endpoint) ? targetKindOf(endpoint) : null;
      const aimed =
        environmentId === null || kind === null || id === null
          ? null
          : { environmentId, kind, id: id.slice(0, 200) };
      // What is not known is not shown; the body is checked all the same.
      void lookups.aim(aimed).catch(() => undefined);
    },
    { immediate: true },
  );
}
