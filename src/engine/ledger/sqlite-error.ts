import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DeskError, type ErrorCode } from '#shared/errors';

const meanings: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'ledger_locked'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'ledger_corrupt'],
  [/^SQLITE_FULL/, 'disk_full'],
  [/^SQLITE_READONLY/, 'read_only'],
  [/^SQLITE_(CANTOPEN|PERM|AUTH)/, 'no_access'],
];

/** Result codes as the message of a failed opening has them. */
const names: Readonly<Record<string, string>> = {
  '5': 'SQLITE_BUSY',
  '8': 'SQLITE_READONLY',
  '11': 'SQLITE_CORRUPT',
  '13': 'SQLITE_FULL',
  '14': 'SQLITE_CANTOPEN',
  '26': 'SQLITE_NOTADB',
};

/** Puts an error of SQLite or of the file system into our words; null for anything else, which is a bug. */
export function toLedgerError(error: unknown, file: string): DeskError | null {
  if (error instanceof DeskError) return error;
  const system = systemCode(error);
  if (system === null) return null;
  const as = (code: ErrorCode): DeskError =>
    new DeskError(code, { file, system }, { cause: error });
  const known = meanings.find(([pattern]) => pattern.test(system));
  if (known !== undefined) return as(known[1]);
  if (system.startsWith('SQLITE_IOERR')) return as(isFull(file) ? 'disk_full' : 'no_access');
  if (system === 'ENOSPC' || system === 'EDQUOT') return as('disk_full');
  if (system === 'EROFS') return as('read_only');
  return /^E[A-Z]+$/.test(system) ? as('no_access') : null;
}

function systemCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string' && code !== '') return code;
  const failedOpen = /^ConnectionFailed\(.*: (\d+)"?\)$/s.exec(error.message)?.[1];
  return failedOpen === undefined ? null : (names[failedOpen] ?? `SQLITE_${failedOpen}`);
}

/** SQLite calls a full disk an I/O error where it was growing one of its side files. */
function isFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < 256 * 1024;
  } catch {
    return false;
  }
}
