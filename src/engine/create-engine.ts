import { mkdir } from 'node:fs/promises';
import { createCollections } from './collections/service';
import { collectionId } from './collections/collection-root';
import { copySamplesOnFirstRun, firstSample } from './collections/first-run';
import { createTrash } from './collections/trash';
import { createDrafts } from './drafts/service';
import type { Engine, EnginePorts } from './engine';
import { createEnvironments } from './environments/service';
import { createDataFile } from './files/data-file';
import { withFileErrors } from './files/file-error';
import { sweepTemporaryFiles } from './files/sweep-temporary';
import { homePaths } from './home';
import { createLedgerClient } from './ledger/ledger-client';
import { followLedger } from './ledger-problems';
import { createLookupCache } from './lookups/lookup-cache';
import { createLookups } from './lookups/service';
import { createProblems } from './problems';
import { createQueue } from './queue/service';
import { openAppendFile } from './runs/append-file';
import { createLedgerFeeds } from './runs/ledger-feeds';
import { createRuns } from './runs/service';
import { createSecretsService } from './secrets/secrets-service';
import { createDispatchIds } from './sending/dispatch-ids';
import { createDispatchService } from './sending/dispatch-service';
import { createKeyCheck } from './sending/key-check';
import { createLimiter } from './sending/limiter';
import { createSharedQuotaStore } from './sending/shared-quota-store';
import { createSettings } from './settings/service';
import { createSuites } from './suites/service';
import { createSuiteResults } from './suites/suite-results';
import { createHttpClient } from './transport/http-client';

export type { Engine, EnginePorts } from './engine';

/**
 * Puts the engine together on a home folder. A settings, environments or ledger file that cannot be used
 * does not stop it: it becomes a problem. Throws only where the home folder itself cannot be made or read.
 */
export async function createEngine(ports: EnginePorts): Promise<Engine> {
  const { home, publish, log } = ports;
  const paths = homePaths(home);
  const now = (): number => ports.now();
  const uuid = (): string => ports.uuid();
  const monotonicMs = (): number => ports.monotonicMs();
  const sandbox = (): { readonly url: string } | null => ports.sandbox();
  // Only the owner: bodies and recipients are in there.
  await withFileErrors(home, () => mkdir(home, { recursive: true, mode: 0o700 }));

  const problems = createProblems(publish);
  const settings = await createSettings({
    path: paths.settings,
    firstFolders: [paths.collections],
    now,
    publish,
    problems,
    log,
    onFoldersChanged: (folders) => void collections.setFolders(folders),
  });
  const samples = { samples: ports.sampleCollection, folder: paths.collections, log };
  // A settings file that cannot be used is left as it is until a person changes something.
  if ((await copySamplesOnFirstRun(samples)) && problems.list().length === 0) {
    const ref = { root: collectionId(paths.collections), path: firstSample };
    await settings.update({ tabs: [{ draftId: null, ref }], activeTab: 0 });
  }

  const secrets = createSecretsService({ keychain: ports.secretStore, publish });
  const environments = await createEnvironments({
    path: paths.environments,
    keys: secrets,
    uuid,
    now,
    publish,
    problems,
    log,
  });
  const trash = createTrash({ folder: paths.trash, uuid, now });
  const collections = createCollections({
    folders: (await settings.get()).collectionFolders,
    saveFolders: (folders) => settings.setCollectionFolders(folders),
    trash,
    publish,
    log,
  });
  const drafts = createDrafts({ folder: paths.drafts, now, problems });

  const ledger = createLedgerClient({
    worker: ports.ledgerWorker,
    file: paths.ledger,
    onState: followLedger(problems),
  });
  const http = createHttpClient({ fetch: ports.fetch, monotonicMs });
  const limiter = createLimiter({
    now,
    monotonicMs,
    publish,
    store: createSharedQuotaStore(paths.quota, log),
  });
  const find = (id: string): ReturnType<typeof environments.find> => {
    const saved = environments.find(id);
    return ports.adaptEnvironment === undefined ? saved : ports.adaptEnvironment(saved, id);
  };
  const duplicateMinutes = async (): Promise<number> => (await settings.get()).duplicateMinutes;
  const sending = { environments: { find }, secrets, http, limiter, sandbox, monotonicMs };
  const lookups = createLookups({
    ...sending,
    cache: createLookupCache({ folder: paths.lookups, problems, now }),
    publish,
    log,
    now,
  });
  const dispatch = createDispatchService({
    ...sending,
    lookups,
    ledger,
    duplicateMinutes,
    publish,
    problems,
    log,
    now,
    uuid,
    newId: createDispatchIds(now),
  });
  const queue = createQueue({
    file: createDataFile({ path: paths.queue, version: 1, now }),
    environments: { find },
    dispatch,
    ledger,
    holdSeconds: async () => (await settings.get()).holdSeconds,
    ready: async (environmentId) => ports.ready?.(environmentId),
    publish,
    problems,
    log,
    now,
    monotonicMs,
    uuid,
    newId: createDispatchIds(now),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  const keyCheck = createKeyCheck(sending);
  const feeds = createLedgerFeeds({ runs: paths.runs, ledger, log, monotonicMs });
  const runs = createRuns({
    feeds,
    runs: paths.runs,
    ...sending,
    duplicateMinutes,
    openFile: openAppendFile,
    publish,
    log,
    now,
    uuid,
    newId: createDispatchIds(now),
  });

  const suites = createSuites({
    ...sending,
    collections,
    dispatch,
    results: createSuiteResults({ folder: paths.suites, log, now }),
    publish,
    log,
    uuid,
  });

  const tidied = tidyUp();
  let ended: Promise<void> | null = null;

  /** What nobody waits for. */
  async function tidyUp(): Promise<void> {
    try {
      await trash.sweep();
      for (const folder of [home, paths.drafts, paths.lookups, paths.suites])
        await sweepTemporaryFiles(folder, now());
    } catch (error) {
      log.warn('home not tidied', { error });
    }
  }

  /** In the reverse order of the start; one part that fails keeps no other from ending. */
  async function end(): Promise<void> {
    queue.stop();
    const steps = [
      () => runs.shutdown(),
      () => suites.shutdown(),
      () => dispatch.shutdown(),
      () => queue.settled(),
      () => lookups.shutdown(),
      () => {
        limiter.close();
        return Promise.resolve();
      },
      () => ledger.close(),
      () => collections.close(),
      () => tidied,
    ];
    for (const step of steps) {
      await step().catch((error: unknown) => log.error('part not ended', { error }));
    }
  }

  return {
    settings,
    environments: { ...environments, checkKey: keyCheck.checkKey },
    secrets,
    collections,
    drafts,
    dispatch,
    queue,
    history: {
      open: () =>
        ledger.state().then(
          () => undefined,
          () => undefined,
        ),
      list: async (input) => {
        await feeds.catchUp();
        return await ledger.list(input);
      },
      get: ledger.get,
    },
    runs,
    suites,
    quota: { get: limiter.get },
    lookups,
    problems,
    scrub: (text) => secrets.scrub(text),
    shutdown: () => (ended ??= end()),
  };
}
