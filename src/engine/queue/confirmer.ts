import type { Environment } from '#shared/domain/environment';
import type { GateReport } from '#shared/domain/gate';
import { DeskError } from '#shared/errors';
import type { ParsedInput } from '#shared/ipc/contract';
import type { DispatchService } from '../sending/dispatch-service';
import { blocksAgainstSending } from '../sending/gate';
import { type StoredEntry, confirmedNow, isConfirmed } from './stored-entry';

/** What the gate says of an entry now, and whether it is still what was confirmed. */
export interface Examined {
  readonly report: GateReport;
  readonly environment: Environment;
  readonly same: boolean;
}

/** Ties what is queued to what a person saw and confirmed. Both throw DeskError `environment_unknown`. */
export interface Confirmer {
  examine(entry: StoredEntry): Promise<Examined>;
  /**
   * An entry with the body that leaves, so that later nothing in it can come out otherwise; or what the
   * gate has against it. @throws DeskError `send_changed` when the environment was changed meanwhile.
   */
  freeze(
    input: Omit<ParsedInput<'dispatch.send'>, 'attemptId'>,
    facts: Pick<StoredEntry, 'id' | 'kind' | 'createdAt' | 'dueAt'>,
  ): Promise<{ readonly entry: StoredEntry } | { readonly report: GateReport }>;
}

export function createConfirmer(deps: {
  readonly environments: { find(id: string): Environment | null };
  readonly dispatch: Pick<DispatchService, 'check'>;
}): Confirmer {
  const { dispatch } = deps;
  const environmentOf = (environmentId: string): Environment => {
    const environment = deps.environments.find(environmentId);
    if (environment === null) throw new DeskError('environment_unknown', { environmentId });
    return environment;
  };
  return {
    async examine({ environmentId, request, confirmed }) {
      const report = await dispatch.check({ environmentId, request });
      const environment = environmentOf(environmentId);
      const now = confirmedNow(environment, report);
      return { report, environment, same: now !== null && isConfirmed(confirmed, now) };
    },

    async freeze({ environmentId, request, confirmations }, facts) {
      const report = await dispatch.check({ environmentId, request });
      if (report.wireBody === null || blocksAgainstSending(report, confirmations).length > 0) {
        return { report };
      }
      const frozen = { ...request, bodyText: report.wireBody, variables: [] };
      const confirmed = confirmedNow(environmentOf(environmentId), report);
      const again = await dispatch.check({ environmentId, request: frozen });
      const now = confirmedNow(environmentOf(environmentId), again);
      if (confirmed === null || now === null || !isConfirmed(confirmed, now)) {
        throw new DeskError('send_changed');
      }
      const state = { state: 'waiting', reason: null, rowId: null } as const;
      return {
        entry: { ...facts, ...state, environmentId, request: frozen, confirmations, confirmed },
      };
    },
  };
}
