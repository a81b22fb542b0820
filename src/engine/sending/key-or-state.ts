import type { SecretState } from '#shared/domain/secret';
import { DeskError } from '#shared/errors';
import type { SecretsService } from '../secrets/secrets-service';

/** An environment's key, or why there is none; what is no error of keys is thrown on. */
export async function keyOrState(
  secrets: Pick<SecretsService, 'keyFor'>,
  environmentId: string,
): Promise<{ readonly state: SecretState; readonly key: string | null }> {
  try {
    return { state: 'ready', key: await secrets.keyFor(environmentId) };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    switch (error.code) {
      case 'secret_missing':
        return { state: 'missing', key: null };
      case 'keychain_locked':
        return { state: 'locked', key: null };
      default:
        return { state: 'unavailable', key: null };
    }
  }
}
