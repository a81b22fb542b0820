import type { ValueType } from '../domain/data-words';
import type { ColumnMapping, Mapping } from '../domain/run';
import { readTarget } from './target-path';

const texts = ['external_user_id', 'email', 'braze_id', 'alias_name', 'alias_label'];

/** Recipient fields by name, with the type their value has. */
const fieldTypes: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ...texts.map((name) => [name, 'text'] as const),
  ['prioritization', 'auto'],
  ['send_to_existing_only', 'boolean'],
  // Whole objects: JSON rows have them as they are, a cell holds their JSON.
  ['user_alias', 'json'],
  ['trigger_properties', 'json'],
  ['context', 'json'],
  ['canvas_entry_properties', 'json'],
  ['attributes', 'json'],
]);

/** First steps under which a column's own name is a path. */
const parents = new Set(['trigger_properties', 'context', 'canvas_entry_properties', 'attributes']);

/** Where a column goes when nobody says otherwise; null: it is not sent. */
export function automaticTarget(column: string): ColumnMapping | null {
  const type = fieldTypes.get(column);
  if (type !== undefined) return { column, target: column, type, whenEmpty: 'leave_out' };
  const target = readTarget(column);
  const [first] = target?.path ?? [];
  if (target === null || target.path.length < 2 || first === undefined) return null;
  if (target.level === 'request' || !parents.has(first)) return null;
  return { column, target: column, type: 'auto', whenEmpty: 'leave_out' };
}

/**
 * The mapping that column names give by themselves: recipient fields, and paths such as
 * `trigger_properties.code`. A column of another name is not sent.
 */
export function automaticMapping(columns: readonly string[]): Mapping {
  return columns.flatMap((column) => automaticTarget(column) ?? []);
}
