import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeychainProbe } from './keychain-probe';
import { createKeytarStore } from './keytar-store';
import { createSecretsService } from './secrets-service';
import { type KeyringSession, startKeyringSession } from './testing/keyring-session';

// One real bus for the whole file: GLib keeps the first one a process has used.
describe.runIf(process.platform === 'linux')('keys in a real keyring', () => {
  let session: KeyringSession;
  beforeAll(async () => {
    session = await startKeyringSession(true);
    Object.assign(process.env, session.env);
  });
  afterAll(() => session.end());

  const userId = process.getuid?.() ?? 0;
  const storeFor = () =>
    createKeytarStore({ probe: createKeychainProbe({ env: session.env, userId, limitMs: 5000 }) });

  it('is ready, keeps a key, replaces it and forgets it', async () => {
    const store = storeFor();
    expect(await store.status()).toEqual({ state: 'ready', detail: null });
    expect(await store.get('staging')).toBeNull();
    await store.set('staging', 'first-key-1');
    await store.set('staging', 'second-key-2');
    expect(await storeFor().get('staging')).toBe('second-key-2');
    expect(await store.get('other')).toBeNull();
    await store.clear('staging');
    await store.clear('staging');
    expect(await store.get('staging')).toBeNull();
  });

  it('reads locked, never missing, once the keyring is locked', async () => {
    const service = createSecretsService({ keychain: storeFor(), publish: () => undefined });
    await service.set({ environmentId: 'kept', key: 'kept-key-123', keep: 'keychain' });
    expect(await service.status({ environmentId: 'kept' })).toMatchObject({ state: 'ready' });

    await session.lock();
    for (const environmentId of ['kept', 'never-set']) {
      const status = await service.status({ environmentId });
      expect(status.state).toBe('locked');
      expect(status.detail).toContain('/collection/login');
      await expect(service.keyFor(environmentId)).rejects.toMatchObject({
        code: 'keychain_locked',
      });
    }
    await expect(storeFor().clear('kept')).rejects.toMatchObject({ code: 'keychain_locked' });
    await expect(storeFor().set('kept', 'another-key')).rejects.toMatchObject({
      code: 'keychain_locked',
    });
  });
});
