import type { Language } from '../domain/language';
import type { Diagnostic } from './diagnostic';
import { de } from './messages/de';
import { en } from './messages/en';
import { fr } from './messages/fr';
import { ko } from './messages/ko';
import type { MessageCatalogue } from './messages/message-texts';
import type { JsonKind } from './json-node';

const CATALOGUES: Readonly<Record<Language, MessageCatalogue>> = { en, de, fr, ko };

/** Made once: making one takes longer than all the rest. */
const NUMBERS: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  de: new Intl.NumberFormat('de'),
  fr: new Intl.NumberFormat('fr'),
  ko: new Intl.NumberFormat('ko'),
};

/** Parameters that name JSON types, one or several. */
const TYPE_PARAMS: ReadonlySet<string> = new Set(['type', 'expected']);

function isKind(text: string): text is JsonKind {
  return Object.hasOwn(en.kinds, text);
}

function valueText(
  name: string,
  value: string | number,
  catalogue: MessageCatalogue,
  language: Language,
): string {
  if (typeof value === 'number') return NUMBERS[language].format(value);
  if (!TYPE_PARAMS.has(name)) return value;
  return value
    .split(', ')
    .map((kind) => (isKind(kind) ? catalogue.kinds[kind] : kind))
    .join(', ');
}

/** The sentence for a finding: what is wrong, why, and what to do; says so where it is unconfirmed. */
export function formatDiagnostic(diagnostic: Diagnostic, language: Language): string {
  const catalogue = CATALOGUES[language];
  const sentence = catalogue.texts[diagnostic.code].replaceAll(
    /\{([a-z]+)\}/gi,
    (whole, name: string) => {
      const value = diagnostic.params[name];
      return value === undefined ? whole : valueText(name, value, catalogue, language);
    },
  );
  return diagnostic.unconfirmed ? `${sentence} ${catalogue.unconfirmed}` : sentence;
}
