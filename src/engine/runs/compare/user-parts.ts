import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { toFileError } from '../../files/file-error';
import { userKeyBytes } from './row-users';

/** Users by key with the rows that name them, in parts small enough to be looked at one after the other. */
export interface UserParts {
  add(row: number, key: Buffer): void;
  /** The rows of each user in a part, ascending, each once. A user is in one part only. */
  part(number: number): ReadonlyMap<string, readonly number[]>;
  close(): void;
}

/** How many parts there are. Ten million rows are some 160,000 a part. */
export const partCount = 64;

const recordBytes = userKeyBytes + 4;
const bufferBytes = recordBytes * 1024;

interface Part {
  readonly buffer: Buffer;
  filled: number;
  handle: number | null;
}

/** @param pathOf where a part is kept once it has outgrown its buffer. */
export function createUserParts(pathOf: (part: number) => string): UserParts {
  const parts = Array.from({ length: partCount }, (): Part => ({
    buffer: Buffer.alloc(bufferBytes),
    filled: 0,
    handle: null,
  }));
  const guard = <T>(number: number, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw toFileError(error, pathOf(number));
    }
  };
  const save = (number: number, part: Part): void =>
    guard(number, () => {
      part.handle ??= openSync(pathOf(number), 'w+', 0o600);
      for (let done = 0; done < part.filled;) {
        done += writeSync(part.handle, part.buffer, done, part.filled - done);
      }
      part.filled = 0;
    });

  const collect = (bytes: Buffer, users: Map<string, number[]>): void => {
    for (let at = 0; at + recordBytes <= bytes.length; at += recordBytes) {
      const key = bytes.toString('latin1', at, at + userKeyBytes);
      const row = bytes.readUInt32LE(at + userKeyBytes);
      const rows = users.get(key);
      if (rows === undefined) users.set(key, [row]);
      else rows.push(row);
    }
  };

  return {
    add(row, key) {
      const number = (key[0] ?? 0) % partCount;
      const part = parts[number];
      if (part === undefined) return;
      if (part.filled === bufferBytes) save(number, part);
      key.copy(part.buffer, part.filled, 0, userKeyBytes);
      part.buffer.writeUInt32LE(row, part.filled + userKeyBytes);
      part.filled += recordBytes;
    },
    part(number) {
      const users = new Map<string, number[]>();
      const part = parts[number];
      if (part === undefined) return users;
      const { handle } = part;
      if (handle !== null) {
        const chunk = Buffer.alloc(bufferBytes);
        for (let position = 0; ;) {
          const read = guard(number, () => readSync(handle, chunk, 0, bufferBytes, position));
          if (read === 0) break;
          collect(chunk.subarray(0, read), users);
          position += read;
        }
      }
      collect(part.buffer.subarray(0, part.filled), users);
      // A row that left in several calls is told of several times.
      for (const [key, rows] of users) {
        if (rows.length > 1)
          users.set(
            key,
            [...new Set(rows)].sort((a, b) => a - b),
          );
      }
      return users;
    },
    close() {
      for (const { handle } of parts) if (handle !== null) closeSync(handle);
    },
  };
}
