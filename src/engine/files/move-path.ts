import { randomBytes } from 'node:crypto';
import { cp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode, withFileErrors } from './file-error';

/**
 * Moves a file or folder, to another disk too. `to` must not exist. What is at `from` goes only when
 * all of it has arrived; throws the codes of `toFileError`.
 */
export async function movePath(
  from: string,
  to: string,
  renamePath: (from: string, to: string) => Promise<void> = rename,
): Promise<void> {
  await withFileErrors(from, async () => {
    try {
      await renamePath(from, to);
    } catch (error) {
      if (systemCode(error) !== 'EXDEV') throw error;
      await copyAcross(from, to);
    }
  });
}

async function copyAcross(from: string, to: string): Promise<void> {
  const half = join(dirname(to), `.moving.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await cp(from, half, {
      recursive: true,
      errorOnExist: true,
      force: false,
      verbatimSymlinks: true,
      preserveTimestamps: true,
    });
    await rename(half, to);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  }
  await rm(from, { recursive: true, force: true });
}
