import type { DispatchSummary } from '#shared/domain/dispatch';
import { reachText } from '../../i18n/reach-text';
import { text } from '../../i18n/use-text';
import { formatCount } from '../../lib/format';
import type { ColumnId } from './history-columns';

const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than using it, and each row uses one. */
function timeFormat(language: string): Intl.DateTimeFormat {
  const made = timeFormats.get(language);
  if (made !== undefined) return made;
  const format = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  timeFormats.set(language, format);
  return format;
}

/** What stands in a cell. */
export function cellText(column: ColumnId, item: DispatchSummary, language: string): string {
  switch (column) {
    case 'time':
      return timeFormat(language).format(new Date(item.createdAt));
    case 'outcome':
      return text(`outcomes.${item.outcome}`);
    case 'status':
      return item.status === null ? '' : String(item.status);
    case 'environment':
      return item.environmentName;
    case 'request':
      return item.requestName ?? text('history.unsaved');
    case 'target':
      return item.targetId ?? '';
    case 'reached':
      return reachText(item.blastRadius, language);
    case 'dispatchId':
      return item.dispatchId ?? '';
    case 'elapsed':
      return item.elapsedMs === null ? '' : formatCount(Math.round(item.elapsedMs), language);
  }
}

/** A value as one cell of a table that is pasted: no tabs, no line breaks, nothing a sheet would run. */
function plainCell(value: string): string {
  const line = value.replace(/[\t\r\n]+/g, ' ');
  return /^[=+@-]/.test(line) ? `'${line}` : line;
}

/** What is exact outlives the clipboard better than what is short: times whole, numbers unformatted. */
function copiedText(column: ColumnId, item: DispatchSummary, language: string): string {
  if (column === 'time') return item.createdAt;
  if (column === 'elapsed') {
    return item.elapsedMs === null ? '' : String(Math.round(item.elapsedMs));
  }
  if (column === 'request') return item.requestName ?? '';
  return cellText(column, item, language);
}

/** Rows as tab-separated text with a line of headings, for a ticket or a sheet. */
export function tsvOf(
  items: readonly DispatchSummary[],
  columns: readonly ColumnId[],
  language: string,
): string {
  const head = columns.map((column) => text(`history.columns.${column}`));
  const lines = items.map((item) =>
    columns.map((column) => plainCell(copiedText(column, item, language))),
  );
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n');
}
