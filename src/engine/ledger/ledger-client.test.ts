import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger, LedgerState } from './ledger';
import { createLedgerClient } from './ledger-client';
import { openSqlite } from './sqlite';
import { buildWorker } from './testing/build-worker';
import { answeredDispatch, begunDispatch, everything, sampleId } from './testing/sample-dispatch';

let worker: URL;
let writer: URL;
beforeAll(async () => {
  worker = await buildWorker();
  writer = await buildWorker('src/engine/ledger/testing/write-many.ts');
}, 60_000);

const open: Ledger[] = [];
afterEach(async () => {
  for (const ledger of open.splice(0)) await ledger.close();
});

function freshFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'desk-ledger-')), 'home', 'ledger.sqlite');
}

function openClient(
  file: string,
  over: { busyMs?: number; onState?: (state: LedgerState) => void } = {},
) {
  const ledger = createLedgerClient({ worker, file, ...over });
  open.push(ledger);
  return ledger;
}

function startWriter(
  file: string,
  first: number,
  count: number,
  as: { uid?: number } = {},
): ChildProcess {
  const words = [writer, worker].map((url) => fileURLToPath(url));
  return spawn(process.execPath, [...words, file, String(first), String(count)], {
    ...as,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('the ledger on its worker', () => {
  it('makes its folder, keeps what it is given and tells which file it uses', async () => {
    const file = freshFile();
    const states: LedgerState[] = [];
    const ledger = openClient(file, { onState: (state) => states.push(state) });
    await ledger.begin(begunDispatch(1));
    await ledger.complete(answeredDispatch(1));
    await ledger.record(begunDispatch(2, { outcome: 'blocked', failure: 'gate' }));
    expect(await ledger.get({ id: sampleId(1) })).toEqual(answeredDispatch(1));
    expect((await ledger.list(everything)).total).toBe(2);
    expect(states).toEqual([{ file, setAside: [], unused: [], error: null }]);
    expect(await ledger.state()).toEqual(states[0]);

    await ledger.close();
    const again = openClient(file);
    expect((await again.list(everything)).items).toHaveLength(2);
  });

  it('names what is not there, and refuses after closing', async () => {
    const ledger = openClient(freshFile());
    await expect(ledger.get({ id: sampleId(9) })).rejects.toMatchObject({ code: 'not_found' });
    await ledger.close();
    await ledger.close();
    await expect(ledger.list(everything)).rejects.toMatchObject({ code: 'ledger_closed' });
    await expect(ledger.begin(begunDispatch(1))).rejects.toMatchObject({ code: 'ledger_closed' });
  });

  it('that was never used closes without starting', async () => {
    await openClient(freshFile()).close();
  });

  it('fails what is asked when the worker cannot start, and stays alive', async () => {
    const ledger = createLedgerClient({
      worker: pathToFileURL('/no/such/worker.js'),
      file: freshFile(),
    });
    await expect(ledger.list(everything)).rejects.toThrow();
    await expect(ledger.state()).rejects.toThrow();
    await ledger.close();
  });

  it('answers many questions that are asked at once', async () => {
    const ledger = openClient(freshFile());
    const numbers = Array.from({ length: 40 }, (_, index) => index);
    await Promise.all(numbers.map((number) => ledger.begin(begunDispatch(number))));
    await Promise.all(numbers.map((number) => ledger.complete(answeredDispatch(number))));
    expect((await ledger.list(everything)).total).toBe(40);
  });
});

describe('a process that ends between sending and answer', () => {
  it('leaves a row that says unknown, and its half row is not lost to a second opening', async () => {
    const file = freshFile();
    const child = startWriter(file, 1, 0);
    await once(child.stdout ?? child, 'data');
    const killed = once(child, 'exit');
    child.kill('SIGKILL');
    await killed;

    const ledger = openClient(file);
    expect(await ledger.get({ id: sampleId(1) })).toEqual(begunDispatch(1));
    expect((await ledger.list(everything)).items).toMatchObject([
      { outcome: 'unknown', failure: 'crash' },
    ]);
    expect((await ledger.list({ ...everything, query: 'user-1' })).total).toBe(1);
  });
});

describe('several processes', () => {
  it('write at once and lose nothing', async () => {
    const file = freshFile();
    const children = [startWriter(file, 1000, 60), startWriter(file, 2000, 60)];
    const ledger = openClient(file);
    const codes = children.map((child) => once(child, 'exit'));
    for (let number = 3000; number < 3060; number += 1) {
      await ledger.begin(begunDispatch(number));
      await ledger.complete(answeredDispatch(number));
    }
    for (const [code] of await Promise.all(codes)) expect(code).toBe(0);
    const page = await ledger.list(everything);
    expect(page.total).toBe(180);
    expect(page.items.every(({ outcome }) => outcome === 'accepted_with_errors')).toBe(true);
    expect((await ledger.list({ ...everything, query: 'SPRING' })).total).toBe(180);
  });

  it('one of which is on its way keeps its row while another starts', async () => {
    const file = freshFile();
    const child = startWriter(file, 1, 0);
    await once(child.stdout ?? child, 'data');
    const ledger = openClient(file);
    await ledger.begin(begunDispatch(2));
    await ledger.complete(answeredDispatch(2));
    expect(await ledger.get({ id: sampleId(1) })).toEqual(begunDispatch(1));
    const killed = once(child, 'exit');
    child.kill('SIGKILL');
    await killed;
  });

  it('one of which holds the write lock: the other waits its time and says locked', async () => {
    const file = freshFile();
    const ledger = openClient(file, { busyMs: 100 });
    await ledger.record(answeredDispatch(1));
    const holder = openSqlite(file, 0);
    holder.exec('BEGIN IMMEDIATE');
    await expect(ledger.begin(begunDispatch(2))).rejects.toMatchObject({
      code: 'ledger_locked',
      params: { file, system: 'SQLITE_BUSY' },
    });
    expect((await ledger.list(everything)).total).toBe(1);
    holder.exec('ROLLBACK');
    holder.close();
    await ledger.begin(begunDispatch(2));
  });
});

describe('a place that cannot be written to', () => {
  it('is named', async () => {
    const file = freshFile();
    const home = join(file, '..');
    mkdirSync(home);
    for (const folder of [home, join(home, '..')]) chmodSync(folder, 0o555);
    // Root may write anywhere: then the child is somebody else.
    const child = startWriter(file, 1, 0, process.getuid?.() === 0 ? { uid: 65_534 } : {});
    const [said] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    expect(said.toString()).toBe('no_access');
    for (const folder of [join(home, '..'), home]) chmodSync(folder, 0o755);
  });

  it('such as a file where the folder should be', async () => {
    const ledger = openClient(join(fileURLToPath(worker), 'home', 'ledger.sqlite'));
    await expect(ledger.begin(begunDispatch(1))).rejects.toMatchObject({ code: 'no_access' });
    expect(await ledger.state()).toMatchObject({ file: null, error: { code: 'no_access' } });
  });

  it('such as a folder where the file should be', async () => {
    const file = freshFile();
    mkdirSync(file, { recursive: true });
    await expect(openClient(file).begin(begunDispatch(1))).rejects.toMatchObject({
      code: 'no_access',
    });
  });
});

/** A file system of half a megabyte, where this user may make one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'desk-small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

describe('a full disk', () => {
  const disk = smallDisk();
  it.runIf(disk !== null)(
    'is named, keeps what is there, and works again when there is room',
    async () => {
      const folder = disk ?? '';
      const ledger = openClient(join(folder, 'ledger.sqlite'));
      try {
        let written = 0;
        let failure: unknown = null;
        while (failure === null && written < 100) {
          const large = begunDispatch(written, {
            sentBody: JSON.stringify({ a: 'x'.repeat(20_000) }),
          });
          await ledger.begin(large).then(
            () => (written += 1),
            (error: unknown) => (failure = error),
          );
        }
        expect(failure).toMatchObject({ code: 'disk_full' });
        expect(written).toBeGreaterThan(0);
        expect(await ledger.get({ id: sampleId(written - 1) })).toMatchObject({
          outcome: 'unknown',
        });
        await expect(ledger.get({ id: sampleId(written) })).rejects.toMatchObject({
          code: 'not_found',
        });

        execFileSync('mount', ['-o', 'remount,size=4m', folder]);
        await ledger.begin(begunDispatch(1000));
        await ledger.complete(answeredDispatch(1000));
        expect(await ledger.get({ id: sampleId(1000) })).toEqual(answeredDispatch(1000));
      } finally {
        await ledger.close();
        execFileSync('umount', [folder]);
      }
    },
  );
});
