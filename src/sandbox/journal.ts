import { closeSync, openSync, writeSync } from 'node:fs';
import { DeskError } from '#shared/errors';

/** One request that the sandbox received. Nothing in it holds an API key. */
export interface JournalEntry {
  /** When the whole request was there, ISO 8601 in UTC, by the sandbox's clock. */
  readonly at: string;
  readonly method: string;
  /** Path with query, as received. */
  readonly path: string;
  /** The scenario that applied to this request. */
  readonly scenario: string;
  /** The status that was decided on, or null where no answer is given or the request broke off. */
  readonly status: number | null;
  /** SHA-256 of the received bytes in hex; null when the request broke off. */
  readonly bodySha256: string | null;
  /** How many people the body names: entries of `recipients`, ids and aliases. */
  readonly recipients: number;
  /** The body as parsed JSON; null when there is none or it is not JSON. */
  readonly body: unknown;
  /** The body as text where it is not JSON; otherwise null. */
  readonly bodyText: string | null;
}

/** Where the lines go: a callback for each NDJSON line (without line end) or the path of a file. */
export type JournalTarget = ((line: string) => void) | string;

/** Keeps the newest requests in memory and writes each to the target. */
export interface Journal {
  /** Writes before it returns. Throws what the target throws. */
  add(entry: JournalEntry): void;
  /** The newest entries, oldest first. */
  entries(): readonly JournalEntry[];
  close(): void;
}

/** At most this many requests stay in memory. */
export const journalCapacity = 1000;
/** At most this many characters of lines stay in memory, except that the newest entry always does. */
export const journalCharacters = 32 * 1024 * 1024;

function openFile(path: string): number {
  try {
    return openSync(path, 'a', 0o600);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new DeskError(code === 'ENOENT' ? 'folder_missing' : 'no_access', { path, code });
  }
}

/** Writes the whole text even where the system takes it in parts. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done);
}

/**
 * Opens the journal. A file is appended to, synchronously and a line at a time, so that a kill
 * loses nothing and a second sandbox can share it. Throws `folder_missing` or `no_access`.
 */
export function createJournal(target?: JournalTarget): Journal {
  let file = typeof target === 'string' ? openFile(target) : null;
  const kept: { entry: JournalEntry; size: number }[] = [];
  let keptSize = 0;

  return {
    add(entry) {
      const line = JSON.stringify(entry);
      if (typeof target === 'function') target(line);
      if (file !== null) writeAll(file, `${line}\n`);
      kept.push({ entry, size: line.length });
      keptSize += line.length;
      while (kept.length > journalCapacity || (keptSize > journalCharacters && kept.length > 1)) {
        keptSize -= kept.shift()?.size ?? 0;
      }
    },
    entries: () => kept.map(({ entry }) => entry),
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}
