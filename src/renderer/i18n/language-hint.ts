import type { Language } from '#shared/domain/settings';
import { languageOf } from './languages';

const place = 'language-shown';

/**
 * The language that the window will most likely be shown in, before the settings are known. Kept by the
 * page itself, so that what takes long to load can start at once.
 */
export function languageHint(): Language {
  return languageOf(localStorage.getItem(place) ?? navigator.language);
}

export function keepLanguageHint(language: Language): void {
  localStorage.setItem(place, language);
}
