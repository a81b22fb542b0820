import { parseDocument } from '#shared/braze/document';

/** JSON text of one value, or null where a text is none: no comments, no commas too many, nothing behind it. */
export function jsonSource(text: string): string | null {
  const trimmed = text.trim();
  const { root, faults } = parseDocument(trimmed);
  if (root === null || root.offset !== 0 || root.length !== trimmed.length) return null;
  // A lone half of a pair is legal JSON; the rules say what is wrong with it.
  return faults.every(({ code }) => code === 'JSON.lone_surrogate') ? trimmed : null;
}

/**
 * JSON text for what a spreadsheet calls a value. Numbers and booleans keep their type; what a number would not
 * give back as it was written stays a text: leading zeros, plus signs, exponents, more than 15 digits.
 * Lists and objects are taken over where they are valid JSON. Formulas are texts.
 */
export function typedSource(text: string): string {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase();
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15) {
    return text;
  }
  if (/^\s*[[{]/.test(text)) return jsonSource(text) ?? JSON.stringify(text);
  return JSON.stringify(text);
}
