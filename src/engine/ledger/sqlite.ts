import { createRequire } from 'node:module';
import type Database from 'libsql';

/** Loaded with the first connection: its native library would take time from the window otherwise. */
const libsql = (): typeof Database => createRequire(import.meta.url)('libsql') as typeof Database;

/** What can be bound. Other types end the process: libsql panics on a boolean and on a lone buffer. */
export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Readonly<Record<string, unknown>>;

/** A connection, reduced to what is safe to use. This is the one file that knows libsql. */
export interface Sqlite {
  exec(sql: string): void;
  /** Number of rows changed. */
  run(sql: string, values?: readonly SqlValue[]): number;
  /**
   * Text columns have to be read as `CAST(x AS BLOB)`: libsql cuts a text at a zero byte and ends the
   * process where the bytes are not UTF-8.
   */
  all(sql: string, values?: readonly SqlValue[]): SqlRow[];
  /** The first column of the first row as a number; 0 when there is none. */
  number(sql: string, values?: readonly SqlValue[]): number;
  /** Takes the write lock at once; all or nothing. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** @param busyMs how long to wait for another process's write. */
export function openSqlite(file: string, busyMs: number): Sqlite {
  const database = new (libsql())(file, { timeout: busyMs });
  const prepared = new Map<string, ReturnType<typeof database.prepare>>();
  const prepare = (sql: string): ReturnType<typeof database.prepare> => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const all = (sql: string, values: readonly SqlValue[] = []): SqlRow[] =>
    prepare(sql).all([...values]) as SqlRow[];

  return {
    exec: (sql) => {
      database.exec(sql);
    },
    run: (sql, values = []) => prepare(sql).run([...values]).changes,
    all,
    number: (sql, values) => Number(Object.values(all(sql, values)[0] ?? {})[0] ?? 0),
    transaction(work) {
      prepare('BEGIN IMMEDIATE').run([]);
      try {
        const result = work();
        prepare('COMMIT').run([]);
        return result;
      } catch (error) {
        try {
          database.exec('ROLLBACK');
        } catch {
          // SQLite has already rolled back, as it does when the disk is full.
        }
        throw error;
      }
    },
    close: () => {
      database.close();
    },
  };
}

/** A text column that was read as a blob. */
export function textOf(value: unknown): string {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('utf8');
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  return typeof value === 'string' ? value : '';
}
