import { watchDebounced } from '@vueuse/core';
import { on } from '../../api/desk';
import { useSettingsStore } from '../../stores/settings';
import { useTabsStore } from '../../stores/tabs';

/** Keeps in the settings which tabs are open, so that the next start opens them again. */
export function rememberTabs(): void {
  const settings = useSettingsStore();
  const tabs = useTabsStore();

  const openTabs = () =>
    tabs.tabs.slice(0, 200).map(({ id, ref, dirty }) => ({
      draftId: dirty ? id : null,
      ref: ref === null ? null : { ...ref },
    }));

  let kept = JSON.stringify([settings.current.tabs, settings.current.activeTab]);

  async function keep(): Promise<void> {
    const change = { tabs: openTabs(), activeTab: Math.min(tabs.activeIndex, 199) };
    const text = JSON.stringify([change.tabs, change.activeTab]);
    if (text === kept) return;
    kept = text;
    // The settings store takes the change back; the next one tries again.
    await settings.update(change).catch(() => (kept = ''));
  }

  watchDebounced(() => JSON.stringify([openTabs(), tabs.activeIndex]), keep, { debounce: 400 });
  on('app.quitRequested', () => void keep());
}
