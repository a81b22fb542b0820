import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Settings, settingsDefaults, settingsSchema } from '#shared/domain/settings';
import { useTempFolders } from '../files/testing/temp-folder';
import { silentLog } from '../log/log';
import { createProblems, type Problems } from '../problems';
import { createSettings, type SettingsService } from './service';

const tempFolder = useTempFolders();
let path = '';
let problems: Problems;
let published: Settings[] = [];
let folders: (readonly string[])[] = [];

const start = (): Promise<SettingsService> => {
  problems = createProblems(() => undefined);
  return createSettings({
    path,
    firstFolders: ['/home/collections'],
    now: Date.now,
    publish: (name, payload) => {
      if (name === 'settings.changed') published.push(payload as Settings);
    },
    problems,
    log: silentLog,
    onFoldersChanged: (list) => folders.push(list),
  });
};

beforeEach(async () => {
  path = join(await tempFolder(), 'settings.json');
  published = [];
  folders = [];
});

const onDisk = async (): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
const first: Settings = { ...settingsDefaults, collectionFolders: ['/home/collections'] };

describe('createSettings', () => {
  it('starts with the defaults and writes nothing', async () => {
    expect(await (await start()).get()).toEqual(first);
    expect(await readdir(join(path, '..'))).toEqual([]);
  });

  it('keeps a choice over a restart and writes only what was chosen', async () => {
    const service = await start();
    expect(await service.update({ theme: 'dark' })).toEqual({ ...first, theme: 'dark' });
    await service.update({ zoomPercent: 150 });
    expect(published.at(-1)).toEqual({ ...first, theme: 'dark', zoomPercent: 150 });
    expect(await onDisk()).toEqual({ version: 1, theme: 'dark', zoomPercent: 150 });
    expect(await (await start()).get()).toEqual({ ...first, theme: 'dark', zoomPercent: 150 });
  });

  it('takes a folder out, and takes none in', async () => {
    const service = await start();
    await service.setCollectionFolders(['/a', '/b']);
    await expect(service.update({ collectionFolders: ['/a', '/etc'] })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect((await service.update({ collectionFolders: ['/b'] })).collectionFolders).toEqual(['/b']);
    await service.update({ collectionFolders: [] });
    expect(folders).toEqual([['/b'], []]);
    expect((await (await start()).get()).collectionFolders).toEqual([]);
  });

  it('uses the default for what is not legal, names it, and keeps it until it is changed', async () => {
    await writeFile(
      path,
      JSON.stringify({
        version: 1,
        theme: 'pink',
        zoomPercent: 1e9,
        language: 'ko',
        later: { a: 1 },
      }),
    );
    const service = await start();
    expect(await service.get()).toEqual({ ...first, language: 'ko' });
    expect(problems.list().map(({ params }) => params.path)).toEqual(['/theme', '/zoomPercent']);
    await service.update({ theme: 'light' });
    expect(await onDisk()).toEqual({
      version: 1,
      theme: 'light',
      zoomPercent: 1e9,
      language: 'ko',
      later: { a: 1 },
    });
    expect(problems.list().map(({ params }) => params.path)).toEqual(['/zoomPercent']);
  });

  it('puts a broken file aside and goes on', async () => {
    await writeFile(path, '{"version":1,"theme":');
    const service = await start();
    expect(await service.get()).toEqual(first);
    expect(problems.list()).toMatchObject([{ area: 'settings', code: 'file_broken' }]);
    await service.update({ theme: 'dark' });
    expect(await readdir(join(path, '..'))).toHaveLength(2);
    expect(await onDisk()).toEqual({ version: 1, theme: 'dark' });
  });

  it('never changes the file of a newer program; a choice holds until the end', async () => {
    const newer = '{"version":2,"theme":"neon"}';
    await writeFile(path, newer);
    const service = await start();
    expect(problems.list()).toMatchObject([{ area: 'settings', code: 'file_newer' }]);
    await service.update({ theme: 'dark' });
    await service.update({ zoomPercent: 120 });
    expect(await service.get()).toEqual({ ...first, theme: 'dark', zoomPercent: 120 });
    expect(await readFile(path, 'utf8')).toBe(newer);
  });

  it('is legal whatever the file holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(...Object.keys(settingsSchema.shape), '__proto__', 'x'),
          fc.jsonValue(),
        ),
        async (content) => {
          await writeFile(path, JSON.stringify({ ...content, version: 1 }));
          expect(settingsSchema.safeParse(await (await start()).get()).success).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
