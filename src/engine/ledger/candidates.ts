import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Which files may be the ledger, in the order in which they are tried: `ledger.sqlite`, then those that
 * were started beside it (`ledger.20260102T030405Z.sqlite`), newest first. The first that is sound and
 * not newer is used, so the choice is the same at every start and for app and command line alike, and an
 * older program and a newer one each find their own.
 */
export function ledgerCandidates(file: string): string[] {
  const folder = dirname(file);
  const stem = basename(file, '.sqlite');
  const beside = new RegExp(`^${stem.replace(/[^\w-]/g, '\\$&')}\\.\\d{8}T\\d{6}Z\\.sqlite$`);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => beside.test(name)) : [];
  return [
    file,
    ...names
      .sort()
      .reverse()
      .map((name) => join(folder, name)),
  ];
}

/**
 * The name for a new ledger beside one that is set aside: the time at which that one was last written,
 * so that two processes that find it broken at once agree.
 */
export function nameBeside(file: string, setAside: string): string {
  let seconds = Math.floor(statSync(setAside).mtimeMs / 1000);
  for (;;) {
    const stamp = new Date(seconds * 1000).toISOString().slice(0, 19).replace(/[-:]/g, '');
    const name = join(dirname(file), `${basename(file, '.sqlite')}.${stamp}Z.sqlite`);
    if (!existsSync(name)) return name;
    seconds += 1;
  }
}

/** Stands beside a file that turned out broken while it was in use. Without it the file is tried again. */
export function brokenMarker(file: string): string {
  return `${file}.broken`;
}
