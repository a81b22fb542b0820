import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDataFile, type DataFile } from './data-file';
import { useTempFolders } from './testing/temp-folder';

const tempFolder = useTempFolders();
const at = Date.UTC(2026, 10, 21, 9, 30, 15);
let folder = '';
let path = '';
let file: DataFile;

beforeEach(async () => {
  folder = await tempFolder();
  path = join(folder, 'things.json');
  file = createDataFile({ path, version: 2, now: () => at });
});

const onDisk = async (name = 'things.json'): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, name), 'utf8'));

describe('createDataFile', () => {
  it('starts empty and writes with its version', async () => {
    expect(await file.read()).toEqual({ value: {}, problem: null });
    await file.update((value) => ({ ...value, a: 1 }));
    expect(await onDisk()).toEqual({ version: 2, a: 1 });
  });

  it('changes what is on disk now, not what it saw before', async () => {
    await file.update((value) => ({ ...value, a: 1 }));
    await writeFile(path, '{"version":2,"a":1,"byHand":true}');
    await file.update((value) => ({ ...value, b: 2 }));
    expect(await onDisk()).toEqual({ version: 2, a: 1, byHand: true, b: 2 });
  });

  it('keeps all of many changes made at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => file.update((value) => ({ ...value, [`k${n}`]: n }))),
    );
    expect(Object.keys((await onDisk()) as object)).toHaveLength(21);
  });

  it.each([
    ['no JSON', '{"version": 2,\n  oops}', { line: 2, column: 3 }],
    ['half a file', '{"version":2,"a":[1', { line: 1 }],
    ['nothing', '', {}],
    ['a list', '[1]', {}],
    ['no version', '{"a":1}', { path: '/version' }],
    ['a version that is no number', '{"version":"2"}', { path: '/version' }],
    ['zero bytes', '\0\0\0\0', {}],
    ['no UTF-8', Buffer.from([0xff, 0xfe]), { offset: 0 }],
  ])('puts a file with %s aside before it writes', async (_name, content, params) => {
    await writeFile(path, content);
    const { value, problem } = await file.read();
    expect(value).toEqual({});
    expect(problem).toMatchObject({ code: 'file_broken', params });
    expect(await readdir(folder)).toEqual(['things.json']);

    const after = await file.update(() => ({ a: 1 }));
    expect(await onDisk()).toEqual({ version: 2, a: 1 });
    const kept = 'things.broken-20261121T093015000Z.json';
    expect(await readFile(join(folder, kept))).toEqual(Buffer.from(content));
    expect(after.problem).toEqual({
      code: 'file_broken',
      params: { file: path, kept: join(folder, kept) },
    });
    await file.update((value2) => ({ ...value2, b: 2 }));
    expect((await readdir(folder)).sort()).toEqual([kept, 'things.json'].sort());
  });

  it('goes on with what it knew when the file breaks under it', async () => {
    await file.update(() => ({ a: 1 }));
    await writeFile(path, '{');
    await file.update((value) => ({ ...value, b: 2 }));
    expect(await onDisk()).toEqual({ version: 2, a: 1, b: 2 });
  });

  it('leaves a newer file alone', async () => {
    await writeFile(path, '{"version":3,"a":1}');
    expect((await file.read()).problem).toMatchObject({
      code: 'file_newer',
      params: { found: 3, known: 2 },
    });
    await expect(file.update(() => ({}))).rejects.toMatchObject({ code: 'file_newer' });
    expect(await onDisk()).toEqual({ version: 3, a: 1 });
  });

  it('leaves alone what is no file', async () => {
    await mkdir(path);
    expect((await file.read()).problem).not.toBeNull();
    await expect(file.update(() => ({}))).rejects.toThrow();
  });
});
