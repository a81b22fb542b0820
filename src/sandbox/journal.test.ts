import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from './journal';
import { createJournal, journalCapacity, journalCharacters } from './journal';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function entry(changes: Partial<JournalEntry> = {}): JournalEntry {
  return {
    at: '2031-04-02T10:20:30.000Z',
    method: 'POST',
    path: '/campaigns/trigger/send',
    scenario: 'accepted',
    status: 201,
    bodySha256: null,
    recipients: 0,
    body: null,
    bodyText: null,
    ...changes,
  };
}

describe('createJournal', () => {
  it('has a line in the file as soon as add returns', () => {
    const path = join(folder, 'journal.ndjson');
    const journal = createJournal(path);
    journal.add(entry({ body: { text: 'line\nbreak  , é' } }));
    const lines = readFileSync(path, 'utf8').split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toEqual(entry({ body: { text: 'line\nbreak  , é' } }));
    expect(lines[1]).toBe('');
    journal.close();
  });

  it('appends to what is there, and only the owner can read it', () => {
    const path = join(folder, 'journal.ndjson');
    const first = createJournal(path);
    first.add(entry({ path: '/a' }));
    first.close();
    appendFileSync(path, '');
    const second = createJournal(path);
    second.add(entry({ path: '/b' }));
    second.close();
    const paths = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as JournalEntry).path);
    expect(paths).toEqual(['/a', '/b']);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('says that the folder is missing, and creates nothing', () => {
    const path = join(folder, 'none', 'journal.ndjson');
    expect(() => createJournal(path)).toThrow(
      expect.objectContaining({ code: 'folder_missing', params: { path, code: 'ENOENT' } }),
    );
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('says that a folder is no file', () => {
    expect(() => createJournal(folder)).toThrow(expect.objectContaining({ code: 'no_access' }));
  });

  it('hands each line to a callback, without a line end', () => {
    const lines: string[] = [];
    const journal = createJournal((line) => lines.push(line));
    journal.add(entry());
    expect(lines).toEqual([JSON.stringify(entry())]);
  });

  it('lets a failing target be noticed', () => {
    const journal = createJournal(() => {
      throw new Error('full');
    });
    expect(() => journal.add(entry())).toThrow('full');
  });

  it('keeps the newest entries only', () => {
    const journal = createJournal();
    for (let i = 0; i < journalCapacity + 5; i += 1) journal.add(entry({ recipients: i }));
    const kept = journal.entries();
    expect(kept).toHaveLength(journalCapacity);
    expect(kept[0]?.recipients).toBe(5);
    expect(kept.at(-1)?.recipients).toBe(journalCapacity + 4);
  });

  it('keeps fewer entries when they are large, but always the newest', () => {
    const journal = createJournal();
    const large = 'x'.repeat(journalCharacters / 2);
    journal.add(entry({ path: '/1', bodyText: large }));
    journal.add(entry({ path: '/2', bodyText: large }));
    expect(journal.entries().map(({ path }) => path)).toEqual(['/2']);
    journal.add(entry({ path: '/3', bodyText: large + large }));
    expect(journal.entries().map(({ path }) => path)).toEqual(['/3']);
  });
});
