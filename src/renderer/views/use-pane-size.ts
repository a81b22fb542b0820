import { useDebounceFn } from '@vueuse/core';
import { useSettingsStore } from '../stores/settings';

/** Remembers a divider, once it has come to rest. */
export function usePaneSize(
  name: 'sidebarPercent' | 'answerPercent',
): (percent: number) => Promise<void> {
  const settings = useSettingsStore();
  return useDebounceFn(async (percent: number) => {
    const rounded = Math.round(percent * 10) / 10;
    if (settings.current.layout[name] === rounded) return;
    // The pane has its size already; that it is forgotten at the next start is no news worth showing.
    await settings.updateLayout({ [name]: rounded }).catch(() => undefined);
  }, 400);
}
