import { DeskError } from '#shared/errors';
import type { DataFile } from '../files/data-file';
import { createSerial } from '../files/serial';
import { type StoredEntry, storedEntrySchema } from './stored-entry';

/** The entries and their file. Changes happen one after the other; each sees the one before. */
export interface QueueStore {
  /** Reads the file. What in it is no entry stays in it and is counted in `unreadable`. */
  load(): Promise<{ readonly unreadable: number }>;
  list(): readonly StoredEntry[];
  get(id: string): StoredEntry | null;
  /** @throws DeskError `queue_full`, and those of the file: then nothing was added. */
  add(entry: StoredEntry): Promise<void>;
  /**
   * Changes an entry. `change` gives null to leave it as it is. `durably`: it holds only once it is on
   * disk. Otherwise at once, for what comes to the same again after a restart.
   * Resolves with the entry as changed, null when it was left or is not there.
   */
  change(
    id: string,
    change: (entry: StoredEntry) => StoredEntry | null,
    durably: boolean,
  ): Promise<StoredEntry | null>;
  /**
   * Takes an entry away when `allowed`. `durably`: not before the file says so. Otherwise at once, for
   * what asks or is settled by the ledger should the file still have it after a restart.
   */
  drop(
    id: string,
    allowed: (entry: StoredEntry) => boolean,
    durably: boolean,
  ): Promise<StoredEntry | null>;
}

/** Entries that a queue holds at most. */
const mostEntries = 200;
/** Bodies that a queue holds at most, in UTF-16 units. */
const mostText = 32 * 1024 * 1024;

export function createQueueStore({ file }: { readonly file: DataFile }): QueueStore {
  const serial = createSerial();
  let entries: readonly StoredEntry[] = [];
  let unreadable: readonly unknown[] = [];

  const write = async (next: readonly StoredEntry[]): Promise<void> => {
    await file.update((value) => ({ ...value, entries: [...next, ...unreadable] }));
  };

  const become = async (next: readonly StoredEntry[], durably: boolean): Promise<void> => {
    if (durably) await write(next);
    entries = next;
    if (!durably) await write(next).catch(() => undefined);
  };

  return {
    load: () =>
      serial(async () => {
        const { value } = await file.read();
        const raw = Array.isArray(value.entries) ? (value.entries as readonly unknown[]) : [];
        const read = raw.map((one) => ({ one, parsed: storedEntrySchema.safeParse(one) }));
        const good = new Map<string, StoredEntry>();
        for (const { parsed } of read) if (parsed.success) good.set(parsed.data.id, parsed.data);
        entries = [...good.values()];
        unreadable = read.filter(({ parsed }) => !parsed.success).map(({ one }) => one);
        return { unreadable: unreadable.length };
      }),

    list: () => entries,
    get: (id) => entries.find((entry) => entry.id === id) ?? null,

    add: (entry) =>
      serial(async () => {
        const text = entries.reduce((sum, { request }) => sum + request.bodyText.length, 0);
        if (entries.length >= mostEntries || text + entry.request.bodyText.length > mostText) {
          throw new DeskError('queue_full', { limit: mostEntries });
        }
        if (entries.some(({ id }) => id === entry.id)) {
          throw new DeskError('attempt_repeated', { attemptId: entry.id });
        }
        await write([...entries, entry]);
        entries = [...entries, entry];
      }),

    change: (id, change, durably) =>
      serial(async () => {
        const current = entries.find((entry) => entry.id === id);
        const changed = current === undefined ? null : change(current);
        if (changed === null) return null;
        const next = entries.map((entry) => (entry.id === id ? changed : entry));
        await become(next, durably);
        return changed;
      }),

    drop: (id, allowed, durably) =>
      serial(async () => {
        const current = entries.find((entry) => entry.id === id);
        if (current === undefined || !allowed(current)) return null;
        const next = entries.filter((entry) => entry.id !== id);
        await become(next, durably);
        return current;
      }),
  };
}
