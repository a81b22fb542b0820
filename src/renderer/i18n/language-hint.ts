import type { Language } from '#shared/domain/language';
import { languageOf } from './languages';

/**
 * The language that the window will most likely be shown in, before the settings are known: what takes long
 * to load can start at once. It comes with the page's address; the page's own storage would be asked of
 * another process.
 */
export function languageHint(): Language {
  const told = location.hash.slice(1);
  return languageOf(told === '' || told === 'system' ? navigator.language : told);
}
