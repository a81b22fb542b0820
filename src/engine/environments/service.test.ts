import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CLUSTERS } from '#shared/braze/clusters';
import { type Environment, environmentSchema } from '#shared/domain/environment';
import { DeskError } from '#shared/errors';
import { useTempFolders } from '../files/testing/temp-folder';
import { type Log, silentLog } from '../log/log';
import { createProblems, type Problems } from '../problems';
import type { Publish } from '../publish';
import { createEnvironments, type Environments, type KeyKeeper } from './service';

const tempFolder = useTempFolders();
const input = {
  name: 'Staging',
  color: 'blue' as const,
  host: { kind: 'cluster' as const, clusterId: 'US-03' },
  production: false,
  variables: [],
  testUsers: [],
  reservePercent: 10,
  timeoutMs: 30_000,
  duplicateGuard: true,
};

let folder = '';
let path = '';
let problems: Problems;
let published: (readonly Environment[])[] = [];
let service: Environments;

/** Keys as the secrets service keeps them, in memory. */
function createKeys(): KeyKeeper & { readonly keys: Map<string, string>; locked: boolean } {
  const keys = new Map<string, string>();
  const aside = new Map<string, string>();
  const move = (from: Map<string, string>, to: Map<string, string>, id: string): void => {
    const key = from.get(id);
    if (key !== undefined) to.set(id, key);
    from.delete(id);
  };
  const opened = (action: () => void): Promise<void> => {
    if (keeper.locked) return Promise.reject(new DeskError('keychain_locked'));
    action();
    return Promise.resolve();
  };
  const keeper = {
    keys,
    locked: false,
    setAside: (id: string) => opened(() => move(keys, aside, id)),
    bringBack: (id: string) => opened(() => move(aside, keys, id)),
    clear: ({ environmentId }: { environmentId: string }) =>
      opened(() => void keys.delete(environmentId)),
  };
  return keeper;
}
let keys = createKeys();

const publish: Publish = (name, payload) => {
  if (name === 'environments.changed') published.push(payload as readonly Environment[]);
};
const start = (log: Log = silentLog): Promise<Environments> => {
  problems = createProblems(() => undefined);
  return createEnvironments({
    path,
    keys,
    uuid: randomUUID,
    now: Date.now,
    publish,
    problems,
    log,
  });
};

beforeEach(async () => {
  folder = await tempFolder();
  path = join(folder, 'environments.json');
  keys = createKeys();
  published = [];
  service = await start();
});

const onDisk = async (): Promise<{ environments: Record<string, unknown>[] }> =>
  JSON.parse(await readFile(path, 'utf8')) as { environments: Record<string, unknown>[] };
const ids = async (): Promise<string[]> => (await service.list()).map(({ id }) => id);

describe('the sandbox', () => {
  it('is there at the first start, writes nothing, and is legal', async () => {
    const [sandbox, ...others] = await service.list();
    expect(others).toEqual([]);
    expect(sandbox).toMatchObject({
      id: 'sandbox',
      name: 'Sandbox',
      color: 'teal',
      host: { kind: 'sandbox' },
      production: false,
    });
    expect(environmentSchema.safeParse(sandbox).success).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  it('stays itself whatever is asked, but for its variables, test users and limits', async () => {
    await service.update({
      ...input,
      id: 'sandbox',
      production: true,
      host: { kind: 'custom', url: 'https://evil.example' },
      variables: [{ name: 'a', value: '1', kind: 'text' }],
      testUsers: ['qa-1'],
      timeoutMs: 5000,
    });
    const expected = {
      id: 'sandbox',
      name: 'Sandbox',
      color: 'teal',
      host: { kind: 'sandbox' },
      production: false,
      testUsers: ['qa-1'],
      timeoutMs: 5000,
    };
    expect((await service.list())[0]).toMatchObject(expected);
    service = await start();
    expect((await service.list())[0]).toMatchObject(expected);
    await expect(service.remove({ environmentId: 'sandbox' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  it('stands first even where the file says otherwise', async () => {
    const custom = await service.create(input);
    const file = await onDisk();
    await writeFile(
      path,
      JSON.stringify({ version: 1, environments: [...file.environments].reverse() }),
    );
    service = await start();
    expect(await ids()).toEqual(['sandbox', custom.id]);
  });
});

describe('create and update', () => {
  it.each(['Staging · US-03', '프로덕션', '---', '😀', 'x'.repeat(60), 'Ünïcode Ñame'])(
    'gives %j an id of its own',
    async (name) => {
      const first = await service.create({ ...input, name });
      const second = await service.create({ ...input, name });
      expect(first.id).not.toBe(second.id);
      expect(environmentSchema.safeParse(first).success).toBe(true);
      expect(published.at(-1)).toEqual(await service.list());
      service = await start();
      expect(await ids()).toEqual(['sandbox', first.id, second.id]);
    },
  );

  it.each([
    ['rest.example.com', 'https://rest.example.com'],
    [' https://Rest.Example.com/ ', 'https://rest.example.com'],
    ['https://rest.example.com:443', 'https://rest.example.com'],
    ['https://rest.example.com:8443', 'https://rest.example.com:8443'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://localhost:4010/', 'http://localhost:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ])('keeps the address %j as %j', async (url, kept) => {
    const { host } = await service.create({ ...input, host: { kind: 'custom', url } });
    expect(host).toEqual({ kind: 'custom', url: kept });
  });

  it.each([
    'http://rest.example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'https://user:pass@rest.example.com',
    'https://rest.example.com/path',
    'https://rest.example.com//',
    'https://rest.example.com?x=1',
    'https://rest.example.com/#x',
    'https://rest.example.com\\@evil.example',
    'https://rest.example.com:99999',
    'ftp://rest.example.com',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://',
    '',
    ' ',
    'two words',
  ])('refuses the address %j', async (url) => {
    const created = service.create({ ...input, host: { kind: 'custom', url } });
    await expect(created).rejects.toMatchObject({ code: 'host_invalid' });
    await expect(created).rejects.not.toMatchObject({
      params: { host: expect.stringContaining('pass') as string },
    });
    expect(await ids()).toEqual(['sandbox']);
  });

  it('knows every cluster and no other', async () => {
    for (const { id } of CLUSTERS)
      await service.create({ ...input, host: { kind: 'cluster', clusterId: id } });
    await expect(
      service.create({ ...input, host: { kind: 'cluster', clusterId: 'US-09' } }),
    ).rejects.toMatchObject({ code: 'host_invalid' });
  });

  it('refuses to change what is not there', async () => {
    await expect(service.update({ ...input, id: 'gone-1' })).rejects.toMatchObject({
      code: 'environment_unknown',
    });
    await expect(service.remove({ environmentId: 'gone-1' })).rejects.toMatchObject({
      code: 'environment_unknown',
    });
  });

  it('keeps the key for Braze clusters and drops it for another custom address', async () => {
    const made = await service.create(input);
    keys.keys.set(made.id, 'secret');
    await service.update({ ...made, host: { kind: 'cluster', clusterId: 'EU-01' } });
    await service.update({ ...made, name: 'Renamed' });
    expect(keys.keys.get(made.id)).toBe('secret');
    const custom = await service.update({
      ...made,
      host: { kind: 'custom', url: 'https://a.example' },
    });
    expect(keys.keys.has(made.id)).toBe(false);
    keys.keys.set(made.id, 'new');
    await service.update({ ...custom, host: { kind: 'custom', url: 'https://A.example/' } });
    expect(keys.keys.get(made.id)).toBe('new');
    keys.locked = true;
    await expect(
      service.update({ ...custom, host: { kind: 'custom', url: 'https://b.example' } }),
    ).rejects.toMatchObject({ code: 'keychain_locked' });
    expect(service.find(made.id)?.host).toEqual({ kind: 'custom', url: 'https://a.example' });
  });
});

describe('remove and restore', () => {
  it('brings one back with its key, at its place', async () => {
    const made = [];
    for (const name of ['a', 'b', 'c']) made.push(await service.create({ ...input, name }));
    const [a, b, c] = made.map(({ id }) => id) as [string, string, string];
    keys.keys.set(b, 'secret');
    const { undoToken } = await service.remove({ environmentId: b });
    expect(await ids()).toEqual(['sandbox', a, c]);
    expect(keys.keys.has(b)).toBe(false);
    expect(await readFile(path, 'utf8')).not.toContain(b);
    expect(await service.restore({ undoToken })).toEqual(made[1]);
    expect(await ids()).toEqual(['sandbox', a, b, c]);
    expect(keys.keys.get(b)).toBe('secret');
    await expect(service.restore({ undoToken })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('removes with a locked keychain, too', async () => {
    const { id } = await service.create(input);
    keys.locked = true;
    await service.remove({ environmentId: id });
    expect(await ids()).toEqual(['sandbox']);
  });
});

describe('a file that is not as it should be', () => {
  it('keeps what it does not know, and keeps and names what is not legal', async () => {
    const good = { ...input, id: 'good-1', owner: 'QA' };
    const bad = { ...input, id: 'bad-1', production: 'yes' };
    await writeFile(
      path,
      JSON.stringify({
        version: 1,
        team: 'x',
        environments: [good, bad, { ...good, name: 'Twin' }, 7],
      }),
    );
    service = await start();
    expect(await ids()).toEqual(['sandbox', 'good-1']);
    expect(problems.list().map(({ code, params }) => [code, params.path])).toEqual([
      ['file_broken', '/environments/1/production'],
      ['file_broken', '/environments/2/id'],
      ['file_broken', '/environments/3'],
    ]);
    await service.update({ ...input, id: 'good-1', name: 'Better' });
    const after = await onDisk();
    expect(after).toMatchObject({ version: 1, team: 'x' });
    expect(after.environments.slice(1)).toEqual([
      { ...good, name: 'Better' },
      bad,
      { ...good, name: 'Twin' },
      7,
    ]);
  });

  it.each([
    ['broken', '{"version":1,', 'file_broken'],
    ['newer', '{"version":2,"environments":[]}', 'file_newer'],
    ['of the wrong kind', '{"version":1,"environments":{}}', 'file_broken'],
  ])(
    'starts with the sandbox alone when the file is %s, and loses nothing of it',
    async (_name, content, code) => {
      await writeFile(path, content);
      service = await start();
      expect(await ids()).toEqual(['sandbox']);
      expect(problems.list()).toMatchObject([{ area: 'environments', code }]);
      if (code === 'file_newer') {
        await expect(service.create(input)).rejects.toMatchObject({ code });
        expect(await readFile(path, 'utf8')).toBe(content);
      }
    },
  );

  it('takes over what another program wrote meanwhile', async () => {
    await service.create({ ...input, name: 'a' });
    const other = await start();
    await other.create({ ...input, name: 'b' });
    await service.create({ ...input, name: 'c' });
    expect((await service.list()).map(({ name }) => name)).toEqual(['Sandbox', 'a', 'b', 'c']);
  });
});
