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
  /** Accounts as this process wrote them last: so they are, until another one writes to the file. */
  const known = new Map<string, string>();
  let version = -1;

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
    const now = from.number('PRAGMA data_version');
    if (now !== version) known.clear();
    version = now;
    const own = known.get(name);
    if (own !== undefined) return JSON.parse(own) as QuotaAccount;
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
          const state = JSON.stringify(account);
          from.run('INSERT OR REPLACE INTO accounts (name, state) VALUES (?, ?)', [name, state]);
          known.set(name, state);
          return done;
        });
        return { value };
      } catch (error) {
        known.clear();
        const problem = toLedgerError(error, path);
        if (problem === null) throw error;
        if (problem.code === 'ledger_locked') return null;
        log.warn('quota not shared', { code: problem.code, error });
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
