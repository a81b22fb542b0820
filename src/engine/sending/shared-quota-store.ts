import { z } from 'zod';
import { type Sqlite, openSqlite, textOf } from '../ledger/sqlite';
import { toLedgerError } from '../ledger/sqlite-error';
import type { Log } from '../log/log';
import {
  createMemoryQuotaStore,
  newAccount,
  type QuotaAccount,
  type QuotaStore,
} from './quota-store';

const accountSchema = z.custom<QuotaAccount>(
  (value) =>
    typeof value === 'object' && value !== null && 'windows' in value && 'flights' in value,
);

/**
 * Accounts of all processes of one home, in a small database file that is opened at the first call. What
 * is in it is worth an hour at most, so it is never synced to disk; without it each process counts alone.
 */
export function createSharedQuotaStore(path: string, log: Log): QuotaStore {
  const alone = createMemoryQuotaStore();
  let database: Sqlite | null = null;
  let broken = false;

  const open = (): Sqlite => {
    const opened = openSqlite(path, 0);
    try {
      opened.all('PRAGMA journal_mode = WAL');
      opened.exec('PRAGMA synchronous = OFF');
      opened.exec(
        'CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY, state TEXT NOT NULL)',
      );
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  };
  const read = (from: Sqlite, name: string): QuotaAccount => {
    const sql = 'SELECT CAST(state AS BLOB) AS state FROM accounts WHERE name = ?';
    const [row] = from.all(sql, [name]);
    if (row === undefined) return newAccount();
    try {
      return accountSchema.parse(JSON.parse(textOf(row['state'])));
    } catch {
      return newAccount();
    }
  };

  return {
    update(name, work) {
      if (broken) return alone.update(name, work);
      try {
        database ??= open();
        const from = database;
        const value = from.transaction(() => {
          const account = read(from, name);
          const done = work(account);
          from.run('INSERT OR REPLACE INTO accounts (name, state) VALUES (?, ?)', [
            name,
            JSON.stringify(account),
          ]);
          return done;
        });
        return { value };
      } catch (error) {
        const known = toLedgerError(error, path);
        if (known === null) throw error;
        if (known.code === 'ledger_locked') return null;
        log.warn('quota not shared', { code: known.code, error });
        broken = true;
        database?.close();
        database = null;
        return alone.update(name, work);
      }
    },
    close() {
      database?.close();
      database = null;
      alone.close();
    },
  };
}
