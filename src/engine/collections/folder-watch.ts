import { basename } from 'node:path';
import { watch } from 'chokidar';
import { scanLimits } from './scan-folder';

/** Stops a watch. */
export type StopWatching = () => Promise<void>;

/** Tells of changes in a folder. `onLost` once when watching cannot go on (no more watches, folder gone). */
export type WatchFolder = (
  folder: string,
  handlers: { onChanged(): void; onLost(error: unknown): void },
) => StopWatching;

/**
 * Watches folders only, never single files: the system reports a folder's files with it, and ten
 * thousand watches would be slow to set up and run into the system's limit.
 */
export const watchFolder: WatchFolder = (folder, { onChanged, onLost }) => {
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    depth: scanLimits.depth,
    ignored: (path, stats) =>
      path !== folder && (stats?.isFile() === true || /^(?:\.|node_modules$)/.test(basename(path))),
  });
  // What changed before the watch was in place was told by nobody.
  watcher.on('ready', onChanged);
  watcher.on('raw', onChanged);
  watcher.on('all', onChanged);
  watcher.on('error', onLost);
  return () => watcher.close();
};
