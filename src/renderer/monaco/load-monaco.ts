import type { Language } from '#shared/domain/settings';

export type MonacoApi = typeof import('./monaco-api');

/** Monaco's own texts. They have to be there before Monaco is: it reads them while it starts. */
const texts: Readonly<Partial<Record<Language, () => Promise<unknown>>>> = {
  de: () => import('monaco-editor/nls/lang/de'),
  fr: () => import('monaco-editor/nls/lang/fr'),
  ko: () => import('monaco-editor/nls/lang/ko'),
};

async function load(language: Language): Promise<MonacoApi> {
  await texts[language]?.();
  const monaco = await import('./monaco-api');
  // Everything wrong with a body is found by our own rules; the language service only completes and formats.
  monaco.jsonDefaults.setDiagnosticsOptions({
    validate: false,
    allowComments: true,
    comments: 'ignore',
    trailingCommas: 'ignore',
    enableSchemaRequest: false,
    schemas: [],
  });
  return monaco;
}

let announce: (api: MonacoApi) => void;
const ready = new Promise<MonacoApi>((resolve) => (announce = resolve));
let started = false;

/** Starts loading; its language stays Monaco's until the window is opened anew. */
export async function startMonaco(language: Language): Promise<void> {
  if (started) return;
  started = true;
  announce(await load(language));
}

/** Resolves once Monaco is there. */
export function monacoApi(): Promise<MonacoApi> {
  return ready;
}
