import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeskError } from '#shared/errors';
import { resolveInside, splitInside } from './safe-path';
import { useTempFolders } from './testing/temp-folder';

const tempFolder = useTempFolders();

describe('resolveInside', () => {
  it.each([
    '..',
    '../x.json',
    'a/../../x.json',
    'a/..',
    './a',
    '/etc/passwd',
    'a//b',
    'a/',
    '..\\x.json',
    'a\\b',
    'a\0b',
    '.',
  ])('refuses %j', async (path) => {
    const top = await tempFolder();
    await expect(resolveInside(top, path)).rejects.toMatchObject({ code: 'outside_folder' });
  });

  it.each(['C:x', 'C:/x', 'a.json:stream', 'a/b:c'])('refuses %j on Windows', (path) => {
    expect(() => splitInside(path, 'win32')).toThrow(DeskError);
  });

  it.each(['a.json', '한글/요청.jsonc', 'a b/c d', '...', 'a..b', '-', '~'])(
    'allows %j',
    async (path) => {
      const top = await tempFolder();
      await expect(resolveInside(top, path)).resolves.toBe(join(top, ...path.split('/')));
    },
  );

  it('follows links and refuses those that lead out, whatever lies behind them', async () => {
    const top = await tempFolder();
    const outside = await tempFolder();
    await mkdir(join(top, 'in'));
    await writeFile(join(outside, 'secret.json'), '{}');
    await symlink(outside, join(top, 'out'));
    await symlink(join(outside, 'secret.json'), join(top, 'out.json'));
    await symlink(join(top, 'in'), join(top, 'again'));
    for (const path of ['out', 'out/secret.json', 'out/new/file.json', 'out.json']) {
      await expect(resolveInside(top, path)).rejects.toMatchObject({ code: 'outside_folder' });
    }
    await expect(resolveInside(top, 'again/new.json')).resolves.toBe(
      join(top, 'again', 'new.json'),
    );
  });

  it('names a folder that is not there and one that runs in circles', async () => {
    const top = await tempFolder();
    await symlink(join(top, 'b'), join(top, 'a'));
    await symlink(join(top, 'a'), join(top, 'b'));
    await expect(resolveInside(join(top, 'gone'), 'x')).rejects.toMatchObject({
      code: 'folder_missing',
    });
    await expect(resolveInside(top, 'a/x')).rejects.toMatchObject({ code: 'outside_folder' });
  });

  it('never gives a place outside, whatever the path', async () => {
    const top = await tempFolder();
    const part = fc.oneof(
      fc.constantFrom('..', '.', '', 'a', '\\', '\0', '/', 'C:'),
      fc.string({ maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const place = await resolveInside(top, parts.join('/')).catch(() => null);
        if (place !== null) expect(place === top || place.startsWith(top + sep)).toBe(true);
      }),
    );
  });
});
