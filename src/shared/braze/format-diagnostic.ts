import type { Language } from '../domain/language';
import type { Diagnostic } from './diagnostic';
import { de } from './messages/de';
import { en } from './messages/en';
import { fr } from './messages/fr';
import { ko } from './messages/ko';
import type { MessageCatalogue } from './messages/message-texts';
import type { JsonKind } from './json-node';

const CATALOGUES: Readonly<Record<Language, MessageCatalogue>> = { en, de, fr, ko };

/** Made once, and not before it is needed: the first one of a process takes longer than hundreds of bodies. */
const numberFormats = new Map<Language, Intl.NumberFormat>();

function numberText(value: number, language: Language): string {
  // Written alike in every language.
  if (Number.isInteger(value) && value > 0 && value < 1000) return String(value);
  const format = numberFormats.get(language) ?? new Intl.NumberFormat(language);
  numberFormats.set(language, format);
  return format.format(value);
}

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
  if (typeof value === 'number') return numberText(value, language);
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
