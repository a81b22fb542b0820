import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useTempFolders } from '../files/testing/temp-folder';
import { type OpenAppendFile, openAppendFile } from './append-file';
import { decodeLine, encodeLine } from './journal-line';
import { readJournal, readRecordAt } from './journal-reader';
import type { JournalRecord } from './journal-records';
import { openJournalWriter } from './journal-writer';

const tempFolder = useTempFolders();
const total = (rows: number): JournalRecord => ({ t: 'total', rows });

async function journalIn(
  openFile: OpenAppendFile = openAppendFile,
  makeRoom?: () => Promise<boolean>,
) {
  const path = join(await tempFolder(), 'journal.ndjson');
  await writeFile(path, '');
  const deps = makeRoom === undefined ? { openFile } : { openFile, makeRoom };
  return { path, writer: await openJournalWriter({ path, start: 0, ...deps }) };
}
async function recordsOf(path: string): Promise<JournalRecord[]> {
  const found: JournalRecord[] = [];
  await readJournal(path, ({ record }) => void found.push(record));
  return found;
}

describe('a line', () => {
  it('comes back as it was, with the text beside it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.option(fc.jsonValue()), (value, text) => {
        const json = text === null ? null : JSON.stringify(text);
        const line = encodeLine({ value }, json).slice(0, -1);
        const expected = { record: JSON.parse(JSON.stringify({ value })) as unknown, text: json };
        expect(decodeLine(line)).toEqual(expected);
      }),
    );
  });

  it('is not taken for sound when a character of it changed or is missing', () => {
    const line = encodeLine(total(12_345), '{"a":1}').slice(0, -1);
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
        const other = String.fromCharCode(code);
        fc.pre(other !== line[at]);
        expect(decodeLine(line.slice(0, at) + other + line.slice(at + 1))).toBeNull();
        expect(decodeLine(line.slice(0, at))).toBeNull();
      }),
    );
  });
});

describe('a journal', () => {
  it('keeps the order, and knows where each line begins', async () => {
    const { path, writer } = await journalIn();
    const places: number[] = [];
    const commits: Promise<number>[] = [];
    for (let row = 0; row < 50; row += 1) {
      if (row % 2 === 0) commits.push(writer.commit(total(row), '{"x":"é"}'));
      else writer.add(total(row), undefined, (offset) => places.push(offset));
    }
    const offsets = await Promise.all(commits);
    await writer.close();
    expect(await recordsOf(path)).toEqual(Array.from({ length: 50 }, (_, row) => total(row)));
    for (const [index, offset] of offsets.entries()) {
      const read = await readRecordAt(path, offset);
      expect(read).toEqual({ record: total(index * 2), text: '{"x":"é"}' });
    }
    for (const [index, offset] of places.entries()) {
      expect((await readRecordAt(path, offset))?.record).toEqual(total(index * 2 + 1));
    }
  });

  it('shares one wait for the disk among all that are ready', async () => {
    let syncs = 0;
    const { writer } = await journalIn(async (path) => {
      const file = await openAppendFile(path);
      const sync = (): Promise<void> => {
        syncs += 1;
        return file.sync();
      };
      return { ...file, sync };
    });
    await Promise.all(Array.from({ length: 100 }, (_, row) => writer.commit(total(row))));
    expect(syncs).toBeLessThanOrEqual(2);
    await writer.close();
  });

  it('is read up to a line that a power cut left torn, wherever it was cut', async () => {
    const { path, writer } = await journalIn();
    for (let row = 0; row < 5; row += 1) await writer.commit(total(row));
    await writer.close();
    const whole = await readFile(path);
    const last = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (let cut = last; cut < whole.length; cut += 1) {
      await writeFile(path, whole);
      await truncate(path, cut);
      const found: JournalRecord[] = [];
      const sound = await readJournal(path, ({ record }) => void found.push(record));
      expect([found.length, sound]).toEqual([4, last]);
    }
    // What is written next begins behind the last sound line.
    const again = await openJournalWriter({ path, start: last, openFile: openAppendFile });
    await again.commit(total(9));
    await again.close();
    expect((await recordsOf(path)).at(-1)).toEqual(total(9));
  });

  it('with damage before sound lines is refused', async () => {
    const { path, writer } = await journalIn();
    await writer.commit(total(1));
    await writer.close();
    await appendFile(path, `garbage\n${encodeLine(total(2), null)}`);
    await expect(recordsOf(path)).rejects.toMatchObject({ code: 'run_broken' });
  });
});

describe('a full disk', () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  const failing = (isFull: () => boolean): OpenAppendFile => {
    return async (path) => {
      const file = await openAppendFile(path);
      return {
        ...file,
        append: async (bytes) => {
          if (!isFull()) {
            await file.append(bytes);
            return;
          }
          // A part of it may get through.
          await file.append(bytes.subarray(0, 7));
          throw full;
        },
      };
    };
  };

  it('lets nothing leave, and keeps what has happened until there is room', async () => {
    let room = true;
    const { path, writer } = await journalIn(failing(() => !room));
    await writer.commit(total(1));
    room = false;
    writer.add(total(2));
    await expect(writer.commit(total(3))).rejects.toMatchObject({ code: 'disk_full' });
    await expect(writer.commit(total(4))).rejects.toMatchObject({ code: 'disk_full' });
    expect(await recordsOf(path)).toEqual([total(1)]);
    room = true;
    await writer.flush();
    await writer.close();
    expect(await recordsOf(path)).toEqual([total(1), total(2)]);
  });

  it('has the room that was put aside for it', async () => {
    let room = true;
    const { path, writer } = await journalIn(
      failing(() => !room),
      () => {
        const made = !room;
        room = true;
        return Promise.resolve(made);
      },
    );
    await writer.commit(total(1));
    room = false;
    writer.add(total(2));
    await expect(writer.commit(total(3))).rejects.toMatchObject({ code: 'disk_full' });
    await writer.flush();
    await writer.close();
    expect(await recordsOf(path)).toEqual([total(1), total(2)]);
  });
});
