import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DeskError } from '#shared/errors';
import { copyFolder } from './copy-folder';
import { movePath } from './move-path';
import { useTempFolders } from './testing/temp-folder';

const tempFolder = useTempFolders();

/** What the system says when the other place is on another disk. */
const otherDisk = (): Promise<void> =>
  Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }));

describe('movePath', () => {
  it.each([
    ['the same disk', undefined],
    ['another disk', otherDisk],
  ])('moves all there is to %s', async (_name, rename) => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'from', 'deep'), { recursive: true });
    await writeFile(join(folder, 'from', 'deep', '요청.json'), '\uFEFF{}\r\n');
    await symlink('deep/요청.json', join(folder, 'from', 'link.json'));
    await movePath(join(folder, 'from'), join(folder, 'to'), rename);
    expect(await readdir(folder)).toEqual(['to']);
    expect(await readFile(join(folder, 'to', 'link.json'), 'utf8')).toBe('\uFEFF{}\r\n');
    await writeFile(join(folder, 'file'), 'x');
    await movePath(join(folder, 'file'), join(folder, 'moved'), rename);
    expect((await readdir(folder)).sort()).toEqual(['moved', 'to']);
  });

  it('leaves everything where it was when it cannot arrive', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'a'), 'kept');
    await writeFile(join(folder, 'in the way'), '');
    const moved = movePath(join(folder, 'a'), join(folder, 'in the way', 'a'), otherDisk);
    await expect(moved).rejects.toBeInstanceOf(DeskError);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('kept');
  });
});

describe('copyFolder', () => {
  it('makes copies that may be written, and nothing else', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'source', 'deep'), { recursive: true });
    await writeFile(join(folder, 'source', 'deep', 'a.jsonc'), '{}\n');
    await chmod(join(folder, 'source', 'deep', 'a.jsonc'), 0o444);
    await mkdir(join(folder, 'home'));
    await copyFolder(join(folder, 'source'), join(folder, 'home', 'collections', 'Samples'));
    const copy = join(folder, 'home', 'collections', 'Samples', 'deep', 'a.jsonc');
    expect(await readFile(copy, 'utf8')).toBe('{}\n');
    expect((await stat(copy)).mode & 0o200).toBe(0o200);
    expect(await readdir(join(folder, 'home', 'collections'))).toEqual(['Samples']);
  });

  it('leaves no half of it behind', async () => {
    const folder = await tempFolder();
    await expect(copyFolder(join(folder, 'gone'), join(folder, 'to'))).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await readdir(folder)).toEqual([]);
  });
});
