import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createFile } from './atomic-write';
import { withFileErrors } from './file-error';

/**
 * Copies a folder of ordinary files so that the whole of it appears at once or not at all. Reads file by
 * file, because the source may lie in the application's archive, which only plain reads see into; the
 * copies are the user's own and writable whatever the source's mode was.
 */
export async function copyFolder(from: string, to: string): Promise<void> {
  const half = `${to}.part`;
  await withFileErrors(to, async () => {
    await rm(half, { recursive: true, force: true });
    await mkdir(dirname(to), { recursive: true });
    try {
      await copyInto(from, half);
      await rename(half, to);
    } catch (error) {
      await rm(half, { recursive: true, force: true }).catch(() => undefined);
      throw error;
    }
  });
}

async function copyInto(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    if (entry.isDirectory()) await copyInto(source, join(to, entry.name));
    else if (entry.isFile()) await createFile(join(to, entry.name), await readFile(source));
  }
}
