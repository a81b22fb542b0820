import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Draft, draftSchema } from '#shared/domain/draft';
import { DeskError } from '#shared/errors';
import type { ParsedInput } from '#shared/ipc/contract';
import { writeAtomically } from '../files/atomic-write';
import { toFileError, withFileErrors } from '../files/file-error';
import { readText } from '../files/read-text';
import { createSerialByKey } from '../files/serial';
import type { Problems } from '../problems';

/** Unsaved edits, one file each, so that a crash loses at most the last second. */
export interface Drafts {
  /** Oldest first. A file that cannot be read is left where it is and becomes a problem. */
  list(input?: ParsedInput<'drafts.list'>): Promise<readonly Draft[]>;
  save(input: ParsedInput<'drafts.save'>): Promise<Draft>;
  discard(input: ParsedInput<'drafts.discard'>): Promise<null>;
}

const maxBytes = 64 * 1024 * 1024;
const draftFile = /^[0-9a-f-]{36}\.json$/;

export function createDrafts(deps: { folder: string; now(): number; problems: Problems }): Drafts {
  const serial = createSerialByKey();
  const fileOf = (id: string): string => join(deps.folder, `${id.toLowerCase()}.json`);

  const read = async (path: string): Promise<Draft> => {
    const { text } = await readText(path, maxBytes);
    try {
      return draftSchema.parse(JSON.parse(text));
    } catch (cause) {
      throw new DeskError('file_broken', { file: path }, { cause });
    }
  };

  return {
    async list() {
      const names = await readdir(deps.folder).catch((error: unknown) => {
        const failed = toFileError(error, deps.folder);
        if (failed instanceof DeskError && failed.code === 'not_found') return [];
        throw failed;
      });
      const drafts: Draft[] = [];
      for (const name of names) {
        const path = join(deps.folder, name);
        if (!draftFile.test(name)) continue;
        try {
          drafts.push(await serial(name, () => read(path)));
        } catch (error) {
          if (!(error instanceof DeskError)) throw error;
          const params = { file: path, ...error.params };
          deps.problems.set({ id: `drafts/${name}`, area: 'drafts', code: error.code, params });
        }
      }
      return drafts.sort((a, b) => (a.savedAt < b.savedAt ? -1 : a.savedAt > b.savedAt ? 1 : 0));
    },
    save: (input) => {
      const path = fileOf(input.id);
      return serial(`${input.id.toLowerCase()}.json`, async () => {
        const draft: Draft = { ...input, savedAt: new Date(deps.now()).toISOString() };
        await withFileErrors(deps.folder, () => mkdir(deps.folder, { recursive: true }));
        await writeAtomically(path, JSON.stringify(draft));
        return draft;
      });
    },
    discard: ({ id }) =>
      serial(`${id.toLowerCase()}.json`, async () => {
        const path = fileOf(id);
        await withFileErrors(path, () => rm(path, { force: true }));
        deps.problems.clear(`drafts/${id.toLowerCase()}.json`);
        return null;
      }),
  };
}
