import { usePreferredDark } from '@vueuse/core';
import type { ComputedRef } from 'vue';
import { computed, watch } from 'vue';
import { useSettingsStore } from '../stores/settings';

export type ShownTheme = 'light' | 'dark' | 'contrast';

/** The theme drawn now; `system` follows the operating system. */
export function useShownTheme(): ComputedRef<ShownTheme> {
  const settings = useSettingsStore();
  const prefersDark = usePreferredDark();
  return computed<ShownTheme>(() => {
    const { theme } = settings.current;
    if (theme !== 'system') return theme;
    return prefersDark.value ? 'dark' : 'light';
  });
}

/** Puts the theme on the document, where the tokens are chosen by it. */
export function followTheme(): ComputedRef<ShownTheme> {
  const shown = useShownTheme();
  watch(shown, (theme) => (document.documentElement.dataset['theme'] = theme), {
    immediate: true,
    flush: 'sync',
  });
  return shown;
}
