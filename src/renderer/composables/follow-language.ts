import type { ComputedRef } from 'vue';
import { computed, watch } from 'vue';
import type { Language } from '#shared/domain/language';
import type { AppInfo } from '#shared/ipc/contract';
import { showLanguage } from '../i18n/i18n';
import { languageOf } from '../i18n/languages';
import { useSettingsStore } from '../stores/settings';

export interface FollowedLanguage {
  readonly shown: ComputedRef<Language>;
  /** Resolves when the first language's texts are there. */
  readonly loaded: Promise<void>;
}

/** Shows the language of the settings, now and whenever it changes. */
export function followLanguage(info: AppInfo): FollowedLanguage {
  const settings = useSettingsStore();
  const shown = computed<Language>(() =>
    settings.current.language === 'system'
      ? languageOf(info.systemLanguage)
      : settings.current.language,
  );
  watch(shown, (language) => void showLanguage(language));
  return { shown, loaded: showLanguage(shown.value) };
}
