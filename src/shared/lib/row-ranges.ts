import type { RowRange } from '../domain/data-row';

/** Adds an index that is larger than all before it. */
export function appendIndex(ranges: RowRange[], index: number): void {
  const last = ranges.at(-1);
  if (last !== undefined && last.last === index - 1) {
    ranges[ranges.length - 1] = { first: last.first, last: index };
  } else ranges.push({ first: index, last: index });
}

/** All indexes, in order; as a list, which takes a fraction of a generator's time. */
export function listIndexes(ranges: readonly RowRange[]): number[] {
  const indexes: number[] = [];
  for (const { first, last } of ranges) {
    for (let index = first; index <= last; index += 1) indexes.push(index);
  }
  return indexes;
}

/** How many indexes there are. */
export function countIndexes(ranges: readonly RowRange[]): number {
  return ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** Whether an index is among sorted ranges. */
export function hasIndex(ranges: readonly RowRange[], index: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (index < range.first) high = middle - 1;
    else if (index > range.last) low = middle + 1;
    else return true;
  }
  return false;
}
