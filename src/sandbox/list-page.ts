import type { SampleTarget } from './catalogue';

/** Entries of one list page (`GET /campaigns/list`, `GET /canvas/list`). */
export const pageSize = 100;

/** A flag of a query string; anything but `true` counts as false. */
export function queryFlag(query: URLSearchParams, name: string): boolean {
  return query.get(name) === 'true';
}

/**
 * The page that `page`, `include_archived`, `sort_direction` and `last_edit.time[gt]` ask for;
 * null when one of them cannot be read. Default: page 0, oldest first, without archived ones.
 */
export function listPage<T extends SampleTarget>(
  all: readonly T[],
  query: URLSearchParams,
): readonly T[] | null {
  const page = query.get('page') ?? '0';
  const direction = query.get('sort_direction') ?? 'asc';
  const editedAfter = query.get('last_edit.time[gt]');
  // Times without a zone are UTC.
  const after = editedAfter === null ? Number.NEGATIVE_INFINITY : Date.parse(`${editedAfter}Z`);
  if (!/^\d{1,9}$/.test(page) || !['asc', 'desc'].includes(direction) || Number.isNaN(after)) {
    return null;
  }
  const found = all
    .filter((target) => queryFlag(query, 'include_archived') || !target.archived)
    .filter((target) => Date.parse(target.updatedAt) > after)
    .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  if (direction === 'desc') found.reverse();
  return found.slice(Number(page) * pageSize, (Number(page) + 1) * pageSize);
}
