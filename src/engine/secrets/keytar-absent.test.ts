import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DeskError } from '#shared/errors';
import { createKeychainProbe } from './keychain-probe';
import { type KeychainModule, createKeytarStore } from './keytar-store';
import { startKeyringSession } from './testing/keyring-session';

const userId = process.getuid?.() ?? 0;

describe.runIf(process.platform === 'linux')('where there is no keychain', () => {
  it('names a session without a message bus', async () => {
    for (const name of ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY']) {
      Reflect.deleteProperty(process.env, name);
    }
    const store = createKeytarStore({
      probe: createKeychainProbe({ env: process.env, userId, limitMs: 5000 }),
    });
    const status = await store.status();
    expect(status.state).toBe('unavailable');
    expect(status.detail).toContain('D-Bus');
    const attempts = [
      () => store.get('a'),
      () => store.set('a', 'key-1234'),
      () => store.clear('a'),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({
        code: 'keychain_unavailable',
        params: { detail: expect.stringContaining('D-Bus') as string },
      });
    }
  });

  it('names a bus on which nobody keeps secrets', async () => {
    const session = await startKeyringSession(false);
    try {
      const probe = createKeychainProbe({ env: session.env, userId, limitMs: 5000 });
      const { state, detail } = await probe.status();
      expect(state).toBe('unavailable');
      expect(detail).toContain('ServiceUnknown');
    } finally {
      await session.end();
    }
  });

  it('gives up on a bus that accepts and then says nothing', async () => {
    const socket = join(mkdtempSync(join(tmpdir(), 'desk-bus-')), 'bus');
    const server = createServer(() => undefined).listen(socket);
    const env = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` };
    const { state, detail } = await createKeychainProbe({ env, userId, limitMs: 50 }).status();
    server.close();
    expect({ state, detail }).toEqual({
      state: 'unavailable',
      detail: 'the message bus did not answer in time',
    });
  });
});

describe('what keytar can do to us', () => {
  const keychain = (over: Partial<KeychainModule>): KeychainModule => ({
    getPassword: () => Promise.resolve(null),
    setPassword: () => Promise.resolve(),
    deletePassword: () => Promise.resolve(true),
    ...over,
  });

  it('a native module that is not there', async () => {
    const store = createKeytarStore({
      probe: null,
      load: () =>
        Promise.reject(new Error("Cannot find module '../build/Release/keytar.node'\nmore")),
    });
    const detail = "Cannot find module '../build/Release/keytar.node'";
    expect(await store.status()).toEqual({ state: 'unavailable', detail });
    await expect(store.get('a')).rejects.toMatchObject({
      code: 'keychain_unavailable',
      params: { detail },
    });
  });

  it('a call that never comes back: its time is limited and no other call is let in behind it', async () => {
    let calls = 0;
    let release: (value: string) => void = () => undefined;
    const store = createKeytarStore({
      probe: null,
      limitMs: 20,
      load: () =>
        Promise.resolve(
          keychain({
            getPassword: () => {
              calls += 1;
              if (calls > 1) return Promise.resolve('next-key');
              return new Promise((resolve) => (release = resolve));
            },
          }),
        ),
    });
    await expect(store.get('a')).rejects.toMatchObject({ code: 'keychain_unavailable' });
    await expect(store.get('a')).rejects.toMatchObject({ code: 'keychain_unavailable' });
    expect((await store.status()).state).toBe('unavailable');
    expect(calls).toBe(1);

    release('late-key');
    await expect.poll(async () => (await store.status()).state).toBe('ready');
    expect(await store.get('a')).toBe('next-key');
  });

  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain_unavailable'],
    ['Could not connect: Connection refused', 'keychain_unavailable'],
    [
      'The name org.freedesktop.secrets was not provided by any .service files',
      'keychain_unavailable',
    ],
    [
      'Error calling StartServiceByName for org.freedesktop.secrets: Timeout was reached',
      'keychain_unavailable',
    ],
    [
      'Object does not exist at path “/org/freedesktop/secrets/collection/login”',
      'keychain_locked',
    ],
    ['Cannot create an item in a locked collection', 'keychain_locked'],
    ['User interaction is not allowed.', 'keychain_locked'],
    ['Prompt dismissed', 'keychain_refused'],
    ['User canceled the operation.', 'keychain_refused'],
    ['The user name or passphrase you entered is not correct.', 'keychain_refused'],
    ['Access is denied.', 'keychain_refused'],
  ])('the words %s', async (message, code) => {
    const store = createKeytarStore({
      probe: null,
      load: () =>
        Promise.resolve(keychain({ setPassword: () => Promise.reject(new Error(message)) })),
    });
    const failure = await store.set('a', 'key-1234').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DeskError);
    expect(failure).toMatchObject({ code, params: { detail: message } });
  });
});
