import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { createEngine, type Engine } from '#engine/create-engine';
import { defaultHome, homePaths } from '#engine/home';
import { createLog } from '#engine/log/create-log';
import { createRotatingFile } from '#engine/log/rotating-file';
import type { Publish } from '#engine/publish';
import { createKeychainProbe } from '#engine/secrets/keychain-probe';
import { createKeytarStore } from '#engine/secrets/keytar-store';
import { createMemoryStore } from '#engine/secrets/memory-store';
import type { SecretStore } from '#engine/secrets/secret-store';
import { createNodeSendOnce } from '#engine/transport/node-send-once';
import type { Sandbox } from '#sandbox/sandbox';
import type { Environment } from '#shared/domain/environment';
import {
  type EnvironmentChoice,
  findEnvironment,
  unsavedEnvironment,
  unsavedEnvironmentId,
} from './chosen-environment';
import type { DeskDeps } from './desk-deps';

/** The folder of all user data that a command works with. */
export function chosenHome(home: string | undefined, deps: Pick<DeskDeps, 'env'>): string {
  return home === undefined ? defaultHome(deps.env, process.platform, homedir()) : resolve(home);
}

export interface OpenEngine {
  readonly engine: Engine;
  /** What `--env` or `--url` names; null when neither was given. */
  readonly environment: Environment | null;
  readonly home: string;
  /** Whether keys can be kept and read now. */
  keychain(): ReturnType<SecretStore['status']>;
}

/**
 * Starts the engine on the chosen home, runs `use`, and shuts it down again whatever happens. The
 * environment of the built-in sandbox gets a sandbox of its own for as long.
 */
export async function withEngine<T>(
  choice: EnvironmentChoice & { readonly home: string | undefined },
  deps: DeskDeps,
  use: (open: OpenEngine) => Promise<T>,
  publish: Publish = () => undefined,
): Promise<T> {
  const home = chosenHome(choice.home, deps);
  const unsaved = choice.url === undefined ? null : unsavedEnvironment(choice.url, choice.timeout);
  /** What is known only after the engine has started. */
  const late: { sandbox: Sandbox | null; store: SecretStore; scrub: (text: string) => string } = {
    sandbox: null,
    store: unsaved === null ? systemKeychain(deps.env) : givenKey(deps.env),
    scrub: (text) => text,
  };
  const log = createLog({
    sinks: [createRotatingFile({ path: homePaths(home).log, maxBytes: 5 * 1024 * 1024, keep: 3 })],
    scrub: (text) => late.scrub(text),
    now: () => deps.now(),
  });

  const engine = await createEngine({
    home,
    sampleCollection: null,
    fetch: createNodeSendOnce(),
    secretStore: {
      get: (id) => late.store.get(id),
      set: (id, key) => late.store.set(id, key),
      clear: (id) => late.store.clear(id),
      status: () => late.store.status(),
    },
    ledgerWorker: deps.ledgerWorker,
    now: () => deps.now(),
    monotonicMs: () => performance.now(),
    uuid: () => randomUUID(),
    sandbox: () => late.sandbox,
    publish,
    log,
    adaptEnvironment: (saved, id) => {
      if (unsaved !== null && id === unsavedEnvironmentId) return unsaved;
      if (saved === null || choice.timeout === undefined) return saved;
      return { ...saved, timeoutMs: choice.timeout };
    },
  });
  try {
    late.scrub = (text) => engine.scrub(text);
    deps.print.guard(late.scrub);
    const environment =
      unsaved ??
      (choice.env === undefined
        ? null
        : findEnvironment(await engine.environments.list(), choice.env));
    if (environment?.host.kind === 'sandbox') {
      const { createSandbox } = await import('#sandbox/create-sandbox');
      const started = await createSandbox({ now: () => deps.now() });
      late.sandbox = started;
      late.store = createMemoryStore({ [environment.id]: started.apiKey });
    }
    return await use({
      engine,
      environment,
      home,
      keychain: () => systemKeychain(deps.env).status(),
    });
  } finally {
    await engine.shutdown();
    await late.sandbox?.stop();
    log.close();
  }
}

function systemKeychain(env: DeskDeps['env']): SecretStore {
  const probe =
    process.platform === 'linux'
      ? createKeychainProbe({ env, userId: process.getuid?.() ?? 0, limitMs: 2000 })
      : null;
  return createKeytarStore({ probe });
}

/** What `DESK_API_KEY` holds, for the unsaved environment; the keychain is not asked at all. */
function givenKey(env: DeskDeps['env']): SecretStore {
  const key = env.DESK_API_KEY?.trim() ?? '';
  return createMemoryStore(key === '' ? {} : { [unsavedEnvironmentId]: key });
}
