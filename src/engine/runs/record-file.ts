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
  /** The page a record is on, in the same way; without a view of its own, for what is done for each row. */
  pageOf(index: number, change: boolean): Buffer;
  /** Where a record begins in its page. */
  offsetOf(index: number): number;
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
  /** The page that was asked for last, which is the next one's more often than not. */
  let last: { readonly number: number; readonly page: Page } | null = null;

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

  const load = (number: number): Page => {
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

  const offsetOf = (index: number): number => (index % perPage) * recordBytes;
  const pageOf = (index: number, change: boolean): Buffer => {
    const number = Math.floor(index / perPage);
    let page = last?.number === number ? last.page : null;
    if (page === null) {
      // It may be put away to make room, and must not be changed after that.
      last = null;
      page = guard(() => load(number));
      last = { number, page };
    }
    if (change) {
      page.changed = true;
      if (index >= length) length = index + 1;
    }
    return page.bytes;
  };

  return {
    length: () => length,
    at(index, change) {
      const start = offsetOf(index);
      return pageOf(index, change).subarray(start, start + recordBytes);
    },
    pageOf,
    offsetOf,
    write: () =>
      guard(() => {
        for (const [number, page] of pages) save(number, page);
      }),
    clear: () =>
      guard(() => {
        pages.clear();
        last = null;
        length = 0;
        ftruncateSync(handle, 0);
      }),
    close: () => closeSync(handle),
  };
}
