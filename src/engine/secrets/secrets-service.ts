import type { SecretState, SecretStatus } from '#shared/domain/secret';
import { DeskError, type ErrorCode } from '#shared/errors';
import type { ParsedInput } from '#shared/ipc/contract';
import { createScrubber } from '#shared/lib/redaction';
import type { Publish } from '../publish';
import { createMemoryStore } from './memory-store';
import { normalizeKey } from './secret-key';
import type { SecretStore } from './secret-store';

/** Keys of environments: in, used, and never out to the page. */
export interface SecretsService {
  status(input: ParsedInput<'secrets.status'>): Promise<SecretStatus>;
  /** @throws DeskError `secret_invalid`, `keychain_*`; `keychain_refused` when it read back differently. */
  set(input: ParsedInput<'secrets.set'>): Promise<SecretStatus>;
  clear(input: ParsedInput<'secrets.clear'>): Promise<SecretStatus>;
  /**
   * The key, for the transport alone.
   * @throws DeskError `secret_missing`, `keychain_locked`, `keychain_unavailable`, `keychain_refused`.
   */
  keyFor(environmentId: string): Promise<string>;
  /** Takes the key of a removed environment out of reach; `bringBack` undoes it until the app quits. */
  setAside(environmentId: string): Promise<void>;
  bringBack(environmentId: string): Promise<void>;
  /** Removes every key seen since the start, also cleared ones. */
  scrub(text: string): string;
}

/** What the service needs. `keychain` is the lasting store. */
export interface SecretsDeps {
  readonly keychain: SecretStore;
  readonly publish: Publish;
}

interface SetAside {
  readonly session: string | null;
  readonly kept: string | null;
}

/** Keys by environment: a `session` key, while there is one, stands before the keychain's. */
export function createSecretsService({ keychain, publish }: SecretsDeps): SecretsService {
  const session = createMemoryStore();
  const aside = new Map<string, SetAside>();
  const seen = new Set<string>();
  let scrubber = createScrubber([]);

  const remember = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    scrubber = createScrubber([...seen]);
  };
  const scrub = (text: string): string => scrubber(text);

  const fromKeychain = async (environmentId: string): Promise<string | null> => {
    const key = await keychain.get(environmentId);
    if (key !== null) remember(key);
    return key;
  };

  const look = async (environmentId: string): Promise<SecretStatus> => {
    const as = (state: SecretState, detail: string | null = null): SecretStatus => ({
      environmentId,
      state,
      detail: detail === null ? null : scrub(detail),
    });
    if ((await session.get(environmentId)) !== null) return as('session');
    // The state first: reading a locked keychain would make the system ask for its password.
    const { state, detail } = await keychain.status();
    if (state !== 'ready') return as(state, detail);
    try {
      return as((await fromKeychain(environmentId)) === null ? 'missing' : 'ready');
    } catch (error) {
      if (!isKeychainError(error)) throw error;
      const words = error.params['detail'];
      const state = error.code === 'keychain_locked' ? 'locked' : 'unavailable';
      return as(state, typeof words === 'string' ? words : null);
    }
  };

  const changed = async (environmentId: string): Promise<SecretStatus> => {
    const status = await look(environmentId);
    publish('secrets.changed', status);
    return status;
  };

  const keep = async (environmentId: string, key: string): Promise<void> => {
    await keychain.set(environmentId, key);
    if ((await keychain.get(environmentId)) !== key) {
      throw new DeskError('keychain_refused', { detail: 'the key read back differently' });
    }
  };

  return {
    status: ({ environmentId }) => look(environmentId),

    async set({ environmentId, key: typed, keep: where }) {
      const key = normalizeKey(typed);
      remember(key);
      if (where === 'session') {
        await session.set(environmentId, key);
      } else {
        await keep(environmentId, key);
        await session.clear(environmentId);
      }
      return await changed(environmentId);
    },

    async clear({ environmentId }) {
      const hadSession = (await session.get(environmentId)) !== null;
      await session.clear(environmentId);
      try {
        await keychain.clear(environmentId);
      } catch (error) {
        const status = await changed(environmentId);
        // Where there is no keychain, the session's key was the only one.
        if (hadSession && isKeychainError(error, 'keychain_unavailable')) return status;
        throw error;
      }
      return await changed(environmentId);
    },

    async keyFor(environmentId) {
      const key = (await session.get(environmentId)) ?? (await fromKeychain(environmentId));
      if (key === null) throw new DeskError('secret_missing', { environmentId });
      return key;
    },

    async setAside(environmentId) {
      // A keychain that cannot be opened must not stand in the way of removing an environment: ids are
      // not given twice, so what stays in there is out of reach.
      const kept = await fromKeychain(environmentId).catch(nullForKeychainErrors);
      aside.set(environmentId, { session: await session.get(environmentId), kept });
      await session.clear(environmentId);
      if (kept !== null) await keychain.clear(environmentId);
    },

    async bringBack(environmentId) {
      const held = aside.get(environmentId);
      if (held === undefined) return;
      if (held.kept !== null) await keep(environmentId, held.kept);
      if (held.session !== null) await session.set(environmentId, held.session);
      aside.delete(environmentId);
      await changed(environmentId);
    },

    scrub,
  };
}

function isKeychainError(error: unknown, code?: ErrorCode): error is DeskError {
  return (
    error instanceof DeskError &&
    error.code.startsWith('keychain_') &&
    (code === undefined || error.code === code)
  );
}

function nullForKeychainErrors(error: unknown): null {
  if (isKeychainError(error)) return null;
  throw error;
}
