import { closeSync, ftruncateSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { toFileError } from '../files/file-error';

/** A file of records of one size, read and changed by number, in flat memory whatever its length. */
export interface RecordFile {
  /** Records that there are. */
  length(): number;
  /**
   * The bytes of a record, to read or change until the next call; zeros where there was none.
   * @throws DeskError of the file family.
   */
  at(index: number, change: boolean): Buffer;
  /** Puts everything that was changed into the file; it is not forced to the disk. */
  write(): void;
  clear(): void;
  close(): void;
}

const pageBytes = 32 * 1024;
/** Pages in memory: two megabytes. */
const mostPages = 64;

interface Page {
  readonly bytes: Buffer;
  changed: boolean;
}

/**
 * Opens or makes such a file. What is in it can be made again from the journal, so it is never synced.
 * Its calls are synchronous: they go to the system's memory, not to the disk.
 */
export function openRecordFile(path: string, recordBytes: number, writable: boolean): RecordFile {
  const perPage = Math.floor(pageBytes / recordBytes);
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw toFileError(error, path);
    }
  };
  const file = guard(() => openSync(path, writable ? 'a+' : 'r', 0o600));
  // Appending mode ignores the position of a write on some systems.
  closeSync(file);
  const handle = guard(() => openSync(path, writable ? 'r+' : 'r'));
  let length = guard(() => Math.floor(fstatSync(handle).size / recordBytes));
  const pages = new Map<number, Page>();

  const save = (number: number, page: Page): void => {
    if (!page.changed) return;
    const records = Math.min(perPage, length - number * perPage);
    const bytes = records * recordBytes;
    for (let done = 0; done < bytes;) {
      done += writeSync(
        handle,
        page.bytes,
        done,
        bytes - done,
        number * perPage * recordBytes + done,
      );
    }
    page.changed = false;
  };

  const pageOf = (number: number): Page => {
    const known = pages.get(number);
    if (known !== undefined) {
      pages.delete(number);
      pages.set(number, known);
      return known;
    }
    if (pages.size >= mostPages) {
      const [oldest] = pages;
      if (oldest !== undefined) {
        save(...oldest);
        pages.delete(oldest[0]);
      }
    }
    const bytes = Buffer.alloc(perPage * recordBytes);
    readSync(handle, bytes, 0, bytes.length, number * perPage * recordBytes);
    const page = { bytes, changed: false };
    pages.set(number, page);
    return page;
  };

  return {
    length: () => length,
    at: (index, change) =>
      guard(() => {
        const page = pageOf(Math.floor(index / perPage));
        if (change) {
          page.changed = true;
          length = Math.max(length, index + 1);
        }
        const start = (index % perPage) * recordBytes;
        return page.bytes.subarray(start, start + recordBytes);
      }),
    write: () =>
      guard(() => {
        for (const [number, page] of pages) save(number, page);
      }),
    clear: () =>
      guard(() => {
        pages.clear();
        length = 0;
        ftruncateSync(handle, 0);
      }),
    close: () => closeSync(handle),
  };
}
