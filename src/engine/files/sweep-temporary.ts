import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFilePattern } from './atomic-write';

/** Younger ones may belong to a program that is writing now. */
const staleMs = 60 * 60 * 1000;

/** Takes away the half-written files that a crash left in a folder of our own. Never fails. */
export async function sweepTemporaryFiles(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!temporaryFilePattern.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && now - found.mtimeMs > staleMs)
      await rm(path, { force: true }).catch(() => undefined);
  }
}
