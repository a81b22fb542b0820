import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import type { Language } from '#shared/domain/language';
import { i18n } from './i18n';
import type { AllMessages } from './messages';

type KeysOf<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : KeysOf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** The dotted path of a text in the catalogues; a path that does not exist does not compile. */
export type MessageKey = KeysOf<AllMessages>;

export type TextParams = Readonly<Record<string, string | number>>;

/** The text in the language shown. `count` picks singular or plural and is named `count` and `n` in it. */
export function text(key: MessageKey, params: TextParams = {}, count?: number): string {
  const { t } = i18n.global;
  return count === undefined ? t(key, { ...params }) : t(key, { count, ...params }, count);
}

/** Whether there is a text for a key made at run time, such as one of an id from elsewhere. */
export function hasText(key: string): key is MessageKey {
  return i18n.global.te(key);
}

export interface TextTools {
  /** Reactive: used in a template or computed value it follows the language. */
  readonly t: typeof text;
  readonly language: ComputedRef<Language>;
}

export function useText(): TextTools {
  return { t: text, language: computed(() => i18n.global.locale.value as Language) };
}
