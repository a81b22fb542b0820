import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTempFolders } from '../files/testing/temp-folder';
import { createProblems, type Problems } from '../problems';
import { createDrafts, type Drafts } from './service';

const tempFolder = useTempFolders();
let folder = '';
let now = Date.UTC(2026, 0, 2);
let problems: Problems;
let drafts: Drafts;

const start = (): Drafts => {
  problems = createProblems(() => undefined);
  return createDrafts({ folder, now: () => (now += 1000), problems });
};
const draft = (text: string, id: string = randomUUID()): Parameters<Drafts['save']>[0] => ({
  id,
  ref: null,
  title: 'New',
  text,
  baseRevision: null,
});

beforeEach(async () => {
  folder = join(await tempFolder(), 'drafts');
  drafts = start();
});

describe('createDrafts', () => {
  it('has none at first', async () => {
    expect(await drafts.list()).toEqual([]);
  });

  it('gives back any text after a restart, oldest first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), async (texts) => {
        for (const text of texts) await drafts.save(draft(text));
        const listed = await start().list();
        expect(listed.map(({ text }) => text)).toEqual(texts);
        for (const { id } of listed) await drafts.discard({ id });
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the last of many saves made at once, and nothing after a discard', async () => {
    const id = randomUUID();
    const texts = Array.from({ length: 30 }, (_, n) => `text ${n}`);
    await Promise.all(texts.map((text) => drafts.save(draft(text, id))));
    expect((await drafts.list()).map(({ text }) => text)).toEqual(['text 29']);
    const last = drafts.save(draft('late', id));
    await Promise.all([last, drafts.discard({ id: id.toUpperCase() })]);
    expect(await drafts.list()).toEqual([]);
    expect(await drafts.discard({ id })).toBeNull();
  });

  it('leaves out and keeps what it cannot read', async () => {
    await mkdir(folder, { recursive: true });
    const broken = {
      [`${randomUUID()}.json`]: '{"id":',
      [`${randomUUID()}.json`]: '{"id":"x"}',
      [`${randomUUID()}.json`]: Buffer.from([0xff]),
    };
    for (const [name, content] of Object.entries(broken))
      await writeFile(join(folder, name), content);
    await writeFile(join(folder, 'notes.txt'), 'kept');
    await mkdir(join(folder, `${randomUUID()}.json`));
    const good = await drafts.save(draft('good'));
    expect(await drafts.list()).toEqual([good]);
    expect(problems.list().map(({ area, code }) => [area, code])).toEqual(
      expect.arrayContaining([
        ['drafts', 'file_broken'],
        ['drafts', 'not_text'],
        ['drafts', 'not_found'],
      ]),
    );
    for (const [name, content] of Object.entries(broken))
      expect(await readFile(join(folder, name))).toEqual(Buffer.from(content));
    expect(await readdir(folder)).toHaveLength(6);
  });
});
