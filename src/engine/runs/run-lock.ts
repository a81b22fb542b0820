import { DeskError } from '#shared/errors';
import { openSqlite } from '../ledger/sqlite';
import { toLedgerError } from '../ledger/sqlite-error';

/** A run in the hands of this process. */
export interface RunLock {
  release(): void;
}

/**
 * Takes a run for this process. The lock is one of the operating system on a small database file: it
 * ends with the process however that ends, so no stale one is ever left and no clock is compared.
 * @throws DeskError `run_locked` when another process, or another part of this one, has it.
 */
export function takeRunLock(path: string, runId: string): RunLock {
  let database: ReturnType<typeof openSqlite> | null = null;
  try {
    database = openSqlite(path, 0);
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    const known = toLedgerError(error, path);
    if (known?.code !== 'ledger_locked') throw known ?? error;
    throw new DeskError('run_locked', { runId }, { cause: error });
  }
  const held = database;
  return { release: () => held.close() };
}
