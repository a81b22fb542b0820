import type { App } from 'vue';
import { followLanguage } from './composables/follow-language';
import { followTheme } from './composables/use-theme';
import { i18n } from './i18n/i18n';
import { installShortcuts } from './lib/shortcuts';
import { useAppInfoStore } from './stores/app-info';
import { useSettingsStore } from './stores/settings';

/** Settings and language first, since the first picture needs them; all else while it is drawn. */
export async function startApp(app: App): Promise<void> {
  const [info] = await Promise.all([useAppInfoStore().load(), useSettingsStore().load()]);
  followTheme();
  await followLanguage(info);
  installShortcuts(window);
  app.use(i18n).mount('#app');
}
