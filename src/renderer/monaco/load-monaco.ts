import type { Language } from '#shared/domain/language';
import type { ShownTheme } from '../composables/use-theme';
import { makeFirstEditor } from './first-editor';
import { applyTheme } from './monaco-theme';

export type MonacoApi = typeof import('./monaco-api');

/** Monaco's own texts. They have to be there before Monaco is: it reads them while it starts. */
const texts: Readonly<Partial<Record<Language, () => Promise<unknown>>>> = {
  de: () => import('monaco-editor/nls/lang/de'),
  fr: () => import('monaco-editor/nls/lang/fr'),
  ko: () => import('monaco-editor/nls/lang/ko'),
};

let announce: (api: MonacoApi) => void;
const ready = new Promise<MonacoApi>((resolve) => (announce = resolve));
let started = false;

/** Starts loading. The language stays Monaco's until the window is opened anew; the document has the theme already. */
export async function startMonaco(language: Language, theme: ShownTheme): Promise<void> {
  if (started) return;
  started = true;
  await texts[language]?.();
  const [monaco, { registerJson }, { registerBodyFeatures }, { registerBodyOutline }] =
    await Promise.all([
      import('./monaco-api'),
      import('./json-language'),
      import('./body-features'),
      import('./body-symbols'),
    ]);
  registerJson(monaco);
  registerBodyFeatures(monaco);
  registerBodyOutline(monaco);
  applyTheme(monaco, theme);
  makeFirstEditor(monaco);
  announce(monaco);
}

/** Resolves once Monaco is there. */
export function monacoApi(): Promise<MonacoApi> {
  return ready;
}
