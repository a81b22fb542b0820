import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFile, temporaryFilePattern, writeAtomically } from './atomic-write';
import { useTempFolders } from './testing/temp-folder';

const tempFolder = useTempFolders();

describe('writeAtomically', () => {
  it('writes any bytes as they are and leaves nothing beside the file', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'a.json');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        await writeAtomically(path, bytes);
        expect(new Uint8Array(await readFile(path))).toEqual(bytes);
      }),
      { numRuns: 20 },
    );
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  it('replaces the file rather than its content, so that a reader sees the old or the new', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'a'), 'old');
    await link(join(folder, 'a'), join(folder, 'held'));
    await writeAtomically(join(folder, 'a'), 'new');
    expect(await readFile(join(folder, 'held'), 'utf8')).toBe('old');
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('new');
  });

  it('keeps the mode and writes through a link', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'real'), 'old');
    await chmod(join(folder, 'real'), 0o640);
    await symlink(join(folder, 'real'), join(folder, 'linked'));
    await writeAtomically(join(folder, 'linked'), 'new');
    expect((await lstat(join(folder, 'linked'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'real'), 'utf8')).toBe('new');
    expect((await stat(join(folder, 'real'))).mode & 0o777).toBe(0o640);
  });

  it('leaves all of one of many texts written at once', async () => {
    const folder = await tempFolder();
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(50_000));
    await Promise.all(texts.map((text) => writeAtomically(join(folder, 'a'), text)));
    expect(texts).toContain(await readFile(join(folder, 'a'), 'utf8'));
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('takes the longest name a file system allows', async () => {
    const folder = await tempFolder();
    const name = `${'한'.repeat(83)}.json`;
    await writeAtomically(join(folder, name), 'x');
    expect(await readdir(folder)).toEqual([name]);
  });

  it('names what went wrong and keeps the old content', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'folder', 'full'), { recursive: true });
    await expect(writeAtomically(join(folder, 'gone', 'a'), 'x')).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(writeAtomically(join(folder, 'folder'), 'x')).rejects.toThrow();
    expect((await stat(join(folder, 'folder'))).isDirectory()).toBe(true);
    expect((await readdir(folder)).filter((name) => temporaryFilePattern.test(name))).toEqual([]);
  });
});

describe('createFile', () => {
  it('creates, and never touches what is there', async () => {
    const folder = await tempFolder();
    await createFile(join(folder, 'a'), 'first');
    await expect(createFile(join(folder, 'a'), 'second')).rejects.toMatchObject({
      code: 'already_exists',
    });
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('first');
  });
});
