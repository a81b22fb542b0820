import { type EndpointPath, reachesUsers } from '#shared/braze/endpoints';
import type { Environment } from '#shared/domain/environment';
import type { SentBefore } from '#shared/domain/sent-before';
import { bodyHash } from '../ledger/body-hash';
import type { Ledger } from '../ledger/ledger';
import type { RepeatGuard } from '../ledger/sent-before';
import type { Log } from '../log/log';
import type { GivenConfirmation } from './gate';

/** Finds out whether a send would repeat what was sent a short while ago. */
export interface DuplicateGuard {
  /**
   * What the gate is to ask about; null where there is nothing. A ledger that cannot be read keeps nothing from
   * being checked: it keeps the send itself from leaving.
   */
  sentBefore(
    environment: Environment,
    host: string,
    endpoint: EndpointPath,
    body: string,
  ): Promise<SentBefore | null>;
  /** What the ledger is to hold a new row against; null where nothing is asked about. */
  guardFor(
    environment: Environment,
    host: string,
    endpoint: EndpointPath,
    given: readonly GivenConfirmation[],
  ): Promise<RepeatGuard | null>;
}

/** What the guard needs. */
export interface DuplicateGuardDeps {
  readonly ledger: Pick<Ledger, 'sentBefore'>;
  /** For how long a repeat is asked about; 0 asks never. */
  duplicateMinutes(): Promise<number>;
  /** Epoch milliseconds. */
  now(): number;
  readonly log: Log;
}

export function createDuplicateGuard(deps: DuplicateGuardDeps): DuplicateGuard {
  const since = async (
    { duplicateGuard }: Environment,
    endpoint: EndpointPath,
  ): Promise<number | null> => {
    if (!duplicateGuard || !reachesUsers(endpoint)) return null;
    return guardedSince(await deps.duplicateMinutes(), deps.now());
  };
  return {
    async sentBefore(environment, host, endpoint, body) {
      const sinceMs = await since(environment, endpoint);
      if (sinceMs === null) return null;
      try {
        return await deps.ledger.sentBefore({
          environmentId: environment.id,
          host: comparedHost(environment, host),
          endpoint,
          bodyHash: bodyHash(body),
          sinceMs,
        });
      } catch (error) {
        deps.log.warn('not looked for what was sent before', { error });
        return null;
      }
    },
    async guardFor(environment, host, endpoint, given) {
      const sinceMs = await since(environment, endpoint);
      if (sinceMs === null) return null;
      const confirmed = given.filter(({ kind }) => kind === 'duplicate').map(({ text }) => text);
      return { host: comparedHost(environment, host), sinceMs, confirmed };
    },
  };
}

/** The sandbox has another port after each start; any other host is another workspace. */
function comparedHost({ host: { kind } }: Environment, host: string): string | null {
  return kind === 'sandbox' ? null : host;
}

/** The oldest moment that still counts, in epoch milliseconds; null where nothing is asked about. */
export function guardedSince(minutes: number, nowMs: number): number | null {
  return minutes === 0 ? null : nowMs - minutes * 60_000;
}
