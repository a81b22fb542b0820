import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dispatch } from '#shared/domain/dispatch';
import type { Environment } from '#shared/domain/environment';
import type { AppProblem } from '#shared/ipc/contract';
import type { Ledger } from '../../ledger/ledger';
import { allMigrations } from '../../ledger/migrations/all-migrations';
import { openLedger } from '../../ledger/open-ledger';
import { createRepository } from '../../ledger/repository';
import { silentLog } from '../../log/log';
import type { Lookups } from '../../lookups/service';
import { createMemoryStore } from '../../secrets/memory-store';
import { createSecretsService } from '../../secrets/secrets-service';
import type { SecretStore } from '../../secrets/secret-store';
import { createHttpClient } from '../../transport/http-client';
import { createNodeSendOnce } from '../../transport/node-send-once';
import type { SendOnce } from '../../transport/send-once';
import { createDispatchIds } from '../dispatch-ids';
import { createDispatchService } from '../dispatch-service';
import { createKeyCheck } from '../key-check';
import { createLimiter } from '../limiter';
import { sampleEnvironment } from './sample-request';

/** The ledger's calls, each of which a test may replace. */
export type LedgerCalls = Pick<Ledger, 'begin' | 'complete' | 'record' | 'sentBefore'>;

/** Settings of a desk. */
export interface DeskSettings {
  /** Where calls go; the environment is the sandbox at this address. */
  readonly url?: string | null;
  readonly environment?: Partial<Environment>;
  readonly keychain?: SecretStore;
  readonly ledger?: (real: LedgerCalls) => LedgerCalls;
  readonly fetch?: SendOnce;
  readonly now?: () => number;
  readonly concurrency?: number;
  /** Minutes; 10 unless given. The environment has to have the guard. */
  readonly duplicateMinutes?: () => number;
  /** What is known of targets; unless given, nothing. */
  readonly lookups?: Pick<Lookups, 'target'>;
}

const nothingKnown: Pick<Lookups, 'target'> = {
  target: ({ kind, id }) =>
    Promise.resolve({
      kind,
      id,
      listed: null,
      details: null,
      listFetchedAtMs: null,
      otherKindName: null,
    }),
};

/** A key as one might be; the desk's environments have it. */
export const deskKey = 'c0ffee00-1234-4abc-9def-0123456789ab';

/** Everything that sending takes, real but for the keychain and the thread of the ledger. */
export function createSendingDesk(settings: DeskSettings = {}) {
  const { url = null, keychain = createMemoryStore({ staging: deskKey }) } = settings;
  const environment = sampleEnvironment({ host: { kind: 'sandbox' }, ...settings.environment });
  const file = join(mkdtempSync(join(tmpdir(), 'desk-sending-')), 'ledger.sqlite');
  const repository = createRepository(openLedger(file, allMigrations, 1000).database, 'this desk');
  const calling = (work: (dispatch: Dispatch) => void) => (dispatch: Dispatch) => {
    work(dispatch);
    return Promise.resolve();
  };
  const real: LedgerCalls = {
    begin: (dispatch, guard) => Promise.resolve(repository.begin(dispatch, guard)),
    complete: calling(repository.complete),
    record: calling(repository.record),
    sentBefore: (query) => Promise.resolve(repository.sentBefore(query)),
  };
  const published: { readonly name: string; readonly payload: unknown }[] = [];
  const publish = (name: string, payload: unknown): void => {
    published.push({ name, payload });
  };
  const problems = new Map<string, AppProblem>();
  const now = settings.now ?? Date.now;
  const deps = {
    environments: { find: (id: string) => (id === environment.id ? environment : null) },
    secrets: createSecretsService({ keychain, publish }),
    ledger: settings.ledger?.(real) ?? real,
    http: createHttpClient({
      fetch: settings.fetch ?? createNodeSendOnce(),
      monotonicMs: () => performance.now(),
    }),
    lookups: settings.lookups ?? nothingKnown,
    limiter: createLimiter({ now, publish, concurrency: settings.concurrency ?? 6 }),
    duplicateMinutes: () => Promise.resolve(settings.duplicateMinutes?.() ?? 10),
    sandbox: () => (url === null ? null : { url }),
    publish,
    problems: {
      set: (problem: AppProblem) => void problems.set(problem.id, problem),
      clear: (id: string) => void problems.delete(id),
    },
    log: silentLog,
    now,
    monotonicMs: () => performance.now(),
    uuid: () => crypto.randomUUID(),
    newId: createDispatchIds(now),
  };
  return {
    ...deps,
    environment,
    published,
    problems,
    repository,
    /** What the ledger has. */
    rows: (): Dispatch[] =>
      repository
        .list({ query: '', environmentId: null, outcomes: [], before: null, limit: 500 })
        .items.map(({ id }) => repository.get(id)),
    dispatches: createDispatchService(deps),
    keyCheck: createKeyCheck(deps),
  };
}
