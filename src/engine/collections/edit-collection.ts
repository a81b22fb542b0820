import { constants } from 'node:fs';
import { cp, mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { requestFileExtensions } from '#shared/domain/request';
import { maxRequestFileBytes } from '#shared/domain/request-size';
import { DeskError } from '#shared/errors';
import { createFile, writeAtomically } from '../files/atomic-write';
import { loneSurrogate } from '../files/decode-text';
import { systemCode, toFileError, withFileErrors } from '../files/file-error';
import { readText, revisionOf } from '../files/read-text';
import type { CanWrite } from './collection-root';
import { requestExtension, requestName } from './request-extension';
import {
  existingPlace,
  fileNameOf,
  folderOf,
  joinInside,
  placeInside,
  requestPlace,
  takenNames,
} from './request-place';
import { freeName, nameKey, safeName } from './safe-name';
import type { Trash } from './trash';

/** What is done to the files of one collection's folder. Paths are inside it; texts are written as given. */
export interface CollectionEditor {
  read(
    folder: string,
    path: string,
  ): Promise<{ text: string; revision: string; readOnly: boolean }>;
  write(
    folder: string,
    path: string,
    text: string,
    baseRevision: string | null,
  ): Promise<{ revision: string; isNew: boolean }>;
  create(folder: string, into: string, name: string, text: string): Promise<string>;
  createFolder(folder: string, into: string, name: string): Promise<string>;
  rename(folder: string, path: string, name: string): Promise<string>;
  duplicate(folder: string, path: string): Promise<string>;
  remove(folder: string, path: string): Promise<string>;
  restore(folder: string, path: string, token: string): Promise<string>;
}

/** The bytes of a text that a request file may hold: `not_text` for half a character, `too_large` beyond 4 MB. */
function requestBytes(text: string, path: string): Buffer {
  const offset = loneSurrogate(text);
  if (offset >= 0) throw new DeskError('not_text', { path, offset });
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > maxRequestFileBytes) {
    throw new DeskError('too_large', { path, bytes: bytes.length, limit: maxRequestFileBytes });
  }
  return bytes;
}

async function bytesNow(place: string): Promise<Buffer | null> {
  try {
    return await readFile(place);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw toFileError(error, place);
  }
}

export function createCollectionEditor(deps: {
  readonly trash: Trash;
  readonly canWrite: CanWrite;
}): CollectionEditor {
  /** Tries free names until one could be taken: another program may be faster. */
  const takeFreeName = async (
    folder: string,
    into: string,
    name: string,
    extension: string,
    take: (place: string) => Promise<unknown>,
  ): Promise<string> => {
    const parent = await placeInside(folder, into);
    const taken = await takenNames(parent);
    for (;;) {
      const free = freeName(name, extension, taken);
      try {
        await take(join(parent, free));
        return joinInside(into, free);
      } catch (error) {
        const failed = toFileError(error, join(parent, free));
        if (!(failed instanceof DeskError) || failed.code !== 'already_exists') throw failed;
        taken.add(nameKey(free));
      }
    }
  };

  return {
    async read(folder, path) {
      const place = await requestPlace(folder, path);
      const found = await readText(place, maxRequestFileBytes);
      const writable = (await deps.canWrite(place)) && (await deps.canWrite(dirname(place)));
      return { ...found, readOnly: !writable };
    },

    async write(folder, path, text, baseRevision) {
      const place = await requestPlace(folder, path);
      const bytes = requestBytes(text, path);
      const before = await bytesNow(place);
      if (baseRevision !== null) {
        if (before === null) throw new DeskError('not_found', { path });
        if (revisionOf(before) !== baseRevision) throw new DeskError('file_changed', { path });
      }
      const revision = revisionOf(bytes);
      if (before?.equals(bytes) === true) return { revision, isNew: false };
      // Replacing a file asks its folder only, so the file's own protection has to be asked for.
      if (before !== null && !(await deps.canWrite(place)))
        throw new DeskError('read_only', { path });
      await withFileErrors(place, () => mkdir(dirname(place), { recursive: true }));
      await writeAtomically(place, bytes);
      return { revision, isNew: before === null };
    },

    async create(folder, into, name, text) {
      const bytes = requestBytes(text, name);
      const extension = requestExtension(name) ?? requestFileExtensions[0];
      const stem = safeName(requestName(name));
      return takeFreeName(folder, into, stem, extension, (place) => createFile(place, bytes));
    },

    async createFolder(folder, into, name) {
      return takeFreeName(folder, into, safeName(name), '', (place) => mkdir(place));
    },

    async rename(folder, path, name) {
      const { place, isFolder } = await existingPlace(folder, path);
      const extension = isFolder ? '' : (requestExtension(fileNameOf(path)) ?? '');
      const wanted = safeName(isFolder ? name : requestName(name)) + extension;
      const now = fileNameOf(path);
      if (wanted === now) return path;
      const taken = await takenNames(dirname(place));
      taken.delete(nameKey(now));
      if (taken.has(nameKey(wanted))) throw new DeskError('already_exists', { name: wanted });
      await withFileErrors(place, () => rename(place, join(dirname(place), wanted)));
      return joinInside(folderOf(path), wanted);
    },

    async duplicate(folder, path) {
      const { place, isFolder } = await existingPlace(folder, path);
      const file = fileNameOf(path);
      const extension = isFolder ? '' : (requestExtension(file) ?? '');
      const stem = isFolder ? file : requestName(file);
      return takeFreeName(folder, folderOf(path), stem, extension, (copy) =>
        isFolder
          ? cp(place, copy, {
              recursive: true,
              errorOnExist: true,
              force: false,
              mode: constants.COPYFILE_EXCL,
            })
          : readFile(place).then((bytes) => createFile(copy, bytes)),
      );
    },

    async remove(folder, path) {
      const { place } = await existingPlace(folder, path);
      return deps.trash.put(place, { folder, path });
    },

    async restore(folder, path, token) {
      const into = folderOf(path);
      const parent = await placeInside(folder, into);
      await withFileErrors(parent, () => mkdir(parent, { recursive: true }));
      const file = fileNameOf(path);
      const extension = requestExtension(file) ?? '';
      const stem = file.slice(0, file.length - extension.length);
      const free = freeName(stem, extension, await takenNames(parent));
      await deps.trash.takeOut(token, join(parent, free));
      return joinInside(into, free);
    },
  };
}
