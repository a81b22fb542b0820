/** One line of a collection's tree, in display order (folders first, then by name). */
export interface CollectionEntry {
  /** `suite`: a test matrix of a request. */
  readonly kind: 'folder' | 'request' | 'suite';
  /** Path inside the collection with `/`; a file's ends with its extension. */
  readonly path: string;
  /** What the tree shows: the file's or folder's name without extension. */
  readonly name: string;
  readonly depth: number;
}

export type CollectionState = 'ready' | 'missing' | 'read_only' | 'unreadable';

/** A folder of saved requests on disk. */
export interface Collection {
  readonly id: string;
  readonly name: string;
  /** The folder on disk, for people to read. */
  readonly folder: string;
  readonly state: CollectionState;
  readonly entries: readonly CollectionEntry[];
  /** More files than are listed (the limit is 20,000). */
  readonly truncated: boolean;
}
