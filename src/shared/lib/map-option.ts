import { valueTypes } from '../domain/data-words';
import type { ColumnMapping, Mapping } from '../domain/run';
import { readTarget } from './target-path';

/** What `--map` says of one column; a target of null: the column is not sent. */
export interface MapOption {
  readonly column: string;
  readonly entry: ColumnMapping | null;
}

/**
 * Reads `COLUMN=PATH` or `COLUMN=PATH:TYPE`. The last `=` parts them, since no path has one and column names
 * may; an empty path keeps a column from being sent. Null where it is neither.
 */
export function parseMapOption(text: string): MapOption | null {
  const equals = text.lastIndexOf('=');
  if (equals < 1) return null;
  const column = text.slice(0, equals);
  const rest = text.slice(equals + 1);
  if (rest === '') return { column, entry: null };
  const type = valueTypes.find((one) => rest.endsWith(`:${one}`));
  const target = type === undefined ? rest : rest.slice(0, -type.length - 1);
  if (readTarget(target) === null) return null;
  return { column, entry: { column, target, type: type ?? 'auto', whenEmpty: 'leave_out' } };
}

/** A mapping with what `--map` says in place of what it said of the same columns; repeats of a column add up. */
export function withMapOptions(mapping: Mapping, options: readonly MapOption[]): Mapping {
  const named = new Set(options.map(({ column }) => column));
  return [
    ...mapping.filter(({ column }) => !named.has(column)),
    ...options.flatMap(({ entry }) => entry ?? []),
  ];
}
