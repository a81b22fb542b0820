import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { DeskError } from '#shared/errors';
import { withFileErrors } from '../../files/file-error';

/** Bytes read at a time. */
const chunkBytes = 64 * 1024;

/** Opens a data file for reading; throws `not_found`, `no_access`, or `data_unreadable` for what is no file. */
export async function openDataFile(path: string): Promise<{ handle: FileHandle; bytes: number }> {
  return withFileErrors(path, async () => {
    // A named pipe without a writer would hold the program for ever.
    // Windows has no such flag, and `|` takes what is not there for 0.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) throw new DeskError('data_unreadable', { path });
      return { handle, bytes: stat.size };
    } catch (error) {
      await handle.close();
      throw error;
    }
  });
}

/**
 * The bytes of a data file, a chunk at a time; the next one is read when it is asked for. Leaving
 * the loop closes the file. Each chunk is a buffer of its own.
 * @param start offset of the first byte
 */
export async function* readChunks(
  path: string,
  start = 0,
): AsyncGenerator<Buffer, void, undefined> {
  const { handle } = await openDataFile(path);
  try {
    let position = start;
    for (;;) {
      const buffer = Buffer.allocUnsafe(chunkBytes);
      const { bytesRead } = await withFileErrors(path, () =>
        handle.read(buffer, 0, chunkBytes, position),
      );
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** The first bytes of a data file, and its size. */
export async function readHead(
  path: string,
  most: number,
): Promise<{ head: Buffer; bytes: number }> {
  const { handle, bytes } = await openDataFile(path);
  try {
    const head = Buffer.alloc(Math.min(most, bytes));
    const { bytesRead } = await withFileErrors(path, () => handle.read(head, 0, head.length, 0));
    return { head: head.subarray(0, bytesRead), bytes };
  } finally {
    await handle.close();
  }
}
