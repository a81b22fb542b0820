import { watch } from 'vue';
import type { AppInfo } from '#shared/ipc/contract';
import { showLanguage } from '../i18n/i18n';
import { languageOf } from '../i18n/languages';
import { useSettingsStore } from '../stores/settings';

/** Shows the language of the settings, now and whenever it changes. Resolves when its texts are there. */
export async function followLanguage(info: AppInfo): Promise<void> {
  const settings = useSettingsStore();
  const wanted = () =>
    settings.current.language === 'system'
      ? languageOf(info.systemLanguage)
      : settings.current.language;
  watch(wanted, (language) => void showLanguage(language));
  await showLanguage(wanted());
}
