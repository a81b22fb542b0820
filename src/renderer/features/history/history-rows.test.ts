import { expect, it } from 'vitest';
import { daysAgo, rowsOf } from './history-rows';
import { sampleDispatch } from './testing/sample-dispatch';

it('puts a heading before the first dispatch of each local day', () => {
  const at = (day: number, hour: number): string => new Date(2026, 4, day, hour, 30).toISOString();
  const rows = rowsOf([
    sampleDispatch(3, { createdAt: at(5, 0) }),
    sampleDispatch(2, { createdAt: at(4, 23) }),
    sampleDispatch(1, { createdAt: at(4, 0) }),
  ]);
  expect(
    rows.map((row) => (row.kind === 'day' ? row.date.getDate() : row.item.id.slice(-1))),
  ).toEqual([5, '3', 4, '2', '1']);
});

it('has no headings without dispatches', () => {
  expect(rowsOf([])).toEqual([]);
});

it.each([
  [new Date(2026, 4, 4, 0, 0), new Date(2026, 4, 4, 23, 59), 0],
  [new Date(2026, 4, 3, 23, 59), new Date(2026, 4, 4, 0, 0), 1],
  [new Date(2025, 11, 31, 12), new Date(2026, 0, 1, 0, 1), 1],
  // Nights in which a clock is put forward or back
  [new Date(2026, 2, 28, 12), new Date(2026, 2, 30, 12), 2],
  [new Date(2026, 9, 24, 12), new Date(2026, 9, 26, 0, 30), 2],
])('%s is seen from %s %i days ago', (date, now, days) => {
  expect(daysAgo(date, now)).toBe(days);
});
