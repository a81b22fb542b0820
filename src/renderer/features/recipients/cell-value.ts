import type { RecipientCell, RecipientColumn } from '../../body/recipients/recipient-table';
import { jsonSource } from '../../body/recipients/typed-text';

/** How what is typed is meant: as a text, or as JSON. */
export type CellMode = 'text' | 'json';

/** Columns whose values are always texts. */
export function isTextColumn({ group }: RecipientColumn): boolean {
  return group === 'identifier' || group === 'aliasLabel';
}

/** Whether a text could be taken for something else, so that it is shown in quotes. */
export function needsQuotes(text: string): boolean {
  return text === '' || text !== text.trim() || jsonSource(text) !== null;
}

/** What a cell shows. */
export function shownText(cell: RecipientCell): string {
  return cell.kind === 'string' && needsQuotes(cell.text) ? `"${cell.text}"` : cell.text;
}

/**
 * How a cell is edited at first: as what it is. An empty one goes by the others of its column, and by its
 * name where it is one of Braze's own that is no text.
 */
export function firstMode(
  cell: RecipientCell | null,
  column: RecipientColumn,
  others: readonly (RecipientCell | null)[],
): CellMode {
  if (isTextColumn(column)) return 'text';
  if (cell !== null) return cell.kind === 'string' ? 'text' : 'json';
  if (column.group === 'field') return 'json';
  const known = others.filter((other) => other !== null);
  return known.length > 0 && known.every(({ kind }) => kind !== 'string') ? 'json' : 'text';
}

/** JSON text of what was typed; null when it is meant as JSON and is none. */
export function sourceOfTyped(text: string, mode: CellMode): string | null {
  return mode === 'text' ? JSON.stringify(text) : jsonSource(text);
}

/** The text to edit when the mode changes: a text keeps its words, JSON its spelling. */
export function textInMode(text: string, mode: CellMode): string {
  if (mode === 'json') return jsonSource(text) ?? JSON.stringify(text);
  const source = jsonSource(text);
  const value: unknown = source?.startsWith('"') === true ? JSON.parse(source) : text;
  return typeof value === 'string' ? value : text;
}
