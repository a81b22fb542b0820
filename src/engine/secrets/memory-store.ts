import type { SecretStore } from './secret-store';

/** Keys that are gone at quit: for tests, for `session` keys and for one command's environment variable. */
export function createMemoryStore(initial: Readonly<Record<string, string>> = {}): SecretStore {
  const keys = new Map(Object.entries(initial));
  return {
    get: (environmentId) => Promise.resolve(keys.get(environmentId) ?? null),
    set: (environmentId, key) => {
      keys.set(environmentId, key);
      return Promise.resolve();
    },
    clear: (environmentId) => {
      keys.delete(environmentId);
      return Promise.resolve();
    },
    status: () => Promise.resolve({ state: 'ready', detail: null }),
  };
}
