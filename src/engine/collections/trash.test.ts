import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTempFolders } from '../files/testing/temp-folder';
import { createTrash, trashKeptMs } from './trash';

const tempFolder = useTempFolders();

describe('createTrash', () => {
  it('keeps what it was given until its time is over, and nothing it does not know', async () => {
    const folder = await tempFolder();
    let now = 1_000_000;
    const trash = createTrash({ folder: join(folder, 'trash'), uuid: randomUUID, now: () => now });
    await writeFile(join(folder, 'a.json'), 'old');
    await writeFile(join(folder, 'b.json'), 'new');
    const old = await trash.put(join(folder, 'a.json'), { folder, path: 'a.json' });
    now += trashKeptMs;
    const young = await trash.put(join(folder, 'b.json'), { folder, path: 'b.json' });
    await mkdir(join(folder, 'trash', 'strange'));
    now += 1;
    await trash.sweep();
    expect((await readdir(join(folder, 'trash'))).sort()).toEqual([young, 'strange'].sort());
    await expect(trash.record(old)).rejects.toMatchObject({ code: 'not_found' });
    await trash.takeOut(young, join(folder, 'back.json'));
    expect(await readFile(join(folder, 'back.json'), 'utf8')).toBe('new');
  });

  it('brings back what was removed before a restart', async () => {
    const folder = await tempFolder();
    const make = (): ReturnType<typeof createTrash> =>
      createTrash({ folder: join(folder, 'trash'), uuid: randomUUID, now: () => 5 });
    await writeFile(join(folder, 'a.json'), 'x');
    const token = await make().put(join(folder, 'a.json'), { folder, path: 'sub/a.json' });
    expect(await make().record(token)).toEqual({ folder, path: 'sub/a.json', removedAt: 5 });
    await make().takeOut(token, join(folder, 'a.json'));
    expect(await readdir(join(folder, 'trash'))).toEqual([]);
  });

  it('keeps no record of what could not be moved', async () => {
    const folder = await tempFolder();
    const trash = createTrash({ folder: join(folder, 'trash'), uuid: randomUUID, now: () => 5 });
    await expect(trash.put(join(folder, 'gone'), { folder, path: 'gone' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await readdir(join(folder, 'trash'))).toEqual([]);
  });
});
