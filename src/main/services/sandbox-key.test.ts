import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '#engine/secrets/memory-store';
import { createSecretsService } from '#engine/secrets/secrets-service';
import type { SecretStore } from '#engine/secrets/secret-store';
import { DeskError } from '#shared/errors';
import { createSandboxKey } from './sandbox-key';

function setUp(store: SecretStore = createMemoryStore()) {
  const secrets = createSecretsService({ keychain: store, publish: () => undefined });
  let made = 0;
  const createKey = (): string => `made-key-${(made += 1)}`;
  const start = () =>
    createSandboxKey({ secrets: () => Promise.resolve(secrets), store, createKey });
  return { store, secrets, start };
}

const sandbox = { environmentId: 'sandbox' };

describe('createSandboxKey', () => {
  it('makes a key once and finds it again at the next start', async () => {
    const { store, secrets, start } = setUp();
    expect(await start()()).toBe('made-key-1');
    expect(await store.get('sandbox')).toBe('made-key-1');
    expect(await start()()).toBe('made-key-1');
    expect((await secrets.status(sandbox)).state).toBe('ready');
  });

  it('takes what another app of this user has made meanwhile', async () => {
    const keys = createMemoryStore();
    let other: string | null = 'key-of-the-other';
    const store: SecretStore = {
      ...keys,
      // The other one's key arrives after this one has looked.
      async get(id) {
        const found = await keys.get(id);
        if (found === null && other !== null) {
          await keys.set(id, other);
          other = null;
        }
        return found;
      },
    };
    expect(await setUp(store).start()()).toBe('key-of-the-other');
  });

  it.each(['locked', 'unavailable'] as const)(
    'is content with this session where the keychain is %s',
    async (state) => {
      const fail = () => Promise.reject(new DeskError('keychain_unavailable'));
      const { secrets, start } = setUp({
        get: fail,
        set: fail,
        clear: fail,
        status: () => Promise.resolve({ state, detail: null }),
      });
      const key = start();
      expect(await key()).toBe('made-key-1');
      expect((await secrets.status(sandbox)).state).toBe('session');
      expect(await secrets.keyFor('sandbox')).toBe('made-key-1');
      expect(await key()).toBe('made-key-1');
    },
  );

  it('is content with this session where the keychain takes no keys', async () => {
    const { secrets, start } = setUp({
      get: () => Promise.resolve(null),
      set: () => Promise.reject(new DeskError('keychain_refused')),
      clear: () => Promise.resolve(),
      status: () => Promise.resolve({ state: 'ready', detail: null }),
    });
    const key = await start()();
    expect(key).toMatch(/^made-key-/);
    expect(await secrets.keyFor('sandbox')).toBe(key);
  });

  it('makes a new one where it was cleared, and keeps its own against one typed for the session', async () => {
    const { secrets, start } = setUp();
    const key = start();
    expect(await key()).toBe('made-key-1');
    await secrets.set({ ...sandbox, key: 'typed-by-user', keep: 'session' });
    expect(await key()).toBe('made-key-1');
    await secrets.clear(sandbox);
    expect(await key()).toBe('made-key-2');
  });
});
