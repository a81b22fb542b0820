import { until } from '@vueuse/core';
import { useCollectionsStore } from '../../stores/collections';
import { useTabsStore } from '../../stores/tabs';

/** A start with nothing open shows the first saved request, so that there is something to try at once. */
export async function openFirstRequest(): Promise<void> {
  const collections = useCollectionsStore();
  const tabs = useTabsStore();
  await until(() => collections.loaded).toBe(true);
  if (tabs.tabs.length > 0) return;
  for (const { id, entries } of collections.collections) {
    const first = entries.find(({ kind }) => kind === 'request');
    if (first === undefined) continue;
    tabs.open({ root: id, path: first.path }, true);
    return;
  }
}
