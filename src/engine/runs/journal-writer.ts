import { DeskError } from '#shared/errors';
import { toFileError } from '../files/file-error';
import type { AppendFile, OpenAppendFile } from './append-file';
import { encodeLine } from './journal-line';
import type { JournalRecord } from './journal-records';

/** Writes a journal: many records with one wait for the disk. */
export interface JournalWriter {
  /**
   * Adds a record that has to be on disk before anything else is done. Resolves with the offset of its line.
   * @throws DeskError of the file family: then the record is not in the file. From then on every commit
   * fails with it.
   */
  commit(record: JournalRecord, text?: string): Promise<number>;
  /**
   * Adds a record of what has happened. It goes to disk with the next commit or flush and is kept until it
   * could be written; `onPlaced` is told the offset of its line.
   */
  add(record: JournalRecord, text?: string, onPlaced?: (offset: number) => void): void;
  /** Resolves when everything is on disk. @throws DeskError of the file family. */
  flush(): Promise<void>;
  /** Bytes on disk. */
  length(): number;
  /** Writes what is left and closes. Never rejects. */
  close(): Promise<void>;
}

export interface JournalWriterDeps {
  readonly path: string;
  /** Bytes of the file that are sound; what lies behind is cut off. */
  readonly start: number;
  readonly openFile: OpenAppendFile;
  /** Makes room on a full disk, once; false when there is none to make. */
  readonly makeRoom?: () => Promise<boolean>;
}

interface Entry {
  readonly line: string;
  readonly onPlaced: ((offset: number) => void) | undefined;
  /** Only of a commit: it is not written once this was told of a failure. */
  readonly onFailed: ((error: Error) => void) | undefined;
}

interface Waiter {
  resolve(): void;
  reject(error: Error): void;
}

/**
 * Appends to a journal. While one batch is on its way to the disk the next one gathers, so a wait for the
 * disk is shared by all calls that were ready.
 * @throws DeskError of the file family.
 */
export async function openJournalWriter(deps: JournalWriterDeps): Promise<JournalWriter> {
  const { path } = deps;
  const failed = (error: unknown): Error => {
    const known = toFileError(error, path);
    return known instanceof Error ? known : new DeskError('no_access', { path });
  };
  let file: AppendFile;
  try {
    file = await deps.openFile(path);
    await file.truncate(deps.start);
  } catch (error) {
    throw failed(error);
  }
  let written = deps.start;
  let entries: Entry[] = [];
  let waiters: Waiter[] = [];
  let working: Promise<void> | null = null;
  /** After a failure nothing more is committed. */
  let broken: Error | null = null;

  const write = async (batch: readonly Entry[]): Promise<void> => {
    const bytes = Buffer.from(batch.map(({ line }) => line).join(''), 'utf8');
    try {
      await file.append(bytes);
      await file.sync();
    } catch (error) {
      // Half a line would make what is written after it unreadable.
      await file.truncate(written).catch(() => undefined);
      throw failed(error);
    }
    let offset = written;
    written += bytes.length;
    for (const { line, onPlaced } of batch) {
      onPlaced?.(offset);
      offset += Buffer.byteLength(line);
    }
  };

  const writeNext = async (): Promise<void> => {
    const batch = entries;
    const told = waiters;
    entries = [];
    waiters = [];
    try {
      await write(batch);
      for (const { resolve } of told) resolve();
    } catch (error) {
      broken = error as Error;
      for (const { onFailed } of batch) onFailed?.(broken);
      // What has happened stays to be told.
      const kept = [...batch, ...entries].filter(({ onFailed }) => onFailed === undefined);
      for (const { onFailed } of entries) onFailed?.(broken);
      entries = kept;
      if ((await deps.makeRoom?.()) === true) {
        waiters = [...told, ...waiters];
        return;
      }
      for (const { reject } of [...told, ...waiters]) reject(broken);
      waiters = [];
    }
  };

  const work = async (): Promise<void> => {
    // One turn of the loop lets everything that is ready join.
    await Promise.resolve();
    while (waiters.length > 0 || entries.some(({ onFailed }) => onFailed !== undefined)) {
      await writeNext();
    }
  };
  const start = (): void => {
    working ??= work().finally(() => {
      working = null;
      if (waiters.length > 0 || entries.some(({ onFailed }) => onFailed !== undefined)) start();
    });
  };
  const flush = (): Promise<void> =>
    new Promise((resolve, reject) => {
      waiters.push({ resolve, reject });
      start();
    });

  return {
    add(record, text, onPlaced) {
      entries.push({ line: encodeLine(record, text ?? null), onPlaced, onFailed: undefined });
    },
    commit: (record, text) =>
      new Promise((resolve, reject) => {
        if (broken !== null) {
          reject(broken);
          return;
        }
        entries.push({
          line: encodeLine(record, text ?? null),
          onPlaced: resolve,
          onFailed: reject,
        });
        start();
      }),
    flush,
    length: () => written,
    async close() {
      await flush().catch(() => undefined);
      await file.close().catch(() => undefined);
    },
  };
}
