import { renameSync, rmSync } from 'node:fs';
import type { Sqlite } from './sqlite';

/** One step of the tables' history; its version is the file's `user_version` afterwards. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** The version a file has when all are done. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Brings a file up to date: all steps in one transaction, after a copy of what there was.
 * @returns the copy's path, or null where none was needed.
 */
export function migrate(
  database: Sqlite,
  file: string,
  migrations: readonly Migration[],
): string | null {
  const from = database.number('PRAGMA user_version');
  if (from >= newestVersion(migrations)) return null;
  const backup = from === 0 ? null : backUp(database, file, from);
  database.transaction(() => {
    // Read again: another process may have been quicker.
    const now = database.number('PRAGMA user_version');
    for (const { version, sql } of migrations) {
      if (version <= now) continue;
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${version}`);
    }
  });
  return backup;
}

function backUp(database: Sqlite, file: string, version: number): string {
  const backup = `${file}.v${version}.backup`;
  const unfinished = `${backup}.part`;
  rmSync(unfinished, { force: true });
  database.run('VACUUM INTO ?', [unfinished]);
  // The version is the same, so an older copy of it has nothing that this one lacks.
  renameSync(unfinished, backup);
  return backup;
}
