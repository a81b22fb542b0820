import { DeskError } from '#shared/errors';
import { toKeychainError } from './keychain-error';
import type { KeychainProbe } from './keychain-probe';
import type { SecretStore, SecretStoreStatus } from './secret-store';

/** What is used of keytar. `findCredentials` is left out on purpose: it crashes on a locked collection. */
export interface KeychainModule {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** What a keychain store needs; everything has a default but the probe. */
export interface KeytarStoreDeps {
  /** Tells a locked keychain from a missing key; null where keytar itself does (macOS, Windows). */
  readonly probe: KeychainProbe | null;
  readonly load?: () => Promise<KeychainModule>;
  /** The name our keys have in the keychain. Default `dispatch-desk`. */
  readonly service?: string;
  /** After this many milliseconds a call counts as failed. Default 10,000. */
  readonly limitMs?: number;
}

/** Keys in the system's keychain, one item for each environment. The module is loaded at first use. */
export function createKeytarStore(deps: KeytarStoreDeps): SecretStore {
  const { probe, load = loadKeytar, service = 'dispatch-desk', limitMs = 10_000 } = deps;
  let loading: Promise<KeychainModule> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** A call that ran out of time still holds one of Node's four threads: no second one is let in. */
  let stuck = false;

  const loaded = (): Promise<KeychainModule> => (loading ??= load());

  const status = async (): Promise<SecretStoreStatus> => {
    try {
      await loaded();
    } catch (error) {
      return { state: 'unavailable', detail: String(toKeychainError(error).params['detail']) };
    }
    if (stuck) return { state: 'unavailable', detail: outOfTime().message };
    return probe === null ? { state: 'ready', detail: null } : await probe.status();
  };

  /** keytar says "nothing there" of a locked keychain too: only of an open one is it believed. */
  const assertOpen = async (): Promise<void> => {
    const { state, detail } = await status();
    if (state === 'locked') throw new DeskError('keychain_locked', { detail: detail ?? '' });
    if (state === 'unavailable') {
      throw new DeskError('keychain_unavailable', { detail: detail ?? '' });
    }
  };

  /** One call at a time, each within the limit. */
  const use = <T>(work: (keychain: KeychainModule) => Promise<T>): Promise<T> => {
    const run = last.then(async () => {
      if (stuck) throw outOfTime();
      const call = work(await loaded()).finally(() => {
        stuck = false;
      });
      return await within(call, limitMs, () => {
        stuck = true;
      });
    });
    last = run.catch(() => undefined);
    return run.catch(async (error: unknown) => {
      const failure = toKeychainError(error);
      // Words that are not known may still be about a locked keychain.
      if (failure.code === 'keychain_unavailable' && (await status()).state === 'locked') {
        throw new DeskError('keychain_locked', failure.params, { cause: failure });
      }
      throw failure;
    });
  };

  return {
    status,
    async get(environmentId) {
      const key = await use((keychain) => keychain.getPassword(service, environmentId));
      if (key === null) await assertOpen();
      return key;
    },
    async set(environmentId, key) {
      await use((keychain) => keychain.setPassword(service, environmentId, key));
    },
    async clear(environmentId) {
      const removed = await use((keychain) => keychain.deletePassword(service, environmentId));
      if (!removed) await assertOpen();
    },
  };
}

async function loadKeytar(): Promise<KeychainModule> {
  const { default: keytar } = await import('keytar');
  return keytar;
}

function outOfTime(): Error {
  return new Error('the keychain did not answer in time');
}

function within<T>(work: Promise<T>, limitMs: number, onTimeUp: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      onTimeUp();
      reject(outOfTime());
    }, limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
