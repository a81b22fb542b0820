import { createSharedComposable, useWindowSize } from '@vueuse/core';
import type { ComputedRef } from 'vue';
import { computed, ref } from 'vue';
import { useSettingsStore } from '../stores/settings';

/** Below this width of the window, in CSS pixels, sidebar, editor and answer do not fit side by side. */
const narrowWidth = 760;

export interface Sidebar {
  readonly narrow: ComputedRef<boolean>;
  readonly visible: ComputedRef<boolean>;
  toggle(): Promise<void>;
}

/** In a narrow window, such as at 200 % zoom, the sidebar is shut until it is asked for; that is not remembered. */
export const useSidebar = createSharedComposable((): Sidebar => {
  const settings = useSettingsStore();
  const { width } = useWindowSize();
  const openWhenNarrow = ref(false);
  const narrow = computed(() => width.value < narrowWidth);

  return {
    narrow,
    visible: computed(() =>
      narrow.value ? openWhenNarrow.value : settings.current.layout.sidebarVisible,
    ),
    async toggle() {
      if (narrow.value) openWhenNarrow.value = !openWhenNarrow.value;
      else {
        await settings.updateLayout({ sidebarVisible: !settings.current.layout.sidebarVisible });
      }
    },
  };
});
