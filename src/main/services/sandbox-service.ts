import type { Log } from '#engine/log/log';
import type { Publish } from '#engine/publish';
import type { AppProblem } from '#shared/ipc/contract';
import type { SandboxStatus } from '#shared/domain/sandbox-status';
import type { AppError } from '#shared/errors';
import { DeskError } from '#shared/errors';
import type { SandboxThread } from './sandbox-thread';

/** The built-in server as the app runs it. */
export interface SandboxService {
  status(): SandboxStatus;
  /** The running server, or null. Does not wait. */
  running(): { readonly url: string } | null;
  /** @throws DeskError `sandbox_stopped`, `invalid_input`. */
  setScenario(scenario: string): Promise<SandboxStatus>;
  /** Starts it, or starts it anew. Never throws: a failure is a state. */
  restart(): Promise<SandboxStatus>;
  /** What keeps it from running, for the status bar. */
  problem(): AppProblem | null;
  stop(): Promise<void>;
}

export interface SandboxServiceDeps {
  /** Starts a server with that scenario; `onEnded` is to be called when it ends by itself. */
  readonly start: (scenario: string, onEnded: () => void) => Promise<SandboxThread>;
  readonly scenarios: readonly string[];
  readonly publish: Publish;
  readonly onProblemChanged: () => void;
  readonly log: Log;
}

/** Not started yet: `restart` is the first start too. One start or stop at a time. */
export function createSandboxService(deps: SandboxServiceDeps): SandboxService {
  let server: SandboxThread | null = null;
  let state: SandboxStatus['state'] = 'starting';
  let failure: AppError | null = null;
  let scenario = deps.scenarios[0] ?? 'accepted';
  let last: Promise<unknown> = Promise.resolve();

  const status = (): SandboxStatus => ({
    state,
    url: server?.url ?? null,
    scenario,
    scenarios: deps.scenarios,
    problem: failure?.code ?? null,
  });

  function become(next: SandboxStatus['state'], error: AppError | null = null): void {
    const before = failure?.code;
    state = next;
    failure = error;
    deps.publish('sandbox.changed', status());
    if (before !== failure?.code) deps.onProblemChanged();
  }

  async function close(): Promise<void> {
    const old = server;
    server = null;
    await old?.stop();
  }

  function ended(): void {
    server = null;
    deps.log.error('sandbox ended');
    become('failed', { code: 'sandbox_stopped', params: {} });
  }

  function oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  }

  return {
    status,
    running: () => server,
    setScenario: (next) =>
      oneByOne(async () => {
        if (server === null) throw new DeskError('sandbox_stopped');
        await server.setScenario(next);
        scenario = next;
        become('running');
        return status();
      }),
    restart: () =>
      oneByOne(async () => {
        become('starting');
        try {
          await close();
          server = await deps.start(scenario, ended);
          become('running');
          deps.log.info('sandbox started', { host: server.url });
        } catch (error) {
          deps.log.error('sandbox failed', { error });
          become(
            'failed',
            error instanceof DeskError ? error.toJSON() : { code: 'internal', params: {} },
          );
        }
        return status();
      }),
    problem: () =>
      failure === null
        ? null
        : { id: 'sandbox', area: 'sandbox', code: failure.code, params: failure.params },
    stop: () =>
      oneByOne(async () => {
        await close();
        state = 'stopped';
      }),
  };
}
