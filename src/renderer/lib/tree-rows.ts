import type { Collection, CollectionState } from '#shared/domain/collection';

/** One visible line of the collections tree. */
export interface TreeRow {
  /** Names the row as long as its path stays the same. */
  readonly key: string;
  readonly kind: 'collection' | 'folder' | 'request' | 'suite';
  readonly root: string;
  /** '' for the collection itself. */
  readonly path: string;
  readonly name: string;
  /** From 1, as assistive technology counts. */
  readonly level: number;
  /** Null for a request or a suite. */
  readonly expanded: boolean | null;
  readonly setSize: number;
  readonly position: number;
  readonly state: CollectionState;
  /** Only for a collection: it holds more than is listed. */
  readonly truncated: boolean;
}

export function rowKey(root: string, path: string): string {
  return `${root}\n${path}`;
}

type DraftRow = Omit<TreeRow, 'setSize' | 'position'> & { readonly parent: number };

/** Which entries a filter leaves: those whose name has it, and the folders above them; null for all. */
function keptEntries({ entries }: Collection, filter: string): ReadonlySet<string> | null {
  const wanted = filter.trim().toLocaleLowerCase();
  if (wanted === '') return null;
  const kept = new Set<string>();
  for (const { path, name } of entries) {
    if (!name.toLocaleLowerCase().includes(wanted)) continue;
    kept.add(path);
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      kept.add(path.slice(0, slash));
    }
  }
  return kept;
}

/**
 * The lines to show, in order. A filter opens every folder that holds a match. Linear in the number of
 * entries, since it runs at every keystroke of the filter for up to 20,000 of them.
 */
export function treeRows(
  collections: readonly Collection[],
  collapsed: ReadonlySet<string>,
  expanded: ReadonlySet<string>,
  filter: string,
): TreeRow[] {
  const rows: DraftRow[] = [];
  for (const collection of collections) {
    const kept = keptEntries(collection, filter);
    if (kept?.size === 0) continue;
    const rootKey = rowKey(collection.id, '');
    const open = kept !== null || !collapsed.has(rootKey);
    const rootIndex = rows.length;
    rows.push({
      key: rootKey,
      kind: 'collection',
      root: collection.id,
      path: '',
      name: collection.name,
      level: 1,
      expanded: open,
      state: collection.state,
      truncated: collection.truncated,
      parent: -1,
    });
    if (!open) continue;
    addEntries(rows, rootIndex, collection, kept, expanded);
  }
  return withPositions(rows);
}

function addEntries(
  rows: DraftRow[],
  rootIndex: number,
  collection: Collection,
  kept: ReadonlySet<string> | null,
  expanded: ReadonlySet<string>,
): void {
  /** The row of the last folder at each depth. */
  const parents: number[] = [];
  let hiddenBelow = Infinity;
  for (const entry of collection.entries) {
    if (entry.depth > hiddenBelow) continue;
    hiddenBelow = Infinity;
    if (kept !== null && !kept.has(entry.path)) continue;
    const key = rowKey(collection.id, entry.path);
    const isFolder = entry.kind === 'folder';
    const open = isFolder && (kept !== null || expanded.has(key));
    if (isFolder && !open) hiddenBelow = entry.depth;
    const parent = entry.depth === 0 ? rootIndex : (parents[entry.depth - 1] ?? rootIndex);
    parents[entry.depth] = rows.length;
    rows.push({
      key,
      kind: entry.kind,
      root: collection.id,
      path: entry.path,
      name: entry.name,
      level: entry.depth + 2,
      expanded: isFolder ? open : null,
      state: collection.state,
      truncated: false,
      parent,
    });
  }
}

function withPositions(rows: readonly DraftRow[]): TreeRow[] {
  const counts = new Map<number, number>();
  const positions = rows.map(({ parent }) => {
    const position = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, position);
    return position;
  });
  return rows.map(({ parent, ...row }, index) => ({
    ...row,
    position: positions[index] ?? 1,
    setSize: counts.get(parent) ?? 1,
  }));
}
