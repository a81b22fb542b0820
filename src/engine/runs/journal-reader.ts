import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { DeskError } from '#shared/errors';
import { withFileErrors } from '../files/file-error';
import { decodeLine } from './journal-line';
import { type JournalRecord, journalRecordSchema } from './journal-records';

/** A record, the text that goes with it, and where its line begins, in bytes. */
export interface PlacedRecord {
  readonly record: JournalRecord;
  readonly text: string | null;
  readonly at: number;
}

const lineEnd = 0x0a;

/**
 * Reads a journal from its beginning, in flat memory. A damaged last line is what a power cut leaves:
 * it ends the reading. Returns the bytes that are sound.
 * @throws DeskError `run_broken` where something sound follows a damaged line; of the file family.
 */
export async function readJournal(
  path: string,
  onRecord: (placed: PlacedRecord) => void | Promise<void>,
  start = 0,
): Promise<number> {
  let sound = start;
  let damagedAt: number | null = null;
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  await withFileErrors(path, async () => {
    const chunks: AsyncIterable<Buffer> = createReadStream(path, { start, highWaterMark: 1 << 18 });
    for await (const chunk of chunks) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (;;) {
        const end = bytes.indexOf(lineEnd, from);
        if (end < 0) break;
        number += 1;
        const read = readLine(bytes.toString('utf8', from, end));
        if (read === null) damagedAt ??= number;
        else if (damagedAt !== null) throw new DeskError('run_broken', { path, line: damagedAt });
        else {
          const wait = onRecord({ ...read, at: sound });
          if (wait !== undefined) await wait;
          sound += end + 1 - from;
        }
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
  });
  return sound;
}

/** Reads the record whose line begins at an offset; null where there is none. */
export async function readRecordAt(
  path: string,
  offset: number,
): Promise<Omit<PlacedRecord, 'at'> | null> {
  return await withFileErrors(path, async () => {
    const file = await open(path, 'r');
    try {
      let text = Buffer.alloc(0);
      for (let size = 4096; ; size *= 4) {
        const buffer = Buffer.alloc(size);
        const { bytesRead } = await file.read(buffer, 0, size, offset);
        text = buffer.subarray(0, bytesRead);
        const end = text.indexOf(lineEnd);
        if (end >= 0) return readLine(text.toString('utf8', 0, end));
        if (bytesRead < size) return null;
      }
    } finally {
      await file.close();
    }
  });
}

function readLine(line: string): Omit<PlacedRecord, 'at'> | null {
  const decoded = decodeLine(line);
  if (decoded === null) return null;
  const parsed = journalRecordSchema.safeParse(decoded.record);
  return parsed.success ? { record: parsed.data, text: decoded.text } : null;
}
