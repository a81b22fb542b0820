import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '#shared/domain/environment';
import type { Mapping } from '#shared/domain/run';
import type { RowOutcome, RunDetail, RunSettings } from '#shared/domain/run-state';
import type { EventName } from '#shared/ipc/names';
import { silentLog } from '../../log/log';
import { createMemoryStore } from '../../secrets/memory-store';
import { createSecretsService } from '../../secrets/secrets-service';
import { createDispatchIds } from '../../sending/dispatch-ids';
import { createLimiter } from '../../sending/limiter';
import type { QuotaStore } from '../../sending/quota-store';
import { sampleEnvironment } from '../../sending/testing/sample-request';
import { createHttpClient } from '../../transport/http-client';
import { createNodeSendOnce } from '../../transport/node-send-once';
import { type OpenAppendFile, openAppendFile } from '../append-file';
import { createRuns } from '../service';

export const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';

export interface RunsDeskSettings {
  /** The folder of all runs, also of the data files. */
  readonly folder: string;
  /** Where calls go. */
  readonly url: string;
  readonly apiKey?: string;
  readonly environment?: Partial<Environment>;
  readonly openFile?: OpenAppendFile;
  readonly store?: QuotaStore;
  readonly now?: () => number;
  readonly monotonicMs?: () => number;
  /** Minutes; 10 unless given. The environment has to have the guard. */
  readonly duplicateMinutes?: number;
}

/** How a run of a test is to be. */
export interface RunWish {
  readonly mapping?: Mapping;
  readonly settings?: Partial<RunSettings>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** The runs' service with everything real but the keychain, and without a ledger. */
export function createRunsDesk(settings: RunsDeskSettings) {
  const { folder, url, openFile = openAppendFile, now = Date.now } = settings;
  const monotonicMs = settings.monotonicMs ?? (() => performance.now());
  const published: { readonly name: EventName; readonly payload: unknown }[] = [];
  const publish = (name: EventName, payload: unknown): void =>
    void published.push({ name, payload });
  const environment = sampleEnvironment({ host: { kind: 'sandbox' }, ...settings.environment });
  const limiter = createLimiter({
    now,
    monotonicMs,
    publish,
    ...(settings.store === undefined ? {} : { store: settings.store }),
  });
  const runs = createRuns({
    runs: folder,
    environments: { find: (id) => (id === environment.id ? environment : null) },
    secrets: createSecretsService({
      keychain: createMemoryStore({ [environment.id]: settings.apiKey ?? 'a-key' }),
      publish,
    }),
    sandbox: () => ({ url }),
    feeds: { follow: () => ({ end: () => Promise.resolve() }), catchUp: () => Promise.resolve() },
    http: createHttpClient({ fetch: createNodeSendOnce(), monotonicMs }),
    limiter,
    openFile,
    duplicateMinutes: () => Promise.resolve(settings.duplicateMinutes ?? 10),
    publish,
    log: silentLog,
    now,
    monotonicMs,
    uuid: () => crypto.randomUUID(),
    newId: createDispatchIds(now),
    progressMs: 5,
  });

  /** Begins a run over these lines of CSV and gives its id. */
  const begin = async (lines: readonly string[], wish: RunWish = {}): Promise<string> => {
    const path = join(folder, `data-${crypto.randomUUID()}.csv`);
    await writeFile(path, `${lines.join('\n')}\n`);
    const { file } = await runs.addFile(path);
    const started = await runs.start({
      environmentId: environment.id,
      request: {
        endpoint: '/campaigns/trigger/send',
        bodyText: JSON.stringify({ campaign_id: campaign, ...wish.body }),
        variables: [],
        name: 'Welcome',
        ref: null,
      },
      file,
      options: {},
      mapping: [...(wish.mapping ?? [byUser])],
      batch: 1,
      concurrency: 1,
      reservePercent: 0,
      stopAfter: null,
      ...wish.settings,
      confirmations: [],
      rowsTotal: null,
    });
    if (!started.started) throw new Error(JSON.stringify(started.report.blocks));
    return started.run.id;
  };
  const rest = async (runId: string): Promise<RunDetail> => {
    await runs.ended(runId);
    return await runs.get({ runId });
  };
  return {
    runs,
    limiter,
    published,
    environment,
    begin,
    /** Waits until a run is at rest. */
    rest,
    run: async (lines: readonly string[], wish: RunWish = {}): Promise<RunDetail> =>
      await rest(await begin(lines, wish)),
    /** What became of each row. */
    async outcomes(runId: string): Promise<readonly RowOutcome[]> {
      const { rows } = await runs.rows({ runId, from: 0, count: 500, outcomes: [] });
      return rows.map(({ outcome }) => outcome);
    },
    async end(): Promise<void> {
      await runs.shutdown();
      limiter.close();
    },
  };
}

/** The column `external_user_id` names the user. */
export const byUser: Mapping[number] = {
  column: 'external_user_id',
  target: 'external_user_id',
  type: 'auto',
  whenEmpty: 'leave_out',
};

/** Lines of CSV that name these users. */
export function usersCsv(users: readonly string[]): readonly string[] {
  return ['external_user_id', ...users];
}

/** The users whom the body of a call names. */
export function namedIn(body: string): readonly string[] {
  const { recipients } = JSON.parse(body) as { recipients: { external_user_id: string }[] };
  return recipients.map(({ external_user_id: user }) => user);
}
