import { PRIORITIZATION_VALUES } from '../braze/fields-send';
import type { RowProblem } from '../domain/data-row';
import type { ValueType } from '../domain/data-words';
import { parseExactJson } from './exact-json';
import { ExactNumber } from './exact-number';
import { jsonText } from './json-text';

/** A value as compact JSON, or what is wrong with it. */
export type CellReading = string | RowProblem;

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const mostShown = 40;
const prioritizations: readonly unknown[] = PRIORITIZATION_VALUES;

/** Whether a value stands for "nothing in it". */
export function isEmptyCell(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** A text, number or boolean as text; null for lists and objects. */
export function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value instanceof ExactNumber) return value.text;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A value that is not empty, as JSON of the wanted type. Digits are never rewritten. */
export function readCell(column: string, value: unknown, type: ValueType): CellReading {
  switch (type) {
    case 'auto':
      return typeof value === 'string' ? JSON.stringify(value) : jsonText(value);
    case 'text': {
      const text = scalarText(value);
      return text === null ? bad('not_text', column, value) : JSON.stringify(text);
    }
    case 'number': {
      const text = typeof value === 'boolean' ? '' : (scalarText(value)?.trim() ?? '');
      return jsonNumber.test(text) ? text : bad('not_number', column, value);
    }
    case 'boolean': {
      const text = scalarText(value)?.trim().toLowerCase();
      return text === 'true' || text === 'false' ? text : bad('not_boolean', column, value);
    }
    case 'json': {
      if (typeof value !== 'string') return jsonText(value);
      const parsed = parseExactJson(value);
      return parsed.ok ? jsonText(parsed.value) : bad('not_json', column, value);
    }
  }
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
  return list.length > 0 && list.every((one) => prioritizations.includes(one))
    ? JSON.stringify(list)
    : bad('prioritization_invalid', column, value);
}

function bad(code: RowProblem['code'], column: string, value: unknown): RowProblem {
  const text = scalarText(value) ?? jsonText(value);
  const shown = text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
  return { code, params: { column, value: shown } };
}
