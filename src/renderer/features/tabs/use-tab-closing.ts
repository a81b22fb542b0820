import { shallowRef } from 'vue';
import { afterPendingEdits } from '../../lib/pending-edits';
import type { OpenTab } from '../../stores/tabs';
import { useTabsStore } from '../../stores/tabs';

/** The tab whose unsaved edits are asked about; null while nothing is asked. */
export const closingTab = shallowRef<OpenTab | null>(null);

export function useTabClosing(): { readonly close: (tab: OpenTab) => void } {
  const tabs = useTabsStore();
  return {
    close(tab) {
      void afterPendingEdits(() => {
        const current = tabs.find(tab.id);
        if (current?.dirty === true) {
          tabs.activate(tab.id);
          closingTab.value = current;
        } else tabs.close(tab.id);
      });
    },
  };
}
