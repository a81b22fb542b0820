import type { DispatchSummary } from '#shared/domain/dispatch';

/** A line of the table: a day's heading or a dispatch. */
export type HistoryRow =
  | { readonly kind: 'day'; readonly key: string; readonly date: Date }
  | { readonly kind: 'dispatch'; readonly key: string; readonly item: DispatchSummary };

function localDay(date: Date): string {
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/** Puts a heading before the first dispatch of each day, by the clock of this computer. */
export function rowsOf(items: readonly DispatchSummary[]): readonly HistoryRow[] {
  const rows: HistoryRow[] = [];
  let day = '';
  for (const item of items) {
    const date = new Date(item.createdAt);
    const itemDay = localDay(date);
    if (itemDay !== day) {
      day = itemDay;
      rows.push({ kind: 'day', key: `day:${day}`, date });
    }
    rows.push({ kind: 'dispatch', key: item.id, item });
  }
  return rows;
}

/** Whole days from `date` to `now`: 0 today, 1 yesterday. Changes of the clock do not count. */
export function daysAgo(date: Date, now: Date): number {
  const noon = (of: Date): number => Date.UTC(of.getFullYear(), of.getMonth(), of.getDate(), 12);
  return Math.round((noon(now) - noon(date)) / 86_400_000);
}
