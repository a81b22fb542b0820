import type { Language } from '#shared/domain/language';
import type { ShownTheme } from '../composables/use-theme';
import { languageOf } from '../i18n/languages';

/** What the first picture is prepared with. */
export interface LikelySettings {
  readonly language: Language;
  readonly theme: ShownTheme;
}

/**
 * What the settings will most likely say, before they are known: what takes long to load can start at once.
 * It comes with the page's address; the page's own storage would be asked of another process. An address that says
 * nothing means the system's choice.
 */
export function likelySettings(): LikelySettings {
  const [language = '', theme = ''] = location.hash.slice(1).split('/');
  const systemTheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return {
    language: languageOf(language === '' || language === 'system' ? navigator.language : language),
    theme: theme === 'light' || theme === 'dark' || theme === 'contrast' ? theme : systemTheme,
  };
}
