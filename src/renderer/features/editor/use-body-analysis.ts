import { watch } from 'vue';
import { useText } from '../../i18n/use-text';
import { createBodyAnalyst } from '../../monaco/body-analyst';
import { useAnalysisStore } from '../../stores/analysis';
import { useEnvironmentsStore } from '../../stores/environments';
import { useLookupsStore } from '../../stores/lookups';
import { useTabsStore } from '../../stores/tabs';

/** Has the body of the tab that is shown analysed, whenever it or its variables change. */
export function useBodyAnalysis(): void {
  const tabs = useTabsStore();
  const environments = useEnvironmentsStore();
  const analysis = useAnalysisStore();
  const lookups = useLookupsStore();
  const { language } = useText();
  const analyse = createBodyAnalyst();

  watch(
    [
      () => tabs.activeId,
      () => tabs.active?.document ?? null,
      () => environments.active?.variables,
      language,
      () => lookups.known,
    ],
    async ([tabId, document, environmentVariables, shown]) => {
      if (tabId === null || document === null) return;
      if (document.mode === 'file') {
        analysis.forget();
        return;
      }
      const found = await analyse({
        endpoint: document.endpoint,
        bodyText: document.bodyText,
        language: shown,
        scopes: [
          (environmentVariables ?? []).map((variable) => ({ ...variable })),
          document.variables.map((variable) => ({ ...variable })),
        ],
      });
      if (found !== null) analysis.keep(tabId, found);
    },
    { immediate: true },
  );
}
