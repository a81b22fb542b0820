import { mkdir, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isEndpointPath } from '#shared/braze/endpoints';
import type { Environment } from '#shared/domain/environment';
import type { RunDetail, RunProgress, RunSummary } from '#shared/domain/run-state';
import type { SentBefore } from '#shared/domain/sent-before';
import { DeskError } from '#shared/errors';
import type { ChosenDataFile } from '#shared/ipc/contract-runs';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { Publish } from '../publish';
import { createFile } from '../files/atomic-write';
import { withFileErrors } from '../files/file-error';
import type { SecretsService } from '../secrets/secrets-service';
import { type GivenConfirmation, blocksAgainstSending, withSentBefore } from '../sending/gate';
import { hostTargetOf } from '../sending/host-target';
import { keyOrState } from '../sending/key-or-state';
import { scrubDeep } from '../sending/scrub-deep';
import { type ActiveRun, type ActiveRunDeps, startActiveRun } from './active-run';
import type { LedgerFeeds } from './ledger-feeds';
import { fingerprintFile } from './rows/fingerprint';
import { gateOfPlan } from './plan-gate';
import { readRunRows } from './run-rows';
import { viewRun } from './run-files';
import { createOneByOne } from './one-by-one';
import { findRepeatedRun } from './repeated-run';
import { runPaths } from './run-paths';
import { type RunPlan, readRunPlan, saveRunPlan } from './run-plan';
import { resolveCalls, unknownCallsOf } from './resolve-calls';
import { createDataIndex } from './data-index';
import { dataRowsOf, readDataRows } from './data-rows';
import { exportRows } from './export-rows';
import { listRuns } from './list-runs';
import { inspectRows } from './rows/inspect-rows';
import { type Comparisons, createComparisons } from './compare/comparisons';
import { runHistoryOf } from './run-history';
import { createSurveys, type Surveys } from './surveys';
import { runDetail, runSummary } from './run-summary';

/** Runs, for the routes `runs.*`. */
export interface RunsService extends Surveys, Comparisons {
  /** Makes a data file known that a person chose. @throws DeskError of data files. */
  addFile(path: string): Promise<ChosenDataFile>;
  inspect(input: ParsedInput<'runs.inspect'>): Promise<RouteOutput<'runs.inspect'>>;
  start(input: ParsedInput<'runs.start'>): Promise<RouteOutput<'runs.start'>>;
  pause(input: ParsedInput<'runs.pause'>): Promise<RunSummary>;
  resume(input: ParsedInput<'runs.resume'>): Promise<RouteOutput<'runs.resume'>>;
  cancel(input: ParsedInput<'runs.cancel'>): Promise<RunSummary>;
  list(input: ParsedInput<'runs.list'>): Promise<RouteOutput<'runs.list'>>;
  get(input: ParsedInput<'runs.get'>): Promise<RunDetail>;
  rows(input: ParsedInput<'runs.rows'>): Promise<RouteOutput<'runs.rows'>>;
  dataRows(input: ParsedInput<'runs.dataRows'>): Promise<RouteOutput<'runs.dataRows'>>;
  /** @throws DeskError of the file family. */
  exportRows(input: ParsedInput<'runs.export'>, file: string): Promise<void>;
  resolveUnknown(input: ParsedInput<'runs.resolveUnknown'>): Promise<RunDetail>;
  bisect(input: ParsedInput<'runs.bisect'>): Promise<RunDetail>;
  repeatFailures(
    input: ParsedInput<'runs.repeatFailures'>,
  ): Promise<RouteOutput<'runs.repeatFailures'>>;
  /** Of one at work here as far as is written. @throws DeskError `run_unknown`, `run_broken`, of files. */
  samples(input: ParsedInput<'runs.samples'>): Promise<RouteOutput<'runs.samples'>>;
  /** Resolves when a run has come to rest; at once where it is not at work here. */
  ended(runId: string): Promise<void>;
  /** What a run was begun with. @throws DeskError `run_unknown`, `run_broken`. */
  plan(runId: string): Promise<RunPlan>;
  /** Pauses what is at work and resolves when all of it is written. Never rejects. */
  shutdown(): Promise<void>;
}

/** What the service needs. */
export interface RunsDeps extends Omit<ActiveRunDeps, 'onProgress' | 'scrub'> {
  readonly environments: { find(id: string): Environment | null };
  readonly secrets: Pick<SecretsService, 'keyFor' | 'scrub'>;
  sandbox(): { readonly url: string } | null;
  readonly publish: Publish;
  readonly feeds: LedgerFeeds;
  /** For how long a repeat is asked about, in minutes; 0 asks never. */
  duplicateMinutes(): Promise<number>;
}

/** Makes the service. Nothing is read before it is asked for. */
export function createRuns(deps: RunsDeps): RunsService {
  const { runs, publish, secrets } = deps;
  const scrub = (text: string): string => secrets.scrub(text);
  const files = new Map<string, string>();
  const active = new Map<string, ActiveRun>();
  const feeding = new Set<Promise<void>>();
  const starting = new Set<Promise<unknown>>();
  const inTurn = createOneByOne();

  const activeDeps: ActiveRunDeps = {
    ...deps,
    scrub,
    onProgress: (progress) => publish('run.progressed', progress),
  };
  const fileOf = (token: string): string => {
    const path = files.get(token);
    if (path === undefined) throw new DeskError('data_file_unknown', {});
    return path;
  };
  const environmentOf = (id: string): Environment => {
    const environment = deps.environments.find(id);
    if (environment === null) throw new DeskError('environment_unknown', { environmentId: id });
    return environment;
  };
  const planOf = async (runId: string): Promise<RunPlan> => {
    const known = active.get(runId);
    if (known !== undefined) return known.plan;
    try {
      return await readRunPlan(runPaths(runs, runId).plan);
    } catch (error) {
      const gone = error instanceof DeskError && error.code === 'not_found';
      throw gone ? new DeskError('run_unknown', { runId }) : error;
    }
  };
  const summaryOf = async (plan: RunPlan): Promise<RunSummary> => {
    const running = active.get(plan.id);
    if (running !== undefined) return runSummary(plan, running.progress(), null);
    return runSummary(plan, await viewRun(runPaths(runs, plan.id), plan.id));
  };
  const detailOf = async (runId: string): Promise<RunDetail> => {
    const plan = await planOf(runId);
    const running = active.get(runId);
    const unknown = running?.files.replay.facts().unknown ?? (await unknownCallsOf(runs, runId));
    const progress: RunProgress | null = running?.progress() ?? null;
    return runDetail(await summaryOf(plan), plan, unknown, progress);
  };
  const changed = async (plan: RunPlan): Promise<void> => {
    try {
      publish('runs.changed', await summaryOf(plan));
    } catch (error) {
      deps.log.error('run not shown', { error });
    }
  };

  const repeated = (
    environment: Environment,
    request: RunPlan['request'],
    sha256: string,
  ): Promise<SentBefore | null> => {
    const { host } = hostTargetOf(environment, deps.sandbox()?.url ?? null);
    return findRepeatedRun({ environment, host, request, sha256 }, { ...deps, planOf, summaryOf });
  };

  /**
   * Passes the gate for the run as a whole and lets it send. `prepare` makes the plan once nothing is against it.
   * `sha256`: of the data file, where a repeat of another run is to be asked about.
   */
  const begin = async (
    environmentId: string,
    request: RunPlan['request'],
    confirmations: readonly GivenConfirmation[],
    prepare: (facts: {
      readonly environment: Environment;
      readonly host: string;
      readonly targetId: string | null;
    }) => Promise<RunPlan>,
    sha256: string | null = null,
  ): Promise<RouteOutput<'runs.start'>> => {
    const environment = environmentOf(environmentId);
    const { state, key } = await keyOrState(secrets, environmentId);
    const target = hostTargetOf(environment, deps.sandbox()?.url ?? null);
    const before = sha256 === null ? null : await repeated(environment, request, sha256);
    const asPlanned = gateOfPlan(environment, request, target, state, scrub, deps);
    const report = withSentBefore(asPlanned, before);
    const blocks = blocksAgainstSending(report, confirmations);
    const { endpoint } = request;
    if (blocks.length > 0 || !target.ok || key === null || !isEndpointPath(endpoint)) {
      return { started: false, report: scrubDeep(report, scrub) };
    }
    const { host, targetId } = report;
    const plan = await prepare({ environment, host, targetId });
    const choice = { plan, environment, endpoint, target, key, confirmations };
    const run = await startActiveRun(choice, activeDeps);
    active.set(plan.id, run);
    const feed = deps.feeds.follow(plan);
    const fed = run.ended.then(() => feed.end());
    feeding.add(fed);
    void fed.then(() => feeding.delete(fed));
    void run.ended.then(async () => {
      active.delete(plan.id);
      await changed(plan);
    });
    const summary = await summaryOf(plan);
    publish('runs.changed', summary);
    return { started: true, run: summary };
  };

  const surveys = createSurveys({
    ...deps,
    fileOf,
    environmentOf,
    scrub,
    repeated,
    async gate(environment, request) {
      const { state } = await keyOrState(secrets, environment.id);
      const target = hostTargetOf(environment, deps.sandbox()?.url ?? null);
      return scrubDeep(gateOfPlan(environment, request, target, state, scrub, deps), scrub);
    },
  });
  const index = createDataIndex();
  const { closeComparisons, ...comparisons } = createComparisons({
    ...deps,
    index,
    planOf,
    summaryOf,
    scrub,
  });
  let dataQuestion = new AbortController();

  const beginNew = (
    plan: Omit<RunPlan, 'version' | 'id' | 'createdAt' | 'environment' | 'host' | 'targetId'>,
    environmentId: string,
    confirmations: readonly GivenConfirmation[],
  ): Promise<RouteOutput<'runs.start'>> =>
    begin(
      environmentId,
      plan.request,
      confirmations,
      async (facts) => {
        const id = deps.newId();
        const paths = runPaths(runs, id);
        const createdAt = new Date(deps.now()).toISOString();
        await withFileErrors(paths.folder, () =>
          mkdir(paths.folder, { recursive: true, mode: 0o700 }),
        );
        const whole: RunPlan = { ...plan, ...facts, version: 1, id, createdAt };
        await saveRunPlan(paths.plan, whole);
        await createFile(paths.journal, '');
        return whole;
      },
      // Rows of another run that are known not to have been taken are no repeat.
      plan.repeats === null ? plan.data.fingerprint.sha256 : null,
    );

  const rest = async (runId: string, state: 'paused' | 'stopped'): Promise<RunSummary> => {
    const plan = await planOf(runId);
    const running = active.get(runId);
    if (running === undefined) {
      const view = await viewRun(runPaths(runs, runId), runId);
      if (view.elsewhere) throw new DeskError('run_locked', { runId });
      if (state === 'stopped' && ['paused', 'interrupted'].includes(view.facts.state)) {
        await resolveCalls(runs, plan, deps, { kind: 'stop' });
      }
      return await summaryOf(plan);
    }
    running.session.rest(state, state === 'paused' ? 'asked' : null);
    await running.ended;
    return await summaryOf(plan);
  };

  const tracked = <T>(work: Promise<T>): Promise<T> => {
    starting.add(work);
    void work.then(
      () => starting.delete(work),
      () => starting.delete(work),
    );
    return work;
  };

  return {
    ...surveys,
    ...comparisons,
    async addFile(path) {
      const whole = resolve(path);
      const { size } = await withFileErrors(whole, () => stat(whole));
      const file = deps.uuid();
      files.set(file, whole);
      return { file, name: basename(whole), bytes: size };
    },
    inspect: async ({ file, options }) => await inspectRows(fileOf(file), options),

    start: ({ environmentId, request, file, options, mapping, confirmations, rowsTotal, ...how }) =>
      tracked(
        (async () => {
          const path = fileOf(file);
          const fingerprint = await fingerprintFile(path);
          const { batch, concurrency, reservePercent, stopAfter } = how;
          const plan = {
            request,
            data: { path, options, fingerprint },
            mapping,
            settings: { batch, concurrency, reservePercent, stopAfter },
            rowsTotal,
            repeats: null,
          };
          // One after the other: of two that are the same the second finds the first.
          return await inTurn(() => beginNew(plan, environmentId, confirmations));
        })(),
      ),
    pause: ({ runId }) => rest(runId, 'paused'),
    cancel: ({ runId }) => rest(runId, 'stopped'),

    resume: ({ runId, confirmations }) =>
      tracked(
        (async () => {
          const plan = await planOf(runId);
          const running = active.get(runId);
          if (running !== undefined) throw new DeskError('run_locked', { runId });
          const { facts, rows, elsewhere } = await viewRun(runPaths(runs, runId), runId);
          if (elsewhere) throw new DeskError('run_locked', { runId });
          const mayGoOn =
            facts.state === 'paused' ||
            facts.state === 'interrupted' ||
            (facts.state === 'finished' && rows.waiting > 0);
          if (!mayGoOn) throw new DeskError('run_state', { runId, state: facts.state });
          const { sha256 } = await fingerprintFile(plan.data.path);
          if (sha256 !== plan.data.fingerprint.sha256) {
            throw new DeskError('data_changed', { path: plan.data.path });
          }
          return await begin(
            plan.environment.id,
            plan.request,
            confirmations,
            ({ environment, host }) => {
              // A sandbox has another port each time; any other host is another workspace.
              if (environment.host.kind !== 'sandbox' && host !== plan.host) {
                throw new DeskError('run_state', { runId, state: 'host', host });
              }
              return Promise.resolve(plan);
            },
          );
        })(),
      ),

    list: (input) =>
      listRuns(runs, input, { log: deps.log, find: async (id) => summaryOf(await planOf(id)) }),
    get: ({ runId }) => detailOf(runId),
    rows: async (input) => {
      const plan = await planOf(input.runId);
      const running = active.get(input.runId);
      if (running === undefined) await viewRun(runPaths(runs, plan.id), plan.id);
      return await readRunRows(runPaths(runs, plan.id), input, running?.files ?? null);
    },

    async dataRows({ runId, rows }) {
      dataQuestion.abort();
      const mine = new AbortController();
      dataQuestion = mine;
      const plan = await planOf(runId);
      return scrubDeep(await readDataRows(plan, rows, mine.signal, index), scrub);
    },
    async exportRows({ runId, format, outcomes }, file) {
      const plan = await planOf(runId);
      const page = (from: number) =>
        readRunRows(
          runPaths(runs, runId),
          { runId, from, count: 500, outcomes },
          active.get(runId)?.files ?? null,
        );
      if (!active.has(runId)) await viewRun(runPaths(runs, runId), runId);
      await exportRows(file, format, { page, data: () => dataRowsOf(plan) });
    },

    async resolveUnknown({ runId, call, as }) {
      const plan = await planOf(runId);
      if (active.has(runId)) throw new DeskError('run_state', { runId, state: 'running' });
      await resolveCalls(runs, plan, deps, { kind: 'unknown', call, as });
      await changed(plan);
      return await detailOf(runId);
    },
    async bisect({ runId, call }) {
      const plan = await planOf(runId);
      if (active.has(runId)) throw new DeskError('run_state', { runId, state: 'running' });
      await resolveCalls(runs, plan, deps, { kind: 'bisect', call });
      await changed(plan);
      return await detailOf(runId);
    },

    repeatFailures: ({ runId, outcomes, confirmations }) =>
      tracked(
        (async () => {
          const plan = await planOf(runId);
          if (active.has(runId)) throw new DeskError('run_state', { runId, state: 'running' });
          await viewRun(runPaths(runs, runId), runId);
          const { data, request, mapping, settings } = plan;
          const { sha256 } = await fingerprintFile(data.path);
          if (sha256 !== data.fingerprint.sha256) {
            throw new DeskError('data_changed', { path: data.path });
          }
          const repeats = { runId, outcomes };
          const next = { request, data, mapping, settings, rowsTotal: null, repeats };
          return await beginNew(next, plan.environment.id, confirmations);
        })(),
      ),

    samples: async ({ runId }) => await runHistoryOf(runPaths(runs, (await planOf(runId)).id)),
    ended: (runId) => active.get(runId)?.ended ?? Promise.resolve(),
    plan: planOf,
    async shutdown() {
      await Promise.allSettled(starting);
      for (const { session } of active.values()) session.rest('paused', 'quit');
      await Promise.all([...active.values()].map(({ ended }) => ended));
      await Promise.all(feeding);
      await closeComparisons();
    },
  };
}
