import type { Language } from '#shared/domain/language';

/** Each language in its own words, as the settings list them. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  ko: '한국어',
};

/** The language of a BCP 47 tag such as `de-AT`, or English where there is no catalogue for it. */
export function languageOf(tag: string): Language {
  const base = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(languageNames, base) ? (base as Language) : 'en';
}
