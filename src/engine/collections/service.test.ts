import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Collection } from '#shared/domain/collection';
import { useTempFolders } from '../files/testing/temp-folder';
import { silentLog } from '../log/log';
import type { Publish } from '../publish';
import type { CanWrite } from './collection-root';
import { type Collections, createCollections } from './service';
import { createTrash } from './trash';

const tempFolder = useTempFolders();
const open: Collections[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

let folder = '';
let service: Collections;
let root = '';
let published: (readonly Collection[])[] = [];
let saved: (readonly string[])[] = [];

const publish: Publish = (name, payload) => {
  if (name === 'collections.changed') published.push(payload as readonly Collection[]);
};

async function start(folders: readonly string[], canWrite?: CanWrite): Promise<Collections> {
  const made = createCollections({
    folders,
    saveFolders: (list) => {
      saved.push(list);
      return Promise.resolve();
    },
    trash: createTrash({
      folder: join(await tempFolder(), 'trash'),
      uuid: randomUUID,
      now: Date.now,
    }),
    publish,
    log: silentLog,
    missingPollMs: 20,
    ...(canWrite === undefined ? {} : { canWrite }),
  });
  open.push(made);
  return made;
}

beforeEach(async () => {
  published = [];
  saved = [];
  folder = await tempFolder();
  service = await start([folder]);
  root = (await service.list())[0]?.id ?? '';
});

const put = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
};
const bytesOf = (path: string): Promise<Buffer> => readFile(join(folder, path));
const ref = (path: string): { root: string; path: string } => ({ root, path });
const paths = async (): Promise<string[]> =>
  (await service.list()).flatMap((one) => one.entries.map((entry) => entry.path));

describe('reading and writing', () => {
  it('gives back and writes every text byte for byte', async () => {
    const odd = fc.array(
      fc.oneof(
        fc.constantFrom(
          '\uFEFF',
          '\r\n',
          '\n',
          '\r',
          '\t',
          ' ',
          '// c',
          '\0',
          '\u2028',
          '1e400',
          '한',
          '😀',
        ),
        fc.string(),
      ),
    );
    await put('a.jsonc', '{}');
    await fc.assert(
      fc.asyncProperty(odd, async (parts) => {
        const text = parts.join('').replace(/\p{Surrogate}/gu, '');
        await writeFile(join(folder, 'a.jsonc'), text);
        const read = await service.read(ref('a.jsonc'));
        expect(read.text).toBe(text);
        const { revision } = await service.write({
          ref: ref('a.jsonc'),
          text: `${text}!`,
          baseRevision: read.revision,
        });
        expect(await bytesOf('a.jsonc')).toEqual(Buffer.from(`${text}!`));
        expect(revision).toBe((await service.read(ref('a.jsonc'))).revision);
      }),
      { numRuns: 60 },
    );
  });

  it('does not touch a file whose text is the same', async () => {
    await put('a.json', '{}');
    const before = await stat(join(folder, 'a.json'), { bigint: true });
    const { revision } = await service.read(ref('a.json'));
    expect(await service.write({ ref: ref('a.json'), text: '{}', baseRevision: revision })).toEqual(
      { revision },
    );
    expect((await stat(join(folder, 'a.json'), { bigint: true })).ino).toBe(before.ino);
  });

  it('refuses to write over a change made elsewhere, and overwrites knowingly', async () => {
    await put('a.json', 'one');
    const { revision } = await service.read(ref('a.json'));
    await put('a.json', 'two');
    const mine = { ref: ref('a.json'), text: 'mine' };
    await expect(service.write({ ...mine, baseRevision: revision })).rejects.toMatchObject({
      code: 'file_changed',
    });
    expect(String(await bytesOf('a.json'))).toBe('two');
    await service.write({ ...mine, baseRevision: null });
    expect(String(await bytesOf('a.json'))).toBe('mine');
  });

  it('lets one of two edits of the same state through', async () => {
    await put('a.json', 'one');
    const { revision } = await service.read(ref('a.json'));
    const results = await Promise.allSettled(
      ['x', 'y'].map((text) => service.write({ ref: ref('a.json'), text, baseRevision: revision })),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(String(await bytesOf('a.json'))).toBe('x');
  });

  it('says when the file is gone, and writes it anew where that is meant', async () => {
    await put('in/a.json', 'one');
    const { revision } = await service.read(ref('in/a.json'));
    await rm(join(folder, 'in'), { recursive: true });
    await expect(service.read(ref('in/a.json'))).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      service.write({ ref: ref('in/a.json'), text: 'x', baseRevision: revision }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await service.write({ ref: ref('in/a.json'), text: 'x', baseRevision: null });
    expect(String(await bytesOf('in/a.json'))).toBe('x');
    expect(published.at(-1)?.[0]?.entries.map(({ path }) => path)).toEqual(['in', 'in/a.json']);
  });

  it('refuses what is no text and leaves it as it is', async () => {
    const latin = Buffer.from([0x7b, 0xe4, 0x7d]);
    await put('a.json', latin);
    await expect(service.read(ref('a.json'))).rejects.toMatchObject({
      code: 'not_text',
      params: { offset: 1 },
    });
    await expect(
      service.write({ ref: ref('a.json'), text: 'a\ud83d', baseRevision: null }),
    ).rejects.toMatchObject({ code: 'not_text', params: { offset: 1 } });
    expect(await bytesOf('a.json')).toEqual(latin);
  });

  it('refuses more than 4 MB either way and says both sizes', async () => {
    const limit = 4 * 1024 * 1024;
    await put('big.json', Buffer.alloc(limit + 1, 0x20));
    await put('full.json', Buffer.alloc(limit, 0x20));
    await expect(service.read(ref('big.json'))).rejects.toMatchObject({
      code: 'too_large',
      params: { bytes: limit + 1, limit },
    });
    expect((await service.read(ref('full.json'))).text).toHaveLength(limit);
    await expect(
      service.write({ ref: ref('full.json'), text: '한'.repeat(limit / 2), baseRevision: null }),
    ).rejects.toMatchObject({
      code: 'too_large',
      params: { bytes: (limit / 2) * 3, limit },
    });
  });

  it.each([
    ['../a.json', 'outside_folder'],
    ['/etc/hosts.json', 'outside_folder'],
    ['a\\b.json', 'outside_folder'],
    ['.git/config.json', 'name_invalid'],
    ['node_modules/p/package.json', 'name_invalid'],
    ['notes.md', 'name_invalid'],
    ['.json', 'name_invalid'],
    ['out/secret.json', 'outside_folder'],
    ['folder.json', 'not_found'],
    ['gone.json', 'not_found'],
  ])('refuses to read %j', async (path, code) => {
    const outside = await tempFolder();
    await writeFile(join(outside, 'secret.json'), '{}');
    await symlink(outside, join(folder, 'out'));
    await mkdir(join(folder, 'folder.json'));
    await expect(service.read(ref(path))).rejects.toMatchObject({ code });
    if (code === 'not_found') return;
    await expect(
      service.write({ ref: ref(path), text: '{}', baseRevision: null }),
    ).rejects.toMatchObject({ code });
    expect(await readFile(join(outside, 'secret.json'), 'utf8')).toBe('{}');
  });

  it('knows no other collection', async () => {
    await expect(service.read({ root: 'other', path: 'a.json' })).rejects.toMatchObject({
      code: 'folder_missing',
    });
  });
});

describe('making and moving', () => {
  it('numbers names that are taken, whatever their case', async () => {
    const create = (name: string): Promise<{ ref: { path: string } }> =>
      service.create({ root, folder: '', name, text: '{}\n' });
    expect((await create('Welcome')).ref.path).toBe('Welcome.jsonc');
    expect((await create('WELCOME')).ref.path).toBe('WELCOME 2.jsonc');
    expect((await create('welcome.json')).ref.path).toBe('welcome.json');
    expect((await create('CON')).ref.path).toBe('_CON.jsonc');
    expect((await service.duplicate(ref('Welcome.jsonc'))).path).toBe('Welcome 3.jsonc');
    expect((await service.createFolder({ root, folder: '', name: 'In/box' })).path).toBe('In-box');
    expect((await service.createFolder({ root, folder: '', name: 'in-BOX' })).path).toBe(
      'in-BOX 2',
    );
    expect(await paths()).toEqual([
      'In-box',
      'in-BOX 2',
      '_CON.jsonc',
      'welcome.json',
      'Welcome.jsonc',
      'WELCOME 2.jsonc',
      'Welcome 3.jsonc',
    ]);
  });

  it('creates many at once, each under a name of its own', async () => {
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        service.create({ root, folder: '', name: 'New', text: String(n) }),
      ),
    );
    expect(new Set(made.map((one) => one.ref.path)).size).toBe(12);
    expect(made.map((one) => one.text)).toEqual(Array.from({ length: 12 }, (_, n) => String(n)));
  });

  it('renames, keeping the extension, and never over another', async () => {
    await put('a.JSON', '1');
    await put('b.JSON', '2');
    expect(await service.rename({ ref: ref('a.JSON'), name: 'c.jsonc' })).toEqual(ref('c.JSON'));
    expect(await service.rename({ ref: ref('c.JSON'), name: 'C' })).toEqual(ref('C.JSON'));
    await expect(service.rename({ ref: ref('C.JSON'), name: 'B' })).rejects.toMatchObject({
      code: 'already_exists',
    });
    expect(String(await bytesOf('b.JSON'))).toBe('2');
    await put('dir/x.json', '3');
    expect(await service.rename({ ref: ref('dir'), name: '폴더' })).toEqual(ref('폴더'));
    expect(await paths()).toEqual(['폴더', '폴더/x.json', 'b.JSON', 'C.JSON']);
  });

  it('duplicates byte for byte, folders too', async () => {
    const bytes = Buffer.from('\uFEFF{ }\r\n');
    await put('in/a.json', bytes);
    expect(await service.duplicate(ref('in/a.json'))).toEqual(ref('in/a 2.json'));
    expect(await bytesOf('in/a 2.json')).toEqual(bytes);
    expect(await service.duplicate(ref('in'))).toEqual(ref('in 2'));
    expect(await readdir(join(folder, 'in 2'))).toEqual(['a 2.json', 'a.json']);
  });

  it('brings back what was removed, beside what has taken its place', async () => {
    await put('in/a.json', 'one');
    const { undoToken } = await service.remove(ref('in/a.json'));
    expect(await paths()).toEqual(['in']);
    await put('in/a.json', 'another');
    expect(await service.restore({ undoToken })).toEqual(ref('in/a 2.json'));
    expect(String(await bytesOf('in/a 2.json'))).toBe('one');
    await expect(service.restore({ undoToken })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('brings back a folder with all it held, after its parent went too', async () => {
    await put('in/deep/a.json', 'one');
    const { undoToken } = await service.remove(ref('in/deep'));
    await service.remove(ref('in'));
    expect(await paths()).toEqual([]);
    expect(await service.restore({ undoToken })).toEqual(ref('in/deep'));
    expect(await paths()).toEqual(['in', 'in/deep', 'in/deep/a.json']);
  });

  it('never removes the collection itself, nor what is outside', async () => {
    for (const path of ['', '..', '../x', '.']) {
      await expect(service.remove(ref(path))).rejects.toMatchObject({ code: 'outside_folder' });
    }
    await expect(service.remove(ref('gone.json'))).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the list', () => {
  it('tells of changes made elsewhere', async () => {
    await put('sub/a.json', '{}');
    await vi.waitFor(
      () =>
        expect(published.at(-1)?.[0]?.entries.map(({ path }) => path)).toEqual([
          'sub',
          'sub/a.json',
        ]),
      8000,
    );
    const before = published.length;
    await writeFile(join(folder, 'sub', 'a.json'), '{"changed":true}');
    await vi.waitFor(() => expect(published.length).toBeGreaterThan(before), 8000);
    await rm(join(folder, 'sub'), { recursive: true });
    await vi.waitFor(() => expect(published.at(-1)?.[0]?.entries).toEqual([]), 8000);
  });

  it('says when the folder is gone, and when it is back', async () => {
    await put('a.json', '{}');
    const elsewhere = `${folder}-elsewhere`;
    await rename(folder, elsewhere);
    await vi.waitFor(
      () => expect(published.at(-1)?.[0]).toMatchObject({ state: 'missing', entries: [] }),
      8000,
    );
    await expect(service.read(ref('a.json'))).rejects.toMatchObject({ code: 'folder_missing' });
    await rename(elsewhere, folder);
    await vi.waitFor(
      () =>
        expect(published.at(-1)?.[0]).toMatchObject({
          state: 'ready',
          entries: [{ path: 'a.json' }],
        }),
      8000,
    );
    await put('b.json', '{}');
    await vi.waitFor(() => expect(published.at(-1)?.[0]?.entries).toHaveLength(2), 8000);
  });

  it('says when nothing may be written, and keeps a protected file as it is', async () => {
    const protectedFolder = await tempFolder();
    await writeFile(join(protectedFolder, 'a.json'), 'one');
    const guarded = await start([protectedFolder], () => Promise.resolve(false));
    const [collection] = await guarded.list();
    expect(collection?.state).toBe('read_only');
    const file = await guarded.read({ root: collection?.id ?? '', path: 'a.json' });
    expect(file.readOnly).toBe(true);
    await expect(
      guarded.write({ ref: file.ref, text: 'x', baseRevision: file.revision }),
    ).rejects.toMatchObject({ code: 'read_only' });
    expect(await readFile(join(protectedFolder, 'a.json'), 'utf8')).toBe('one');
  });

  it('takes folders in once and forgets them without touching them', async () => {
    const second = await tempFolder();
    await writeFile(join(second, 'x.json'), '{}');
    const added = await service.addFolder(second);
    expect(added).toMatchObject({ folder: second, entries: [{ path: 'x.json' }] });
    expect(await service.addFolder(join(second, '.'))).toEqual(added);
    expect(saved).toEqual([[folder, second]]);
    await service.removeFolder({ root: added.id });
    expect(saved.at(-1)).toEqual([folder]);
    expect((await service.list()).map((one) => one.id)).toEqual([root]);
    expect(await readdir(second)).toEqual(['x.json']);
    await expect(service.read({ root: added.id, path: 'x.json' })).rejects.toMatchObject({
      code: 'folder_missing',
    });
  });

  it('refuses to take in what is no folder', async () => {
    await put('a.json', '{}');
    await expect(service.addFolder(join(folder, 'a.json'))).rejects.toMatchObject({
      code: 'folder_missing',
    });
    await expect(service.addFolder(join(folder, 'gone'))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(service.addFolder('relative')).rejects.toThrow();
  });

  it('gives a collection the same id after a restart', async () => {
    const again = await start([folder]);
    expect((await again.list())[0]?.id).toBe(root);
    expect(await again.absolutePath(root, 'a/b.json')).toBe(join(folder, 'a', 'b.json'));
    await expect(again.absolutePath(root, '../x')).rejects.toMatchObject({
      code: 'outside_folder',
    });
  });
});
