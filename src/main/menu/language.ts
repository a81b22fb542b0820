import { languages } from '#shared/domain/language';
import type { Language } from '#shared/domain/language';
import type { Settings } from '#shared/domain/settings';

/**
 * The language of the native parts: the chosen one, or the first of the system's (`de-AT`, …) that the
 * app has, or English.
 */
export function menuLanguage(
  chosen: Settings['language'],
  systemLanguages: readonly string[],
): Language {
  if (chosen !== 'system') return chosen;
  for (const tag of systemLanguages) {
    const found = languages.find((language) => tag.toLowerCase().split(/[-_]/)[0] === language);
    if (found !== undefined) return found;
  }
  return 'en';
}
