import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ledgerCandidates, nameBeside } from './candidates';
import { inspectFile } from './inspect-file';
import type { SetAsideFile } from './ledger';
import { type Migration, migrate, newestVersion } from './migrate';
import { type Sqlite, openSqlite } from './sqlite';
import { toLedgerError } from './sqlite-error';

/** An open ledger file, and those that were passed over. */
export interface OpenLedger {
  readonly database: Sqlite;
  readonly file: string;
  readonly setAside: readonly SetAsideFile[];
  readonly unused: readonly string[];
}

/** `application_id` of our files: "Desk". */
const applicationId = 0x4465736b;
/** Up to this size every page is looked at when a file is opened. */
const checkedWholeBytes = 32 * 1024 * 1024;

/**
 * Opens the first sound file of the candidates, or a new one beside those that are not.
 * @throws DeskError `ledger_locked`, `disk_full`, `read_only`, `no_access`.
 */
export function openLedger(
  file: string,
  migrations: readonly Migration[],
  busyMs: number,
): OpenLedger {
  const setAside: SetAsideFile[] = [];
  try {
    mkdirSync(dirname(file), { recursive: true });
    const candidates = ledgerCandidates(file);
    for (const [index, candidate] of candidates.entries()) {
      const opened = tryOpen(candidate, migrations, busyMs);
      if (typeof opened !== 'string') {
        const rest = candidates.slice(index + 1);
        return { database: opened, file: candidate, ...sortOut(rest, setAside, migrations) };
      }
      setAside.push({ file: candidate, code: opened });
    }
    const beside = nameBeside(file, setAside.at(-1)?.file ?? file);
    const opened = tryOpen(beside, migrations, busyMs);
    if (typeof opened !== 'string') {
      return { database: opened, file: beside, setAside, unused: [] };
    }
    throw new Error('a new ledger file is not sound');
  } catch (error) {
    throw toLedgerError(error, file) ?? error;
  }
}

/** What is to be said of the candidates after the one in use, without opening them. */
function sortOut(
  files: readonly string[],
  before: readonly SetAsideFile[],
  migrations: readonly Migration[],
): Pick<OpenLedger, 'setAside' | 'unused'> {
  const setAside = [...before];
  const unused: string[] = [];
  for (const file of files) {
    const code = inspectFile(file, newestVersion(migrations));
    if (code === null) unused.push(file);
    else setAside.push({ file, code });
  }
  return { setAside, unused };
}

function tryOpen(
  file: string,
  migrations: readonly Migration[],
  busyMs: number,
): Sqlite | SetAsideFile['code'] {
  const newest = newestVersion(migrations);
  const objection = inspectFile(file, newest);
  if (objection !== null) return objection;
  let database: Sqlite | null = null;
  try {
    database = openSqlite(file, busyMs);
    const found = examine(database, file, newest);
    if (found !== null) {
      database.close();
      return found;
    }
    // The log keeps readers and one writer out of each other's way; FULL: what is committed is on disk.
    database.all('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    migrate(database, file, migrations);
    return database;
  } catch (error) {
    database?.close();
    const failure = toLedgerError(error, file);
    if (failure?.code === 'ledger_corrupt') return 'ledger_corrupt';
    throw failure ?? error;
  }
}

function examine(database: Sqlite, file: string, newest: number): SetAsideFile['code'] | null {
  const version = database.number('PRAGMA user_version');
  const tables = database.number('SELECT count(*) FROM sqlite_master');
  if (version > newest) return 'ledger_newer';
  if (version === 0) return tables === 0 ? null : 'ledger_corrupt';
  if (database.number('PRAGMA application_id') !== applicationId) return 'ledger_corrupt';
  // Fails where the table or its last page cannot be read.
  database.number('SELECT max(seq) FROM dispatches');
  if (statSync(file).size > checkedWholeBytes) return null;
  const [first] = database.all('PRAGMA quick_check(1)');
  return first?.['quick_check'] === 'ok' ? null : 'ledger_corrupt';
}
