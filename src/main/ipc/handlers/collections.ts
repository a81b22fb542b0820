import type { Handlers } from '../handlers';
import type { StartingEngine } from '../../services/starting-engine';

export interface CollectionHandlerDeps {
  readonly engine: StartingEngine;
  /** Asks for a folder; null when the dialog was dismissed. */
  readonly askForFolder: () => Promise<string | null>;
  /** Shows a file or folder in the system's file manager. */
  readonly reveal: (path: string) => void;
}

type CollectionRoutes =
  | 'collections.list'
  | 'collections.read'
  | 'collections.write'
  | 'collections.create'
  | 'collections.createFolder'
  | 'collections.rename'
  | 'collections.duplicate'
  | 'collections.remove'
  | 'collections.restore'
  | 'collections.addFolder'
  | 'collections.removeFolder'
  | 'collections.reveal';

/** Saved requests on disk. The page names places inside a collection, never paths of the disk. */
export function createCollectionHandlers(
  deps: CollectionHandlerDeps,
): Pick<Handlers, CollectionRoutes> {
  const { engine } = deps;
  return {
    'collections.list': async (input) => (await engine()).collections.list(input),
    'collections.read': async (input) => (await engine()).collections.read(input),
    'collections.write': async (input) => (await engine()).collections.write(input),
    'collections.create': async (input) => (await engine()).collections.create(input),
    'collections.createFolder': async (input) => (await engine()).collections.createFolder(input),
    'collections.rename': async (input) => (await engine()).collections.rename(input),
    'collections.duplicate': async (input) => (await engine()).collections.duplicate(input),
    'collections.remove': async (input) => (await engine()).collections.remove(input),
    'collections.restore': async (input) => (await engine()).collections.restore(input),
    'collections.addFolder': async () => {
      const folder = await deps.askForFolder();
      return folder === null ? null : (await engine()).collections.addFolder(folder);
    },
    'collections.removeFolder': async (input) => (await engine()).collections.removeFolder(input),
    'collections.reveal': async ({ root, path }) => {
      deps.reveal(await (await engine()).collections.absolutePath(root, path));
      return null;
    },
  };
}
