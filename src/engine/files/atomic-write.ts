import { randomBytes } from 'node:crypto';
import { chmod, chown, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemCode, withFileErrors } from './file-error';

/** How the names of half-written files begin and end: hidden, so that no list ever shows one. */
export const temporaryFilePattern = /^\..+\.[0-9a-f]{12}\.tmp$/;

/**
 * Replaces a file as a whole: after a crash or with a full disk the old or the new content is there,
 * never a part. Keeps the file's mode and owner and writes through a symbolic link.
 * Throws `disk_full`, `no_access`, `read_only` or `not_found` (the folder is gone).
 */
export async function writeAtomically(path: string, data: string | Uint8Array): Promise<void> {
  await withFileErrors(path, async () => {
    const target = await realpath(path).catch(() => path);
    const before = await stat(target).catch(() => null);
    const temporary = join(
      dirname(target),
      `.${shortened(basename(target))}.${randomBytes(6).toString('hex')}.tmp`,
    );
    try {
      await writeAndSync(temporary, data);
      if (before !== null) await takeOver(temporary, before);
      await renameOver(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  });
}

/**
 * Creates a file that must not exist yet; `already_exists` when it does. A file that could not be
 * written to its end is taken away again.
 */
export async function createFile(path: string, data: string | Uint8Array): Promise<void> {
  await withFileErrors(path, () => writeAndSync(path, data));
}

/** `FileHandle.writeFile` writes on after a short write, which a nearly full disk answers with. */
async function writeAndSync(path: string, data: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(data);
    await file.sync();
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
  await file.close();
}

/** Leaves room for the temporary file's own ending within the 255 bytes that a name may have. */
function shortened(name: string): string {
  return Buffer.from(name)
    .subarray(0, 200)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
}

async function takeOver(
  path: string,
  before: { mode: number; uid: number; gid: number },
): Promise<void> {
  await chmod(path, before.mode & 0o7777);
  if (process.getuid !== undefined && process.getuid() === 0) {
    await chown(path, before.uid, before.gid).catch(() => undefined);
  }
}

/** On Windows a virus scanner may hold the old file for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '');
      if (process.platform !== 'win32' || !held || attempt === 8) throw error;
      await wait(attempt * 20);
    }
  }
}
