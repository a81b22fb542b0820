import { usePreferredDark } from '@vueuse/core';
import { computed, watchEffect } from 'vue';
import { useSettingsStore } from '../stores/settings';

export type ShownTheme = 'light' | 'dark' | 'contrast';

/** The theme drawn now; `system` follows the operating system. */
export function useShownTheme() {
  const settings = useSettingsStore();
  const prefersDark = usePreferredDark();
  return computed<ShownTheme>(() => {
    const { theme } = settings.current;
    if (theme !== 'system') return theme;
    return prefersDark.value ? 'dark' : 'light';
  });
}

/** Puts the theme on the document, where the tokens are chosen by it. */
export function followTheme(): void {
  const shown = useShownTheme();
  watchEffect(() => {
    document.documentElement.dataset['theme'] = shown.value;
  });
}
