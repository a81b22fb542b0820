import { createKeychainProbe } from '#engine/secrets/keychain-probe';
import { createKeytarStore } from '#engine/secrets/keytar-store';
import type { SecretStore } from '#engine/secrets/secret-store';

/** How long the message bus may take for one answer, in milliseconds. */
const probeLimitMs = 2_000;

/** The system's keychain. Only Linux needs another way to learn that it is locked. */
export function createKeychain(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  userId: number,
): SecretStore {
  const probe =
    platform === 'linux' ? createKeychainProbe({ env, userId, limitMs: probeLimitMs }) : null;
  return createKeytarStore({ probe });
}
