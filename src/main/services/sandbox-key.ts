import type { Engine } from '#engine/create-engine';
import type { SecretStore } from '#engine/secrets/secret-store';
import { sandboxEnvironmentId as environmentId } from '#shared/domain/environment';

export interface SandboxKeyDeps {
  readonly secrets: () => Promise<Engine['secrets']>;
  readonly store: SecretStore;
  readonly createKey: () => string;
}

/**
 * The key that the built-in sandbox asks for. Made once and kept in the keychain; where that is locked or
 * not there, a new one for this start, kept in memory. A key that the user has typed for this session is
 * the user's business: the sandbox then keeps the one it had, and answers what a server would.
 */
export function createSandboxKey(deps: SandboxKeyDeps): () => Promise<string> {
  let last: string | null = null;

  async function makeForSession(): Promise<string> {
    const key = deps.createKey();
    await (await deps.secrets()).set({ environmentId, key, keep: 'session' });
    return key;
  }

  async function findOrMake(): Promise<string> {
    try {
      // Another app of this user, on another home, may have made one since: the keychain is one for all.
      const found = await deps.store.get(environmentId);
      if (found !== null) return found;
      const key = deps.createKey();
      await (await deps.secrets()).set({ environmentId, key, keep: 'keychain' });
      return (await deps.store.get(environmentId)) ?? key;
    } catch {
      // It can be read but not written.
      return makeForSession();
    }
  }

  return async () => {
    const { state } = await (await deps.secrets()).status({ environmentId });
    if (state === 'ready' || state === 'missing') last = await findOrMake();
    else if (state !== 'session' || last === null) last = await makeForSession();
    return last;
  };
}
