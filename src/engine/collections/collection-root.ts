import { createHash } from 'node:crypto';
import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Collection, CollectionState } from '#shared/domain/collection';
import { systemCode } from '../files/file-error';
import type { Log } from '../log/log';
import { createDebounce } from './debounce';
import type { StopWatching, WatchFolder } from './folder-watch';
import { scanFolder } from './scan-folder';

/** Whether this process may write to a place. */
export type CanWrite = (path: string) => Promise<boolean>;

export const canWrite: CanWrite = async (path) =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

/** A collection's id: made of its folder, so that drafts, tabs and the ledger find it again after a restart. */
export function collectionId(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 20);
}

/** One folder that is shown as a collection, kept up to date while it is watched. */
export interface CollectionRoot {
  readonly id: string;
  readonly folder: string;
  /** As last seen. */
  view(): Collection;
  /** Looks at the disk now. Several askings while one look is under way share the next. */
  refresh(): Promise<Collection>;
  /** Looks when it must: the first time, and whenever nothing would tell of a change. */
  current(): Promise<Collection>;
  /** Starts telling of changes, if it does not yet. */
  watch(): void;
  stop(): Promise<void>;
}

export interface RootDeps {
  readonly watchFolder: WatchFolder;
  readonly canWrite: CanWrite;
  readonly log: Log;
  /** Something may have changed: entries, state or the content of a file. */
  readonly onChanged: () => void;
  /** How often a missing folder is looked for, in milliseconds. */
  readonly missingPollMs: number;
}

export function createCollectionRoot(folder: string, deps: RootDeps): CollectionRoot {
  const id = collectionId(folder);
  let view: Collection = {
    id,
    name: basename(folder) || folder,
    folder,
    state: 'ready',
    entries: [],
    truncated: false,
  };
  let seen = false;
  let watching = false;
  /** The system would not watch it (too many watches): it is not asked again while the folder stays. */
  let refused = false;
  let stopWatch: StopWatching | null = null;
  let poll: NodeJS.Timeout | undefined;
  let running: Promise<Collection> | null = null;
  let next: Promise<Collection> | null = null;

  const look = async (): Promise<Collection> => {
    const found = await stateOf(folder, deps.canWrite);
    const listing =
      found === 'ready' || found === 'read_only'
        ? await scanFolder(folder).catch((error: unknown) => scanFailure(error))
        : found;
    view =
      typeof listing === 'string'
        ? { ...view, state: listing, entries: [], truncated: false }
        : { ...view, state: found, ...listing };
    seen = true;
    if (watching) await followState();
    return view;
  };

  const refresh = (): Promise<Collection> => {
    if (running === null) {
      running = look().finally(() => (running = null));
      return running;
    }
    // What is asked for now may not be in the look that is under way.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return refresh();
      });
    return next;
  };

  const debounce = createDebounce(
    () =>
      void refresh().then(deps.onChanged, (error: unknown) =>
        deps.log.warn('collection not read', { error }),
      ),
    { quietMs: 120, maxMs: 1000 },
  );

  /** Watches what is there, waits for what is not. A huge folder is not watched: it is looked at when asked for. */
  const followState = async (): Promise<void> => {
    const present = view.state !== 'missing';
    if (!present) refused = false;
    if (present && !view.truncated && !refused) {
      clearInterval(poll);
      poll = undefined;
      stopWatch ??= deps.watchFolder(folder, {
        onChanged: debounce.ask,
        onLost: (error) => {
          deps.log.warn('collection no longer watched', { error });
          refused = true;
          void unwatch();
          debounce.ask();
        },
      });
      return;
    }
    await unwatch();
    if (!present) poll ??= setInterval(() => void returned(), deps.missingPollMs).unref();
  };

  const returned = async (): Promise<void> => {
    if ((await stateOf(folder, deps.canWrite)) !== 'missing') debounce.ask();
  };

  const unwatch = async (): Promise<void> => {
    const stop = stopWatch;
    stopWatch = null;
    await stop?.().catch(() => undefined);
  };

  return {
    id,
    folder,
    view: () => view,
    refresh,
    current: () => (seen && stopWatch !== null ? Promise.resolve(view) : refresh()),
    watch() {
      watching = true;
    },
    async stop() {
      watching = false;
      clearInterval(poll);
      debounce.stop();
      await running?.catch(() => undefined);
      await unwatch();
    },
  };
}

async function stateOf(folder: string, mayWrite: CanWrite): Promise<CollectionState> {
  try {
    if (!(await stat(folder)).isDirectory()) return 'missing';
  } catch (error) {
    return scanFailure(error);
  }
  return (await mayWrite(folder)) ? 'ready' : 'read_only';
}

function scanFailure(error: unknown): 'missing' | 'unreadable' {
  return ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '') ? 'missing' : 'unreadable';
}
