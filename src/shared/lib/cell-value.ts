import { PRIORITIZATION_VALUES } from '../braze/fields-send';
import type { RowProblem } from '../domain/data-row';
import type { ValueType } from '../domain/run';
import { ExactNumber } from './exact-number';
import { jsonText } from './json-text';
import { parseExactJson } from './exact-json';

/** A value as JSON text, or what is wrong with it. */
export type CellReading =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly problem: RowProblem };

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const mostShown = 40;

/** Whether a value stands for "nothing in it". */
export function isEmptyCell(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** A value that is not empty, as JSON of the wanted type. Digits are never rewritten. */
export function readCell(column: string, value: unknown, type: ValueType): CellReading {
  switch (type) {
    case 'auto':
      return good(jsonText(value));
    case 'text':
      return readText(column, value);
    case 'number': {
      const text = scalarText(value)?.trim() ?? '';
      return jsonNumber.test(text) ? good(text) : bad('not_number', column, value);
    }
    case 'boolean': {
      const text = scalarText(value)?.trim().toLowerCase();
      return text === 'true' || text === 'false' ? good(text) : bad('not_boolean', column, value);
    }
    case 'json': {
      if (typeof value !== 'string') return good(jsonText(value));
      const parsed = parseExactJson(value);
      return parsed.ok ? good(jsonText(parsed.value)) : bad('not_json', column, value);
    }
  }
}

function readText(column: string, value: unknown): CellReading {
  const text = scalarText(value);
  return text === null ? bad('not_text', column, value) : good(JSON.stringify(text));
}

/** A text, number or boolean as text; null for lists and objects. */
export function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value instanceof ExactNumber) return value.text;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A `prioritization` (R17): a list, a JSON list in a text, or values parted by commas, semicolons, bars or spaces. */
export function readPrioritization(column: string, value: unknown): CellReading {
  let list: readonly unknown[] = [value];
  if (Array.isArray(value)) list = value;
  else if (typeof value === 'string') {
    const text = value.trim();
    const parsed = text.startsWith('[') ? parseExactJson(text) : null;
    if (parsed === null) list = text.split(/[\s,;|]+/).filter((part) => part !== '');
    else list = parsed.ok && Array.isArray(parsed.value) ? parsed.value : [null];
  }
  const known: readonly unknown[] = PRIORITIZATION_VALUES;
  if (list.length === 0 || !list.every((one) => known.includes(one)))
    return bad('prioritization_invalid', column, value);
  return good(JSON.stringify(list));
}

function good(json: string): CellReading {
  return { ok: true, json };
}

function bad(
  code: 'not_text' | 'not_number' | 'not_boolean' | 'not_json' | 'prioritization_invalid',
  column: string,
  value: unknown,
): CellReading {
  const text = scalarText(value) ?? jsonText(value);
  const shown = text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
  return { ok: false, problem: { code, params: { column, value: shown } } };
}
