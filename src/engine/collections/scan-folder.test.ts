import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTempFolders } from '../files/testing/temp-folder';
import { scanFolder, scanLimits } from './scan-folder';

const tempFolder = useTempFolders();

async function folderWith(...files: string[]): Promise<string> {
  const folder = await tempFolder();
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    if (!file.endsWith('/')) await writeFile(join(folder, file), '{}');
  }
  return folder;
}

const pathsOf = async (folder: string): Promise<string[]> =>
  (await scanFolder(folder)).entries.map(({ path }) => path);

describe('scanFolder', () => {
  it('shows folders first, then requests, numbers by value and letters whatever their case', async () => {
    const folder = await folderWith(
      'b.json',
      'A.jsonc',
      'req 10.json',
      'req 9.json',
      'Z/x.json',
      'a/empty/',
      'ä.json',
      '한글.json',
    );
    await mkdir(join(folder, 'a', 'empty'), { recursive: true });
    expect(await scanFolder(folder)).toEqual({
      truncated: false,
      entries: [
        { kind: 'folder', path: 'a', name: 'a', depth: 0 },
        { kind: 'folder', path: 'a/empty', name: 'empty', depth: 1 },
        { kind: 'folder', path: 'Z', name: 'Z', depth: 0 },
        { kind: 'request', path: 'Z/x.json', name: 'x', depth: 1 },
        { kind: 'request', path: 'A.jsonc', name: 'A', depth: 0 },
        { kind: 'request', path: 'ä.json', name: 'ä', depth: 0 },
        { kind: 'request', path: 'b.json', name: 'b', depth: 0 },
        { kind: 'request', path: 'req 9.json', name: 'req 9', depth: 0 },
        { kind: 'request', path: 'req 10.json', name: 'req 10', depth: 0 },
        { kind: 'request', path: '한글.json', name: '한글', depth: 0 },
      ],
    });
  });

  it('leaves out what is no request', async () => {
    const folder = await folderWith(
      'a.JSON',
      'notes.md',
      '.hidden.json',
      '.git/config.json',
      'node_modules/p/package.json',
      'back\\slash.json',
      '.json',
      'x.json.bak',
      '.a.json.0123456789ab.tmp',
    );
    expect(await pathsOf(folder)).toEqual(['a.JSON']);
  });

  it('follows links to files inside and no others', async () => {
    const folder = await folderWith('in/a.json');
    const outside = await folderWith('secret.json');
    await symlink(join(folder, 'in', 'a.json'), join(folder, 'linked.json'));
    await symlink(join(outside, 'secret.json'), join(folder, 'out.json'));
    await symlink(outside, join(folder, 'outside'));
    await symlink(folder, join(folder, 'in', 'circle'));
    await symlink(join(folder, 'gone'), join(folder, 'dangling.json'));
    expect(await pathsOf(folder)).toEqual(['in', 'in/a.json', 'linked.json']);
  });

  it('stops at its limits and says so', async () => {
    const folder = await folderWith('a/1.json', 'a/2.json', 'b/3.json', '4.json');
    const limited = (limits: Partial<typeof scanLimits>): ReturnType<typeof scanFolder> =>
      scanFolder(folder, { ...scanLimits, ...limits });
    expect((await limited({ entries: 6 })).truncated).toBe(false);
    for (let entries = 0; entries < 6; entries += 1) {
      const found = await limited({ entries });
      expect(found.entries).toHaveLength(entries);
      expect(found.truncated).toBe(true);
    }
    expect(await limited({ depth: 0 })).toMatchObject({
      truncated: true,
      entries: [{ path: 'a' }, { path: 'b' }, { path: '4.json' }],
    });
    expect((await limited({ visited: 2 })).truncated).toBe(true);
  });

  it('shows a folder that may not be read as empty', async () => {
    const folder = await folderWith('closed/a.json', 'b.json');
    await chmod(join(folder, 'closed'), 0o000);
    const mayReadAnything = process.getuid?.() === 0;
    expect(await pathsOf(folder)).toEqual(
      mayReadAnything ? ['closed', 'closed/a.json', 'b.json'] : ['closed', 'b.json'],
    );
    await chmod(join(folder, 'closed'), 0o700);
  });

  it('fails where the folder itself is not there', async () => {
    await expect(scanFolder(join(await tempFolder(), 'gone'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  it('lists ten thousand files in well under a second', async () => {
    const folder = await tempFolder();
    for (let n = 0; n < 100; n += 1) {
      await mkdir(join(folder, `folder ${n}`));
      await Promise.all(
        Array.from({ length: 100 }, (_, m) =>
          writeFile(join(folder, `folder ${n}`, `request ${m}.json`), '{}'),
        ),
      );
    }
    const start = performance.now();
    const { entries, truncated } = await scanFolder(folder);
    const elapsed = performance.now() - start;
    expect(entries).toHaveLength(10_100);
    expect(truncated).toBe(false);
    expect(elapsed).toBeLessThan(1000);
  }, 60_000);
});
