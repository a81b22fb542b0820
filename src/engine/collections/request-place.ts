import { lstat, readdir } from 'node:fs/promises';
import { DeskError } from '#shared/errors';
import { withFileErrors } from '../files/file-error';
import { resolveInside, splitInside } from '../files/safe-path';
import { requestExtension } from './request-extension';
import { nameKey } from './safe-name';

/** The folder part of a path inside a collection; '' for its top. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** The last part of a path inside a collection. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path inside a collection from its folder part and a name. */
export function joinInside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/**
 * The place of something the tree shows. Hidden files and `node_modules` are no part of a collection:
 * `name_invalid`. Paths that lead out are `outside_folder`.
 */
export async function placeInside(folder: string, path: string): Promise<string> {
  const parts = splitInside(path);
  if (parts.some((part) => part.startsWith('.') || part === 'node_modules')) {
    throw new DeskError('name_invalid', { path });
  }
  return resolveInside(folder, path);
}

/** The place of a request file; any other kind of file is `name_invalid`. */
export async function requestPlace(folder: string, path: string): Promise<string> {
  if (requestExtension(fileNameOf(path)) === null) throw new DeskError('name_invalid', { path });
  return placeInside(folder, path);
}

/** The place of something that has to be there: `not_found` otherwise. The collection's top is none. */
export async function existingPlace(
  folder: string,
  path: string,
): Promise<{ readonly place: string; readonly isFolder: boolean }> {
  if (path === '') throw new DeskError('outside_folder', { path });
  const place = await placeInside(folder, path);
  const found = await withFileErrors(place, () => lstat(place));
  return { place, isFolder: found.isDirectory() };
}

/** The names a folder has, as keys that tell what a case-blind file system would mix up. */
export async function takenNames(place: string): Promise<Set<string>> {
  return new Set((await withFileErrors(place, () => readdir(place))).map(nameKey));
}
