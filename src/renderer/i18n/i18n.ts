import { createI18n } from 'vue-i18n';
import type { Language } from '#shared/domain/language';
import { messages as english } from './locales/en/messages';
import type { Messages } from './messages';

/** English comes with the page, so that most starts wait for no second file. */
const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ messages: Messages }>>> = {
  de: () => import('./locales/de/messages'),
  fr: () => import('./locales/fr/messages'),
  ko: () => import('./locales/ko/messages'),
};

/** French counts 0 with the singular; the others with the plural. With three forms the first is for 0. */
function frenchPlural(choice: number, choices: number): number {
  const many = Math.abs(choice) >= 2;
  if (choices < 3) return many && choices > 1 ? 1 : 0;
  return choice === 0 ? 0 : many ? 2 : 1;
}

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: false as const,
  pluralRules: { fr: frenchPlural },
  missingWarn: true,
  messages: {},
});
/** What gives a text more to say than its letters: placeholders, links, plurals and escapes. */
const spoken = /[{}@|\\%]/;

/** Plain texts as functions: so they are not parsed, which for those of the first picture takes a while. */
export function ready(catalogue: object): object {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, value]: [string, unknown]) => {
      if (typeof value === 'object' && value !== null) return [key, ready(value)];
      return [key, typeof value === 'string' && !spoken.test(value) ? () => value : value];
    }),
  );
}
i18n.global.setLocaleMessage('en', ready(english));

const loaded = new Set<Language>(['en']);

/** Texts of views that most starts never show: loaded with the view, and then in every language shown. */
const parts = {
  runs: {
    en: () => import('./locales/en/runs'),
    de: () => import('./locales/de/runs'),
    fr: () => import('./locales/fr/runs'),
    ko: () => import('./locales/ko/runs'),
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, () => Promise<object>>>>>;
export type TextPart = keyof typeof parts;
const wanted = new Set<TextPart>();

async function loadPart(part: TextPart, language: Language): Promise<void> {
  i18n.global.mergeLocaleMessage(language, ready(await parts[part][language]()));
}

/** Loads a part's texts; from then on they come with every language. */
export async function showPart(part: TextPart): Promise<void> {
  wanted.add(part);
  await loadPart(part, i18n.global.locale.value as Language);
}

/** Loads a language's texts when they are not there yet, and shows them. */
export async function showLanguage(language: Language): Promise<void> {
  if (language !== 'en' && !loaded.has(language)) {
    const { messages } = await loaders[language]();
    i18n.global.setLocaleMessage(language, ready(messages));
    loaded.add(language);
  }
  await Promise.all([...wanted].map((part) => loadPart(part, language)));
  i18n.global.locale.value = language;
  document.documentElement.lang = language;
}
