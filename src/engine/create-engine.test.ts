import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandbox } from '#sandbox/create-sandbox';
import type { Sandbox } from '#sandbox/sandbox';
import type { DispatchSummary } from '#shared/domain/dispatch';
import type { EventName } from '#shared/ipc/names';
import { readRequestFile } from '#shared/lib/request-file';
import { createEngine, type Engine, type EnginePorts } from './create-engine';
import { useTempFolders } from './files/testing/temp-folder';
import { buildWorker } from './ledger/testing/build-worker';
import { createLog } from './log/create-log';
import { createMemoryStore } from './secrets/memory-store';
import { createNodeSendOnce } from './transport/node-send-once';

const tempFolder = useTempFolders();
const samples = join(import.meta.dirname, '../../resources/sample-collection');
const nothing = { query: '', environmentId: null, outcomes: [], before: null, limit: 50 };

let worker: URL;
beforeAll(async () => {
  worker = await buildWorker();
}, 120_000);

let home = '';
let sandbox: Sandbox;
let lines: string[] = [];
let published: [EventName, unknown][] = [];
const running: Engine[] = [];

beforeEach(async () => {
  home = join(await tempFolder(), 'home');
  sandbox = await createSandbox({ now: Date.now });
  lines = [];
  published = [];
});
afterEach(async () => {
  for (const engine of running.splice(0)) await engine.shutdown();
  await sandbox.stop();
});

async function start(over: Partial<EnginePorts> = {}): Promise<Engine> {
  let scrub = (text: string): string => text;
  const engine = await createEngine({
    home,
    sampleCollection: samples,
    fetch: createNodeSendOnce(),
    secretStore: createMemoryStore({ sandbox: sandbox.apiKey }),
    ledgerWorker: worker,
    now: Date.now,
    monotonicMs: () => performance.now(),
    uuid: () => randomUUID(),
    sandbox: () => sandbox,
    publish: (name, payload) => void published.push([name, payload]),
    log: createLog({
      sinks: [{ write: (line) => void lines.push(line), close: () => undefined }],
      scrub: (text) => scrub(text),
      now: Date.now,
      level: 'debug',
    }),
    ...over,
  });
  scrub = engine.scrub;
  running.push(engine);
  return engine;
}

async function sendWelcome(engine: Engine): Promise<ReturnType<Engine['dispatch']['send']>> {
  const [collection] = await engine.collections.list();
  const file = await engine.collections.read({
    root: collection?.id ?? '',
    path: 'Samples/Welcome.jsonc',
  });
  const parts = readRequestFile(file.text);
  if (!parts.ok) throw new Error(parts.reason);
  return engine.dispatch.send({
    attemptId: randomUUID(),
    environmentId: 'sandbox',
    request: {
      endpoint: parts.endpoint ?? '',
      bodyText: parts.bodyText,
      variables: [...parts.variables],
      name: 'Welcome',
      ref: file.ref,
    },
    confirmations: [],
  });
}

describe('a first start', () => {
  it('has the samples, the sandbox environment and nothing wrong, and sends at once', async () => {
    const engine = await start();
    const [collection, ...others] = await engine.collections.list();
    expect(others).toEqual([]);
    expect(collection?.entries.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['Samples', 'Samples/Onboarding', 'Samples/Welcome.jsonc']),
    );
    expect((await engine.environments.list()).map(({ id }) => id)).toEqual(['sandbox']);
    expect(await engine.secrets.status({ environmentId: 'sandbox' })).toMatchObject({
      state: 'ready',
    });
    expect(await engine.environments.checkKey({ environmentId: 'sandbox' })).toMatchObject({
      verdict: 'ok',
    });

    const dispatch = await sendWelcome(engine);
    expect(dispatch).toMatchObject({ outcome: 'accepted', status: 201, requestName: 'Welcome' });
    expect(sandbox.received().filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect((await engine.history.list(nothing)).items.map(({ id }) => id)).toEqual([dispatch.id]);
    expect((await engine.history.get({ id: dispatch.id })).sentBody).toBe(dispatch.sentBody);
    expect((await engine.quota.get({ environmentId: 'sandbox' }))?.source).toBe('server');
    expect(engine.problems.list()).toEqual([]);
    expect(published.map(([name]) => name)).toEqual(
      expect.arrayContaining(['history.appended', 'quota.changed', 'dispatch.progressed']),
    );
  });

  it('leaves the key nowhere but with its store', async () => {
    sandbox.setScenario('unauthorized_echo');
    const engine = await start();
    const dispatch = await sendWelcome(engine);
    expect(dispatch.outcome).toBe('refused');
    const shown = JSON.stringify([
      dispatch,
      await engine.history.get({ id: dispatch.id }),
      published,
      lines,
    ]);
    expect(shown).not.toContain(sandbox.apiKey);
    expect(engine.scrub(`Bearer ${sandbox.apiKey}`)).not.toContain(sandbox.apiKey);
    await engine.shutdown();
    const entries = await readdir(home, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const bytes = await readFile(join(entry.parentPath, entry.name));
      expect([entry.name, bytes.includes(sandbox.apiKey)]).toEqual([entry.name, false]);
    }
  });

  it('keeps the home to its owner', async () => {
    await start();
    expect((await stat(home)).mode & 0o077).toBe(0);
  });

  it('brings samples once: what was deleted stays away, what was there is left alone', async () => {
    const first = await start();
    const [collection] = await first.collections.list();
    const root = collection?.id ?? '';
    await first.collections.remove({ root, path: 'Samples' });
    await first.shutdown();
    expect((await (await start()).collections.list())[0]?.entries).toEqual([]);

    home = join(await tempFolder(), 'home');
    await mkdir(join(home, 'collections'), { recursive: true });
    expect((await (await start()).collections.list())[0]?.entries).toEqual([]);
    home = join(await tempFolder(), 'home');
    await start({ sampleCollection: null });
    expect(await readdir(home)).not.toContain('collections');
    home = join(await tempFolder(), 'home');
    const without = await start({ sampleCollection: join(home, 'gone') });
    expect((await without.collections.list())[0]).toMatchObject({ state: 'missing' });
    expect(lines.some((line) => line.includes('samples not copied'))).toBe(true);
  });
});

describe('the first tab', () => {
  it('is the sample request, on a first start only', async () => {
    const first = await start();
    const [collection] = await first.collections.list();
    const { tabs, activeTab } = await first.settings.get();
    expect(tabs.map(({ ref }) => ref?.root)).toEqual([collection?.id]);
    expect(activeTab).toBe(0);
    const ref = tabs[0]?.ref;
    if (!ref) throw new Error('no request');
    expect((await first.collections.read(ref)).text).toContain('/campaigns/trigger/send');

    await first.settings.update({ tabs: [], activeTab: -1 });
    await first.shutdown();
    expect((await (await start()).settings.get()).tabs).toEqual([]);
  });
});

describe('a later start', () => {
  it('finds everything again', async () => {
    const first = await start();
    await first.settings.update({ theme: 'dark', activeEnvironmentId: 'sandbox' });
    const environment = await first.environments.create({
      name: 'Staging',
      color: 'blue',
      host: { kind: 'cluster', clusterId: 'US-03' },
      production: true,
      variables: [],
      testUsers: [],
      reservePercent: 10,
      timeoutMs: 30_000,
      duplicateGuard: true,
    });
    const draft = await first.drafts.save({
      id: randomUUID(),
      ref: null,
      title: 'New',
      text: '{',
      baseRevision: null,
    });
    const dispatch = await sendWelcome(first);
    await first.shutdown();

    const second = await start();
    expect((await second.settings.get()).theme).toBe('dark');
    expect(await second.environments.list()).toEqual([
      expect.objectContaining({ id: 'sandbox' }),
      environment,
    ]);
    expect(await second.drafts.list()).toEqual([draft]);
    expect((await second.history.list(nothing)).items.map(({ id }) => id)).toEqual([dispatch.id]);
  });

  it('starts whatever its files hold, names each, and loses none', async () => {
    await mkdir(home, { recursive: true });
    const broken = {
      'settings.json': '{',
      'environments.json': '{"version":99}',
      'ledger.sqlite': 'no database at all',
    };
    for (const [name, text] of Object.entries(broken)) await writeFile(join(home, name), text);
    const engine = await start();
    expect((await sendWelcome(engine)).outcome).toBe('accepted');
    await vi.waitFor(() =>
      expect(
        Object.fromEntries(engine.problems.list().map(({ area, code }) => [area, code])),
      ).toEqual({
        settings: 'file_broken',
        environments: 'file_newer',
        ledger: 'ledger_corrupt',
      }),
    );
    for (const [name, text] of Object.entries(broken))
      expect(await readFile(join(home, name), 'utf8')).toBe(text);
  });

  it('names a history that cannot be used before anything is sent', async () => {
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'ledger.sqlite'), 'no database at all');
    const engine = await start();
    await engine.history.open();
    await vi.waitFor(() =>
      expect(engine.problems.list()).toMatchObject([
        { code: 'ledger_corrupt', params: { file: join(home, 'ledger.sqlite') } },
      ]),
    );
    await engine.shutdown();
    await engine.history.open();
  });

  it('follows the settings when a folder is taken out of them', async () => {
    const engine = await start();
    await engine.collections.list();
    const second = await tempFolder();
    await engine.collections.addFolder(second);
    const { collectionFolders } = await engine.settings.get();
    expect(collectionFolders).toEqual([join(home, 'collections'), second]);
    await engine.settings.update({ collectionFolders: [second] });
    await vi.waitFor(async () =>
      expect((await engine.collections.list()).map(({ folder }) => folder)).toEqual([second]),
    );
  });
});

describe('the end', () => {
  it('cancels what is on its way, writes it down, and may come twice', async () => {
    sandbox.setScenario('hang');
    const engine = await start();
    const sending = sendWelcome(engine);
    await vi.waitFor(() => expect(sandbox.received()).toHaveLength(1), 10_000);
    await engine.shutdown();
    await engine.shutdown();
    expect(await sending).toMatchObject({ outcome: 'unknown', failure: 'cancelled' });
    await expect(engine.history.list(nothing)).rejects.toMatchObject({ code: 'ledger_closed' });
    const again = await start();
    expect((await again.history.list(nothing)).items).toMatchObject([
      { outcome: 'unknown', failure: 'cancelled' },
    ]);
    const appended = published
      .filter(([name]) => name === 'history.appended')
      .map(([, payload]) => payload as DispatchSummary);
    expect(appended.map(({ outcome }) => outcome)).toEqual(['unknown']);
  });
});

describe('environments of the caller’s own', () => {
  it('are sent to, and are not listed', async () => {
    const engine = await start({
      sandbox: () => null,
      secretStore: createMemoryStore({ mine: sandbox.apiKey }),
      adaptEnvironment: (saved, id) =>
        id !== 'mine'
          ? saved
          : {
              id,
              name: 'Mine',
              color: 'grey',
              host: { kind: 'custom', url: sandbox.url },
              production: false,
              variables: [],
              testUsers: [],
              reservePercent: 0,
              timeoutMs: 5000,
              duplicateGuard: true,
            },
    });
    expect(await engine.environments.checkKey({ environmentId: 'mine' })).toMatchObject({
      verdict: 'ok',
    });
    expect((await engine.environments.list()).map(({ id }) => id)).toEqual(['sandbox']);
    await expect(engine.environments.checkKey({ environmentId: 'other' })).rejects.toMatchObject({
      code: 'environment_unknown',
    });
  });
});
