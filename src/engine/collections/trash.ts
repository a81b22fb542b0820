import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { DeskError } from '#shared/errors';
import { writeAtomically } from '../files/atomic-write';
import { withFileErrors } from '../files/file-error';
import { movePath } from '../files/move-path';

const recordSchema = z.object({
  folder: z.string(),
  path: z.string(),
  removedAt: z.number(),
});

/** Where something that was removed came from. */
export interface TrashRecord {
  /** The collection's folder. */
  readonly folder: string;
  /** Its place in there. */
  readonly path: string;
  /** Epoch milliseconds. */
  readonly removedAt: number;
}

/** How long a removed request is kept, in milliseconds: 30 days. */
export const trashKeptMs = 30 * 24 * 60 * 60 * 1000;

export interface Trash {
  /** Moves a file or folder in and returns the token that brings it back. */
  put(place: string, from: { folder: string; path: string }): Promise<string>;
  /** Where a token's content came from; `not_found` for an unknown one. */
  record(token: string): Promise<TrashRecord>;
  /** Moves a token's content to a place that must not exist yet. */
  takeOut(token: string, place: string): Promise<void>;
  /** Deletes for good what has been there longer than `trashKeptMs`. */
  sweep(): Promise<void>;
}

/** The place removed requests wait in: one folder per removal, with a record beside the content. */
export function createTrash(deps: { folder: string; uuid(): string; now(): number }): Trash {
  const recordOf = (token: string): string => join(deps.folder, token, 'record.json');
  const contentOf = (token: string, path: string): string =>
    join(deps.folder, token, 'content', basename(path));

  const record = async (token: string): Promise<TrashRecord> => {
    try {
      return recordSchema.parse(JSON.parse(await readFile(recordOf(token), 'utf8')));
    } catch (cause) {
      throw new DeskError('not_found', { token }, { cause });
    }
  };

  return {
    record,
    async put(place, from) {
      const token = deps.uuid();
      const home = join(deps.folder, token);
      await withFileErrors(home, () => mkdir(join(home, 'content'), { recursive: true }));
      // The record first: content without one could never be brought back.
      await writeAtomically(recordOf(token), JSON.stringify({ ...from, removedAt: deps.now() }));
      try {
        await movePath(place, contentOf(token, from.path));
      } catch (error) {
        // A copy that did arrive stays: its source may be half gone.
        const arrived = await readdir(join(home, 'content')).catch(() => []);
        if (arrived.length === 0) await rm(home, { recursive: true, force: true });
        throw error;
      }
      return token;
    },
    async takeOut(token, place) {
      const { path } = await record(token);
      await movePath(contentOf(token, path), place);
      await rm(join(deps.folder, token), { recursive: true, force: true });
    },
    async sweep() {
      for (const token of await readdir(deps.folder).catch(() => [])) {
        const found = await record(token).catch(() => null);
        if (found !== null && deps.now() - found.removedAt > trashKeptMs) {
          await rm(join(deps.folder, token), { recursive: true, force: true });
        }
      }
    },
  };
}
