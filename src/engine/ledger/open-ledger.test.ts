import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LedgerState } from './ledger';
import { createLedgerHost } from './ledger-host';
import { type Migration, newestVersion } from './migrate';
import { allMigrations } from './migrations/all-migrations';
import { openLedger } from './open-ledger';
import { createRepository } from './repository';
import { openSqlite } from './sqlite';
import { answeredDispatch, begunDispatch, everything, sampleId } from './testing/sample-dispatch';

/** What a version to come may add. */
const nextMigration: Migration = {
  version: newestVersion(allMigrations) + 1,
  sql: 'ALTER TABLE dispatches ADD COLUMN tag TEXT; CREATE TABLE tags (name TEXT PRIMARY KEY) STRICT;',
};
const nextVersion = [...allMigrations, nextMigration];

function freshFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'desk-ledger-')), 'ledger.sqlite');
}

/**
 * Puts a file with some rows there. Written elsewhere and copied, as libsql keeps a closed file open
 * until its statements are collected.
 */
function fill(file: string, migrations: readonly Migration[] = allMigrations, rows = 50): void {
  const elsewhere = freshFile();
  const { database } = openLedger(elsewhere, migrations, 1000);
  const repository = createRepository(database, 'filler');
  for (let number = 1; number <= rows; number += 1) repository.record(answeredDispatch(number));
  database.all('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  copyFileSync(elsewhere, file);
}

function totalIn(file: string, migrations: readonly Migration[] = allMigrations) {
  const opened = openLedger(file, migrations, 1000);
  const { total } = createRepository(opened.database, 'reader').list({
    ...everything,
    outcomes: [],
  });
  opened.database.close();
  const { database: _database, ...where } = opened;
  return { total, ...where };
}

describe('a broken file', () => {
  const breakages: readonly (readonly [string, (file: string) => void])[] = [
    [
      'something else altogether',
      (file) => writeFileSync(file, 'this is no database '.repeat(400)),
    ],
    ['a few bytes', (file) => writeFileSync(file, 'SQLite')],
    ['zero bytes only', (file) => writeFileSync(file, Buffer.alloc(20_000))],
    [
      'cut in the middle',
      (file) => truncateSync(file, Math.floor(readFileSync(file).length / 8192) * 4096),
    ],
    ['cut to its first page', (file) => truncateSync(file, 4096)],
    ['cut by one byte', (file) => truncateSync(file, readFileSync(file).length - 1)],
    [
      'overwritten in the middle',
      (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0x55, 4096, bytes.length - 4096);
        writeFileSync(file, bytes);
      },
    ],
    [
      "another program's database",
      (file) => {
        const elsewhere = freshFile();
        const other = openSqlite(elsewhere, 0);
        other.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)');
        other.close();
        copyFileSync(elsewhere, file);
      },
    ],
  ];

  it.each(breakages)(
    '(%s) is kept and named, and a new one is used beside it from then on',
    (_name, damage) => {
      const file = freshFile();
      fill(file);
      damage(file);
      utimesSync(file, 1_790_000_000, 1_790_000_000);
      const before = readFileSync(file);

      const first = openLedger(file, allMigrations, 1000);
      const beside = join(dirname(file), 'ledger.20260921T141320Z.sqlite');
      expect(first.file).toBe(beside);
      expect(first.setAside).toEqual([{ file, code: 'ledger_corrupt' }]);
      createRepository(first.database, 'me').record(answeredDispatch(1));
      first.database.close();

      expect(readFileSync(file).equals(before)).toBe(true);
      expect(totalIn(file)).toEqual({
        total: 1,
        file: beside,
        setAside: first.setAside,
        unused: [],
      });
    },
  );

  it('after a broken one: each is named, and a third is started', () => {
    const file = freshFile();
    writeFileSync(file, 'x'.repeat(5000));
    const second = totalIn(file).file;
    writeFileSync(second, 'y'.repeat(5000));
    const third = totalIn(file);
    expect(third.setAside.map((aside) => aside.file)).toEqual([file, second]);
    expect([file, second]).not.toContain(third.file);
    expect(third.unused).toEqual([]);
    expect(totalIn(file)).toEqual(third);
  });

  it('that is empty is a new one', () => {
    const file = freshFile();
    writeFileSync(file, '');
    expect(totalIn(file)).toEqual({ total: 0, file, setAside: [], unused: [] });
  });

  it('that has been put right is used again', () => {
    const file = freshFile();
    fill(file);
    const good = readFileSync(file);
    writeFileSync(file, 'x'.repeat(5000));
    const beside = totalIn(file);
    expect(beside.total).toBe(0);
    writeFileSync(file, good);
    expect(totalIn(file)).toEqual({ total: 50, file, setAside: [], unused: [beside.file] });
  });

  it('is noticed in use: the row is written to a new file, and the next start keeps to that', () => {
    const file = freshFile();
    const states: LedgerState[] = [];
    const host = createLedgerHost({
      file,
      migrations: allMigrations,
      busyMs: 1000,
      owner: 'me',
      onState: (state) => states.push(state),
    });
    host.use((repository) => repository.begin(begunDispatch(1)));
    let calls = 0;
    host.use((repository) => {
      calls += 1;
      // As SQLite fails when it meets a page that makes no sense.
      if (calls === 1) throw Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' });
      repository.complete(answeredDispatch(1));
    });
    const { file: beside } = host.state();
    expect(beside).not.toBe(file);
    expect(states.map((state) => state.file)).toEqual([file, beside]);
    expect(host.use((repository) => repository.get(sampleId(1)))).toEqual(answeredDispatch(1));
    host.close();
    expect(totalIn(file)).toEqual({
      total: 1,
      file: beside,
      setAside: [{ file, code: 'ledger_corrupt' }],
      unused: [],
    });
  });
});

describe('a file of a newer version', () => {
  it('is left untouched and named; the older version has its own beside it, and so each keeps its own', () => {
    const file = freshFile();
    fill(file, nextVersion);
    const before = readFileSync(file);
    const older = totalIn(file);
    expect(older.total).toBe(0);
    expect(older.setAside).toEqual([{ file, code: 'ledger_newer' }]);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);

    expect(totalIn(file, nextVersion)).toEqual({
      total: 50,
      file,
      setAside: [],
      unused: [older.file],
    });
    expect(totalIn(file)).toEqual(older);
  });

  it('is recognised even when only its log says so', () => {
    const file = freshFile();
    fill(file, allMigrations);
    const newer = openLedger(file, nextVersion, 1000);
    expect(totalIn(file).setAside).toEqual([{ file, code: 'ledger_newer' }]);
    newer.database.close();
  });
});

describe('a migration', () => {
  it('keeps the rows and leaves a copy of what there was', () => {
    const file = freshFile();
    fill(file);
    expect(totalIn(file, nextVersion)).toEqual({ total: 50, file, setAside: [], unused: [] });
    const backup = join(dirname(file), 'copy.sqlite');
    writeFileSync(backup, readFileSync(`${file}.v${newestVersion(allMigrations)}.backup`));
    expect(totalIn(backup).total).toBe(50);
    // The copy is no candidate itself.
    expect(readdirSync(dirname(file)).filter((name) => name.endsWith('.sqlite'))).toHaveLength(2);
  });

  it('that fails changes nothing, and the file is in use with the version before', () => {
    const file = freshFile();
    fill(file);
    const failing = [
      ...allMigrations,
      {
        version: newestVersion(allMigrations) + 1,
        sql: 'CREATE TABLE a (b); INSERT INTO nowhere VALUES (1)',
      },
    ];
    expect(() => openLedger(file, failing, 1000)).toThrow();
    expect(totalIn(file)).toEqual({ total: 50, file, setAside: [], unused: [] });
    const database = openSqlite(file, 0);
    expect(database.number("SELECT count(*) FROM sqlite_master WHERE name = 'a'")).toBe(0);
    database.close();
    expect(totalIn(file, nextVersion).total).toBe(50);
  });

  it('list is in order, without gaps', () => {
    expect(allMigrations.map(({ version }) => version)).toEqual(
      allMigrations.map((_, index) => index + 1),
    );
  });
});

describe('a database without room', () => {
  it('refuses the row whole and says why', () => {
    const file = freshFile();
    const host = createLedgerHost({
      file,
      migrations: allMigrations,
      busyMs: 0,
      owner: 'me',
      onState: () => undefined,
    });
    host.use((repository) => repository.record(answeredDispatch(1)));
    host.close();
    const { database } = openLedger(file, allMigrations, 0);
    const pages = database.number('PRAGMA page_count');
    database.all(`PRAGMA max_page_count = ${pages}`);
    const repository = createRepository(database, 'me');
    const large = begunDispatch(2, { sentBody: 'x'.repeat(100_000) });
    expect(() => repository.begin(large)).toThrow(
      expect.objectContaining({ code: 'SQLITE_FULL' }) as Error,
    );
    expect(database.number('SELECT count(*) FROM dispatches')).toBe(1);
    expect(database.number('SELECT count(*) FROM facts WHERE seq > 1')).toBe(0);
    database.all('PRAGMA max_page_count = 1000000');
    repository.begin(large);
    expect(repository.get(sampleId(2))).toEqual(large);
    database.close();
  });
});

it('names do not lead out of the folder', () => {
  const file = freshFile();
  writeFileSync(file, 'x'.repeat(5000));
  expect(dirname(totalIn(file).file)).toBe(dirname(file));
  expect(basename(totalIn(file).file)).toMatch(/^ledger\.\d{8}T\d{6}Z\.sqlite$/);
});
