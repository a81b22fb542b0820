import type { UnknownObject } from '#shared/braze/json-value';
import type { ListedTarget, TargetKind } from '#shared/domain/lookup';
import { DeskError } from '#shared/errors';
import { readListPage } from './read-list';

/** Pages that are read of one list, 100 names each. */
const mostPages = 1000;

/** Asks for one page of the list of a kind. */
export type AskPage = (query: Readonly<Record<string, string>>) => Promise<UnknownObject>;

/**
 * Reads all pages of a list. The server does not say which entries are archived: those are found by
 * leaving them out of a second reading. Ends at a page that brings nothing new, so that a server which
 * gives the same page for ever does not keep it. `onNames` is told how many names are there so far.
 * @throws DeskError what `ask` throws; `answer_unreadable`; `answer_too_large` where the pages never end.
 */
export async function readAllPages(
  kind: TargetKind,
  ask: AskPage,
  onNames: (count: number) => void,
): Promise<readonly ListedTarget[]> {
  const all = await readPages(kind, ask, true, onNames);
  const live = await readPages(kind, ask, false, () => undefined);
  const found = new Map<string, ListedTarget>();
  for (const [id, entry] of all) found.set(id, { ...entry, archived: !live.has(id) });
  // Made between the two readings.
  for (const [id, entry] of live) if (!found.has(id)) found.set(id, { ...entry, archived: false });
  return [...found.values()];
}

type Page = ReturnType<typeof readListPage>[number];

async function readPages(
  kind: TargetKind,
  ask: AskPage,
  includeArchived: boolean,
  onNames: (count: number) => void,
): Promise<ReadonlyMap<string, Page>> {
  const found = new Map<string, Page>();
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask({
      page: String(page),
      include_archived: String(includeArchived),
      sort_direction: 'asc',
    });
    const before = found.size;
    for (const entry of readListPage(answer, kind)) found.set(entry.id, entry);
    if (found.size === before) return found;
    onNames(found.size);
  }
  throw new DeskError('answer_too_large', { limit: mostPages });
}
