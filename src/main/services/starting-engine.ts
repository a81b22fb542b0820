import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine } from '#engine/create-engine';
import type { Log } from '#engine/log/log';
import type { Publish } from '#engine/publish';
import type { SendOnce } from '#engine/transport/send-once';
import type { SecretStore } from '#engine/secrets/secret-store';

/** The engine as soon as it is there. Rejects when it could not start. */
export type StartingEngine = () => Promise<Engine>;

export interface EngineStart {
  readonly home: string;
  /** The folder that package.json is in. */
  readonly appFolder: string;
  /** The folder of the built main process, the ledger's worker among it. */
  readonly mainFolder: string;
  readonly sendOnce: SendOnce;
  readonly secretStore: SecretStore;
  readonly sandbox: () => { readonly url: string } | null;
  /** Resolves when calls to that environment can be made. */
  readonly ready: (environmentId: string) => Promise<unknown>;
  readonly publish: Publish;
  readonly log: Log;
}

/** Loads and starts the engine. Its code is loaded here, after the window's, as it is the larger part. */
export async function startEngine(start: EngineStart): Promise<Engine> {
  const { createEngine } = await import('#engine/create-engine');
  return await createEngine({
    home: start.home,
    sampleCollection: join(start.appFolder, 'resources', 'sample-collection'),
    fetch: start.sendOnce,
    secretStore: start.secretStore,
    ledgerWorker: pathToFileURL(join(start.mainFolder, 'ledger-worker.js')),
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    uuid: () => randomUUID(),
    sandbox: start.sandbox,
    ready: start.ready,
    publish: start.publish,
    log: start.log,
  });
}
