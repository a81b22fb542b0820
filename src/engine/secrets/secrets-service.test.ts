import { describe, expect, it } from 'vitest';
import { DeskError, type ErrorCode } from '#shared/errors';
import { createMemoryStore } from './memory-store';
import type { SecretStore } from './secret-store';
import { createSecretsService } from './secrets-service';

const environmentId = 'staging';

function serviceOn(keychain: SecretStore) {
  const published: unknown[] = [];
  const service = createSecretsService({
    keychain,
    publish: (name, payload) => published.push([name, payload]),
  });
  return { service, published };
}

/** A keychain of which every call fails. */
function brokenStore(code: ErrorCode, state: 'ready' | 'locked' | 'unavailable'): SecretStore {
  const fail = () => Promise.reject(new DeskError(code, { detail: 'its own words' }));
  const status = () => Promise.resolve({ state, detail: 'its own words' });
  return { get: fail, set: fail, clear: fail, status };
}

describe('keys', () => {
  it('go in and never come out with a status or an event', async () => {
    const { service, published } = serviceOn(createMemoryStore());
    const key = 'very-secret-key-1';
    const answers = [
      await service.set({ environmentId, key: ` ${key}\n`, keep: 'keychain' }),
      await service.status({ environmentId }),
      await service.clear({ environmentId }),
    ];
    expect(JSON.stringify([answers, published])).not.toContain(key);
    expect(answers.map((answer) => answer.state)).toEqual(['ready', 'ready', 'missing']);
    expect(published).toHaveLength(2);
  });

  it('of a session stand before kept ones, and keeping one ends them', async () => {
    const { service } = serviceOn(createMemoryStore({ [environmentId]: 'kept-key' }));
    expect(await service.keyFor(environmentId)).toBe('kept-key');
    const status = await service.set({ environmentId, key: 'session-key', keep: 'session' });
    expect(status.state).toBe('session');
    expect(await service.keyFor(environmentId)).toBe('session-key');
    await service.set({ environmentId, key: 'newer-key', keep: 'keychain' });
    expect(await service.keyFor(environmentId)).toBe('newer-key');
    expect((await service.status({ environmentId })).state).toBe('ready');
  });

  it('are refused when the keychain gives back something else', async () => {
    const store = createMemoryStore();
    const { service } = serviceOn({ ...store, get: () => Promise.resolve('another') });
    await expect(
      service.set({ environmentId, key: 'the-key', keep: 'keychain' }),
    ).rejects.toMatchObject({ code: 'keychain_refused' });
  });

  it('are all scrubbed, also replaced and cleared ones and one that could not be kept', async () => {
    const { service } = serviceOn(brokenStore('keychain_unavailable', 'unavailable'));
    await service.set({ environmentId, key: 'first-key', keep: 'session' });
    await service.set({ environmentId, key: 'second-key', keep: 'session' });
    await service.clear({ environmentId });
    await service.set({ environmentId, key: 'third-key', keep: 'keychain' }).catch(() => undefined);
    const text = service.scrub('first-key, second-key, third-key, fourth-key');
    expect(text).toBe('[key removed], [key removed], [key removed], fourth-key');
  });

  it.each([
    ['keychain_locked', 'locked', 'locked'],
    ['keychain_unavailable', 'unavailable', 'unavailable'],
    ['keychain_locked', 'ready', 'locked'],
    ['keychain_refused', 'ready', 'unavailable'],
  ] as const)('behind %s (%s) read %s and are never missing', async (code, storeState, state) => {
    const { service } = serviceOn(brokenStore(code, storeState));
    expect(await service.status({ environmentId })).toEqual({
      environmentId,
      state,
      detail: 'its own words',
    });
    await expect(service.keyFor(environmentId)).rejects.toMatchObject({ code });
    await expect(
      service.set({ environmentId, key: 'some-key', keep: 'keychain' }),
    ).rejects.toMatchObject({ code });
    await expect(service.clear({ environmentId })).rejects.toMatchObject({ code });
  });

  it('that are missing are named so', async () => {
    const { service } = serviceOn(createMemoryStore());
    await expect(service.keyFor(environmentId)).rejects.toMatchObject({ code: 'secret_missing' });
  });

  it('of a removed environment are out of reach and come back', async () => {
    const store = createMemoryStore({ [environmentId]: 'kept-key' });
    const { service } = serviceOn(store);
    await service.set({ environmentId, key: 'session-key', keep: 'session' });
    await service.setAside(environmentId);
    expect(await store.get(environmentId)).toBeNull();
    await expect(service.keyFor(environmentId)).rejects.toMatchObject({ code: 'secret_missing' });
    await service.bringBack(environmentId);
    expect(await store.get(environmentId)).toBe('kept-key');
    expect(await service.keyFor(environmentId)).toBe('session-key');
    await service.bringBack(environmentId);
  });

  it('in a locked keychain do not keep an environment from being removed', async () => {
    const { service } = serviceOn(brokenStore('keychain_locked', 'locked'));
    await service.setAside(environmentId);
    await service.bringBack(environmentId);
    expect((await service.status({ environmentId })).state).toBe('locked');
  });
});
