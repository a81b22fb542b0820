import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import type { Environment } from '#shared/domain/environment';
import type { EventName, RouteName } from '#shared/ipc/names';
import { settingsDefaults } from '#shared/domain/settings';
import { useEnvironmentsStore } from '../../stores/environments';
import { useSettingsStore } from '../../stores/settings';
import { useEnvironmentDrafts } from './environment-drafts';

const sandbox: Environment = {
  id: 'sandbox',
  name: 'Sandbox',
  color: 'teal',
  host: { kind: 'sandbox' },
  production: false,
  variables: [],
  testUsers: [],
  reservePercent: 10,
  timeoutMs: 30_000,
  duplicateGuard: false,
};
const staging: Environment = {
  ...sandbox,
  id: 'staging',
  name: 'Staging',
  host: { kind: 'cluster', clusterId: 'US-03' },
};

let saved: readonly Environment[];
let refuse: string | null;
let whileSaving: () => void;
const stored = new Map<string, string>();
const listeners = new Map<EventName, ((payload: unknown) => void)[]>();
const removed = new Map<string, Environment>();

function publish(name: EventName, payload: unknown): void {
  for (const listener of listeners.get(name) ?? []) listener(payload);
}

function change(now: readonly Environment[]): void {
  saved = now;
  publish('environments.changed', structuredClone(now));
}

/** Main as far as environments go. */
const routes: Partial<Record<RouteName, (input: never) => unknown>> = {
  'settings.get': () => ({ ...settingsDefaults, activeEnvironmentId: 'staging' }),
  'settings.update': (patch: object) => ({ ...settingsDefaults, ...patch }),
  'environments.list': () => saved,
  'environments.create': (input: Omit<Environment, 'id'>) => {
    const environment = { id: 'made', ...input };
    change([...saved, environment]);
    return environment;
  },
  'environments.update': (environment: Environment) => {
    whileSaving();
    change(saved.map((other) => (other.id === environment.id ? environment : other)));
    return environment;
  },
  'environments.remove': ({ environmentId }: { environmentId: string }) => {
    removed.set(
      'token',
      saved.find(({ id }) => id === environmentId)!,
    );
    change(saved.filter(({ id }) => id !== environmentId));
    return { undoToken: 'token' };
  },
  'environments.restore': () => {
    change([...saved, removed.get('token')!]);
    return removed.get('token');
  },
  'secrets.status': ({ environmentId }: { environmentId: string }) => ({
    environmentId,
    state: 'ready',
    detail: null,
  }),
};

let environments: ReturnType<typeof useEnvironmentsStore>;
let drafts: ReturnType<typeof useEnvironmentDrafts>;

async function start(): Promise<void> {
  setActivePinia(createPinia());
  await useSettingsStore().load();
  environments = useEnvironmentsStore();
  await environments.load();
  drafts = useEnvironmentDrafts();
}

beforeEach(async () => {
  saved = [sandbox, staging];
  refuse = null;
  whileSaving = () => undefined;
  stored.clear();
  listeners.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
  vi.stubGlobal('window', {
    desk: {
      request: (name: RouteName, input: never) => {
        const route = routes[name];
        if (route === undefined) throw new Error(`not expected: ${name}`);
        return Promise.resolve(
          refuse === name
            ? { ok: false, error: { code: 'disk_full', params: {} } }
            : { ok: true, value: structuredClone(route(structuredClone(input))) },
        );
      },
      on: (name: EventName, listener: (payload: unknown) => void) => {
        listeners.set(name, [...(listeners.get(name) ?? []), listener]);
        return () => undefined;
      },
    },
  });
  await start();
});

function form(): NonNullable<typeof drafts.selected>['form'] {
  return drafts.selected!.form;
}

describe('what is typed', () => {
  it('stays while another environment is looked at', () => {
    drafts.open('staging');
    form().name = 'Staging 2';
    drafts.open('sandbox');
    expect(drafts.lines.map(({ id, dirty }) => [id, dirty])).toEqual([
      ['sandbox', false],
      ['staging', true],
    ]);
    drafts.open('staging');
    expect(form().name).toBe('Staging 2');
  });

  it('is not overwritten by a change from elsewhere, which shows where nothing was typed', () => {
    drafts.open('sandbox');
    drafts.open('staging');
    form().name = 'Typed';
    change([
      { ...sandbox, timeoutMs: 5000 },
      { ...staging, name: 'From elsewhere' },
    ]);
    return nextTick().then(() => {
      expect(form().name).toBe('Typed');
      drafts.open('sandbox');
      expect(form().timeout).toBe('5');
    });
  });

  it('is gone after a revert', () => {
    drafts.open('staging');
    form().name = 'Typed';
    drafts.revert('staging');
    expect(form().name).toBe('Staging');
    expect(drafts.dirty).toBe(false);
  });

  it('outlives the window once quitting was asked for', async () => {
    drafts.open('staging');
    form().name = 'Half';
    drafts.add();
    form().name = 'New one';
    publish('app.quitRequested', {});
    await start();
    expect(drafts.lines.map(({ name, dirty }) => [name, dirty])).toEqual([
      ['Sandbox', false],
      ['Staging', true],
      ['New one', true],
    ]);
    drafts.open('staging');
    expect(form().name).toBe('Half');
  });

  it('is not kept of a new environment in which nothing was typed', () => {
    drafts.add();
    drafts.open('staging');
    expect(drafts.lines).toHaveLength(2);
  });
});

describe('saving', () => {
  it('turns a new one into an environment and keeps it selected', async () => {
    drafts.add();
    Object.assign(form(), { name: 'Live', clusterId: 'EU-01' });
    await drafts.save(drafts.selected!);
    expect(drafts.selectedId).toBe('made');
    expect(drafts.lastSaved).toEqual({ id: 'made', created: true });
    expect(drafts.lines.map(({ id }) => id)).toEqual(['sandbox', 'staging', 'made']);
    expect(drafts.dirty).toBe(false);
  });

  it('keeps what was typed when main refuses', async () => {
    refuse = 'environments.update';
    drafts.open('staging');
    form().name = 'Typed';
    await expect(drafts.save(drafts.selected!)).rejects.toMatchObject({ code: 'disk_full' });
    expect(form().name).toBe('Typed');
    expect(drafts.dirty).toBe(true);
  });

  it('keeps what was typed while it was under way', async () => {
    drafts.open('staging');
    form().name = 'First';
    whileSaving = () => {
      form().name = 'First and more';
    };
    await drafts.save(drafts.selected!);
    expect(saved.find(({ id }) => id === 'staging')?.name).toBe('First');
    expect(form().name).toBe('First and more');
    expect(drafts.dirty).toBe(true);
  });

  it('says that a name is taken by another, not by itself', () => {
    drafts.open('staging');
    expect(drafts.problems(drafts.selected!)).toEqual({});
    form().name = 'sandbox';
    expect(drafts.problems(drafts.selected!)).toHaveProperty('name');
  });
});

describe('deleting', () => {
  it('lets the sandbox take over and brings all back, with what was typed', async () => {
    drafts.open('staging');
    form().name = 'Typed';
    const undo = await drafts.remove('staging');
    expect(environments.active?.id).toBe('sandbox');
    expect(drafts.lines.map(({ id }) => id)).toEqual(['sandbox']);
    await undo();
    expect(environments.active?.id).toBe('staging');
    expect(drafts.selectedId).toBe('staging');
    expect(form().name).toBe('Typed');
  });

  it('keeps the environment when main refuses', async () => {
    refuse = 'environments.remove';
    drafts.open('sandbox');
    drafts.open('staging');
    await expect(drafts.remove('staging')).rejects.toMatchObject({ code: 'disk_full' });
    expect(drafts.lines).toHaveLength(2);
  });
});
