import { onScopeDispose, watch } from 'vue';
import { isEndpointPath } from '#shared/braze/endpoints';
import { targetKindOf } from '#shared/braze/known-target';
import { useAnalysisStore } from '../../stores/analysis';
import { useEnvironmentsStore } from '../../stores/environments';
import { useLookupsStore } from '../../stores/lookups';
import { useTabsStore } from '../../stores/tabs';

/** Keeps at hand what is known offline of the target of the body that is shown. */
export function useKnownTarget(): void {
  const tabs = useTabsStore();
  const analysis = useAnalysisStore();
  const environments = useEnvironmentsStore();
  const lookups = useLookupsStore();

  onScopeDispose(lookups.load());
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
