import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Settings } from '#shared/domain/settings';
import { on, request } from '../api/desk';

export type Layout = Settings['layout'];
export type SettingsChange = Partial<Omit<Settings, 'version'>>;

export const useSettingsStore = defineStore('settings', () => {
  const loaded = shallowRef<Settings | null>(null);

  /** The user's choices. Read only after `load`, which happens before the window is drawn. */
  const current = computed<Settings>(() => {
    if (loaded.value === null) throw new Error('settings are read before they are loaded');
    return loaded.value;
  });

  async function load(): Promise<Settings> {
    on('settings.changed', (settings) => {
      loaded.value = settings;
    });
    loaded.value = await request('settings.get', {});
    return loaded.value;
  }

  /** Shows the change at once and keeps it; takes it back and throws when it cannot be kept. */
  async function update(patch: SettingsChange): Promise<void> {
    const before = current.value;
    loaded.value = { ...before, ...patch };
    try {
      loaded.value = await request('settings.update', patch);
    } catch (thrown) {
      loaded.value = before;
      throw thrown;
    }
  }

  async function updateLayout(patch: Partial<Layout>): Promise<void> {
    await update({ layout: { ...current.value.layout, ...patch } });
  }

  return { current, load, update, updateLayout };
});
