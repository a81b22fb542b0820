import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { BodyAnalysis } from '../lib/body-analysis';
import { useTabsStore } from './tabs';

/** What was found out about the body of the tab that is shown. */
export const useAnalysisStore = defineStore('analysis', () => {
  const tabs = useTabsStore();
  const last = shallowRef<{ readonly tabId: string; readonly analysis: BodyAnalysis } | null>(null);

  /** Of the active tab only; null while it was not looked at yet. */
  const active = computed<BodyAnalysis | null>(() =>
    last.value !== null && last.value.tabId === tabs.activeId ? last.value.analysis : null,
  );

  function keep(tabId: string, analysis: BodyAnalysis): void {
    last.value = { tabId, analysis };
  }

  function forget(): void {
    last.value = null;
  }

  return { active, keep, forget };
});
