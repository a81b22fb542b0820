import { normalizeCustomUrl } from '#engine/environments/custom-host';
import { describeHost } from '#shared/braze/clusters';
import { type Environment, environmentDefaults } from '#shared/domain/environment';
import { CommandFailure, exitCodes } from './exit-codes';

/** The id that the unsaved environment of `--url` has in the ledger. */
export const unsavedEnvironmentId = 'command-line';

/** How `--env` and `--url` name the target. */
export interface EnvironmentChoice {
  readonly env?: string | undefined;
  readonly url?: string | undefined;
  /** Milliseconds; undefined leaves what the environment has. */
  readonly timeout?: number | undefined;
}

/**
 * The unsaved environment that `--url` stands for: not production, no variables, no limits of its own. A server on
 * this machine is a sandbox: sending the same to it again is what it is there for.
 */
export function unsavedEnvironment(url: string, timeout: number | undefined): Environment {
  const address = normalizeCustomUrl(url);
  return {
    ...environmentDefaults,
    id: unsavedEnvironmentId,
    name: new URL(address).host,
    host: { kind: 'custom', url: address },
    variables: [],
    testUsers: [],
    duplicateGuard: describeHost(address).kind !== 'loopback',
    timeoutMs: timeout ?? environmentDefaults.timeoutMs,
  };
}

/** The saved environment of that id or name; letter case counts only where names differ by nothing else. */
export function findEnvironment(environments: readonly Environment[], wanted: string): Environment {
  const fold = (text: string): string => text.normalize('NFC').toLowerCase();
  const exact = environments.filter(({ id, name }) => id === wanted || name === wanted);
  const loose = environments.filter(({ name }) => fold(name) === fold(wanted));
  const found = exact.length > 0 ? exact : loose;
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  const names = (first === undefined ? environments : found).map(
    ({ id, name }) => `${name} (${id})`,
  );
  throw new CommandFailure(
    exitCodes.usage,
    first === undefined
      ? `there is no environment ${JSON.stringify(wanted)}; there are ${names.join(', ')}`
      : `${JSON.stringify(wanted)} means several environments; give the id: ${names.join(', ')}`,
  );
}
