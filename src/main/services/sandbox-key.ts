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

  async function make(keep: 'keychain' | 'session'): Promise<string> {
    const key = deps.createKey();
    const secrets = await deps.secrets();
    try {
      await secrets.set({ environmentId, key, keep });
    } catch (error) {
      if (keep === 'session') throw error;
      // A keychain that can be read but not written.
      await secrets.set({ environmentId, key, keep: 'session' });
    }
    return key;
  }

  return async () => {
    const { state } = await (await deps.secrets()).status({ environmentId });
    if (state === 'ready') last = (await deps.store.get(environmentId)) ?? (await make('keychain'));
    else if (state === 'missing') last = await make('keychain');
    else if (state !== 'session' || last === null) last = await make('session');
    return last;
  };
}
