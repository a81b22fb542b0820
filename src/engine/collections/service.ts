import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import type { Collection } from '#shared/domain/collection';
import type { RequestFile, RequestRef } from '#shared/domain/request';
import { DeskError } from '#shared/errors';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { withFileErrors } from '../files/file-error';
import { resolveInside } from '../files/safe-path';
import { createSerial } from '../files/serial';
import type { Log } from '../log/log';
import type { Publish } from '../publish';
import {
  type CanWrite,
  canWrite,
  collectionId,
  type CollectionRoot,
  createCollectionRoot,
} from './collection-root';
import { createCollectionEditor } from './edit-collection';
import { type WatchFolder, watchFolder } from './folder-watch';
import type { Trash } from './trash';

type Input<
  K extends
    'read' | 'write' | 'create' | 'createFolder' | 'rename' | 'duplicate' | 'remove' | 'restore',
> = ParsedInput<`collections.${K}`>;
type Output<K extends 'write' | 'createFolder' | 'remove'> = RouteOutput<`collections.${K}`>;

/** Folders of saved requests: what they hold, and every change to their files. Texts stay byte for byte. */
export interface Collections {
  /** All of them as they are now; from the first call on changes are published as `collections.changed`. */
  list(input?: ParsedInput<'collections.list'>): Promise<readonly Collection[]>;
  read(ref: Input<'read'>): Promise<RequestFile>;
  write(input: Input<'write'>): Promise<Output<'write'>>;
  create(input: Input<'create'>): Promise<RequestFile>;
  createFolder(input: Input<'createFolder'>): Promise<Output<'createFolder'>>;
  rename(input: Input<'rename'>): Promise<RequestRef>;
  duplicate(ref: Input<'duplicate'>): Promise<RequestRef>;
  remove(ref: Input<'remove'>): Promise<Output<'remove'>>;
  restore(input: Input<'restore'>): Promise<RequestRef>;
  /** Shows a folder as a collection; one that is shown already is returned as it is. `folder_missing` when it is no folder. */
  addFolder(path: string): Promise<Collection>;
  removeFolder(input: ParsedInput<'collections.removeFolder'>): Promise<null>;
  /** The place on disk, for the system's file manager; '' is the collection's own folder. */
  absolutePath(root: string, path: string): Promise<string>;
  /** Takes over a changed list of folders. */
  setFolders(folders: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface CollectionsDeps {
  readonly folders: readonly string[];
  /** Keeps a changed list of folders in the settings. */
  saveFolders(folders: readonly string[]): Promise<void>;
  readonly trash: Trash;
  readonly publish: Publish;
  readonly log: Log;
  readonly watchFolder?: WatchFolder;
  readonly canWrite?: CanWrite;
  /** How often a missing folder is looked for, in milliseconds; 1000 unless given. */
  readonly missingPollMs?: number;
}

/** The most folders the settings can hold. */
const maxFolders = 50;

export function createCollections(deps: CollectionsDeps): Collections {
  const mayWrite = deps.canWrite ?? canWrite;
  const editor = createCollectionEditor({ trash: deps.trash, canWrite: mayWrite });
  /** Changes come one after the other, so that reading, deciding and writing are not mixed. */
  const serial = createSerial();
  let listed = false;
  let roots: CollectionRoot[] = [];

  const tell = (): void =>
    deps.publish(
      'collections.changed',
      roots.map((root) => root.view()),
    );

  const makeRoot = (folder: string): CollectionRoot =>
    createCollectionRoot(folder, {
      watchFolder: deps.watchFolder ?? watchFolder,
      canWrite: mayWrite,
      log: deps.log,
      onChanged: tell,
      missingPollMs: deps.missingPollMs ?? 1000,
    });

  const rootOf = (id: string): CollectionRoot => {
    const root = roots.find((one) => one.id === id);
    if (root === undefined) throw new DeskError('folder_missing', { root: id });
    return root;
  };

  const adopt = async (folders: readonly string[]): Promise<void> => {
    const wanted = [...new Set(folders.map((folder) => resolve(folder)))];
    const gone = roots.filter((root) => !wanted.includes(root.folder));
    roots = wanted.map(
      (folder) => roots.find((root) => root.folder === folder) ?? makeRoot(folder),
    );
    if (listed) for (const root of roots) root.watch();
    await Promise.all(gone.map((root) => root.stop()));
  };

  /** After a change of our own the answer waits for the new list, so that the tree is right when it comes. */
  const changed = async (root: CollectionRoot): Promise<void> => {
    await root.refresh();
    tell();
  };

  /** One change to the files of one collection. */
  const edit = <T>(rootId: string, change: (folder: string) => Promise<T>): Promise<T> =>
    serial(async () => {
      const root = rootOf(rootId);
      const result = await change(root.folder);
      await changed(root);
      return result;
    });

  const fileOf = async (ref: RequestRef): Promise<RequestFile> => ({
    ref,
    ...(await editor.read(rootOf(ref.root).folder, ref.path)),
  });

  roots = [...new Set(deps.folders.map((folder) => resolve(folder)))].map(makeRoot);

  return {
    async list() {
      listed = true;
      for (const root of roots) root.watch();
      return Promise.all(roots.map((root) => root.current()));
    },
    read: (ref) => fileOf(ref),
    write: ({ ref, text, baseRevision }) =>
      serial(async () => {
        const root = rootOf(ref.root);
        const { revision, isNew } = await editor.write(root.folder, ref.path, text, baseRevision);
        if (isNew) await changed(root);
        return { revision };
      }),
    async create({ root, folder, name, text }) {
      const path = await edit(root, (top) => editor.create(top, folder, name, text));
      return fileOf({ root, path });
    },
    createFolder: ({ root, folder, name }) =>
      edit(root, async (top) => ({ path: await editor.createFolder(top, folder, name) })),
    rename: ({ ref, name }) =>
      edit(ref.root, async (top) => ({
        root: ref.root,
        path: await editor.rename(top, ref.path, name),
      })),
    duplicate: (ref) =>
      edit(ref.root, async (top) => ({
        root: ref.root,
        path: await editor.duplicate(top, ref.path),
      })),
    remove: (ref) =>
      edit(ref.root, async (top) => ({ undoToken: await editor.remove(top, ref.path) })),
    async restore({ undoToken }) {
      const { folder, path } = await deps.trash.record(undoToken);
      const root = collectionId(folder);
      return edit(root, async (top) => ({
        root,
        path: await editor.restore(top, path, undoToken),
      }));
    },
    addFolder: (path) =>
      serial(async () => {
        const folder = resolve(path);
        const isFolder = await withFileErrors(folder, () => stat(folder)).then((found) =>
          found.isDirectory(),
        );
        if (!isAbsolute(path) || !isFolder) throw new DeskError('folder_missing', { path });
        if (!roots.some((root) => root.folder === folder)) {
          if (roots.length >= maxFolders)
            throw new DeskError('invalid_input', { limit: maxFolders });
          const folders = [...roots.map((root) => root.folder), folder];
          await deps.saveFolders(folders);
          await adopt(folders);
        }
        const root = rootOf(collectionId(folder));
        await changed(root);
        return root.view();
      }),
    removeFolder: ({ root: id }) =>
      serial(async () => {
        const root = rootOf(id);
        const folders = roots.filter((one) => one !== root).map((one) => one.folder);
        await deps.saveFolders(folders);
        await adopt(folders);
        tell();
        return null;
      }),
    absolutePath: (root, path) => resolveInside(rootOf(root).folder, path),
    setFolders: (folders) =>
      serial(async () => {
        await adopt(folders);
        if (!listed) return;
        await Promise.all(roots.map((root) => root.current()));
        tell();
      }),
    async close() {
      await serial(() => Promise.resolve());
      await Promise.all(roots.map((root) => root.stop()));
    },
  };
}
