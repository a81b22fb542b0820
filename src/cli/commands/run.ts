import { setFlagsFromString } from 'node:v8';
import { homePaths } from '#engine/home';
import { runPaths } from '#engine/runs/run-paths';
import { readRunPlan, type RunPlan } from '#engine/runs/run-plan';
import type { Publish } from '#engine/publish';
import type { Engine } from '#engine/create-engine';
import type { Environment } from '#shared/domain/environment';
import type { GateReport } from '#shared/domain/gate';
import type { RunProgress, RunSummary } from '#shared/domain/run-state';
import { DeskError } from '#shared/errors';
import type { RunStart } from '#shared/ipc/contract-runs';
import { automaticMapping } from '#shared/lib/automatic-mapping';
import { type MapOption, withMapOptions } from '#shared/lib/map-option';
import { type EnvironmentChoice, unsavedEnvironmentId } from '../chosen-environment';
import type { DeskDeps } from '../desk-deps';
import { CommandFailure, type ExitCode, exitCodes } from '../exit-codes';
import { confirmationText, gateText, sentBeforeText } from '../gate-texts';
import { readRequestInput } from '../request-input';
import { type ReportTarget, writeReports } from '../run-reports';
import { exitCodeOf, type RunResult, resultOf, resultText } from '../run-result';
import { chosenHome, withEngine } from '../with-engine';

export interface RunOptions extends EnvironmentChoice {
  readonly request: string | undefined;
  readonly data: string | undefined;
  readonly home: string | undefined;
  readonly format: 'text' | 'json';
  readonly endpoint: string | undefined;
  readonly var?: readonly { readonly name: string; readonly value: string }[];
  readonly map?: readonly MapOption[];
  readonly batch: number;
  readonly concurrency: number;
  readonly reserve: number | undefined;
  readonly stopAfter: number | undefined;
  readonly resume: string | undefined;
  readonly report?: readonly ReportTarget[];
  readonly confirm?: readonly string[];
  /** Begins although the same was begun a short while ago. */
  readonly repeat?: boolean;
}

/**
 * The old generation is collected when it is so much larger than what was in use last. V8 would let it become several
 * times as large; of a run nearly all of it is garbage. For all threads, from now on.
 */
const heapFlag = '--heap-growing-percent=40';

/** `desk run`: one request for every row of a file. */
export async function run(options: RunOptions, deps: DeskDeps): Promise<ExitCode> {
  setFlagsFromString(heapFlag);
  const plan = options.resume === undefined ? null : await planOf(options.resume, options, deps);
  const choice = plan === null ? options : { ...options, ...choiceOf(plan, options) };
  if (choice.env === undefined && choice.url === undefined) {
    throw new CommandFailure(
      exitCodes.usage,
      'no target given; name it with --env NAME or --url URL',
    );
  }
  let listen: (progress: RunProgress) => void = () => undefined;
  const publish: Publish = (name, payload) => {
    if (name === 'run.progressed') listen(payload as RunProgress);
  };
  return withEngine(
    choice,
    deps,
    async ({ engine, environment }) => {
      if (environment === null) throw new CommandFailure(exitCodes.usage, 'no environment');
      const begun =
        plan === null
          ? await begin(options, environment, engine, deps)
          : await engine.runs.resume({ runId: plan.id, confirmations: confirmed(options) });
      if (!begun.started) return blocked(begun, deps);
      const { id } = begun.run;
      const events = createEvents(options.format, deps);
      listen = events.progressed;
      // Before anything else is waited for: the run sends already, and a signal would still end the program at once.
      const interrupted = pauseOnSignal(engine, id, deps);
      await events.started(begun.run);
      await engine.runs.ended(id);
      const summary = await engine.runs.get({ runId: id });
      const result = resultOf(summary);
      await writeReports(options.report ?? [], engine, summary, result);
      await events.ended(result, summary);
      if (summary.state === 'paused') {
        deps.print.note(`Paused. Go on with: desk run --resume ${id}`);
      }
      return interrupted() ? exitCodes.interrupted : exitCodeOf(summary);
    },
    publish,
  );
}

async function planOf(runId: string, options: RunOptions, deps: DeskDeps): Promise<RunPlan> {
  if (!/^[0-9a-f-]{36}$/.test(runId)) {
    throw new CommandFailure(exitCodes.usage, `${runId}: not the id of a run`);
  }
  const { runs } = homePaths(chosenHome(options.home, deps));
  try {
    return await readRunPlan(runPaths(runs, runId).plan);
  } catch (error) {
    if (!(error instanceof DeskError) || error.code !== 'not_found') throw error;
    throw new CommandFailure(exitCodes.usage, `there is no run ${runId} in this home`);
  }
}

/** A run goes on where it began. */
function choiceOf({ environment }: RunPlan, options: RunOptions): EnvironmentChoice {
  if (environment.id !== unsavedEnvironmentId) return { env: environment.id, url: undefined };
  const url = environment.host.kind === 'custom' ? environment.host.url : undefined;
  return { env: undefined, url, timeout: options.timeout ?? environment.timeoutMs };
}

async function begin(
  options: RunOptions,
  environment: Environment,
  { runs }: Engine,
  { readInput }: DeskDeps,
): Promise<RunStart> {
  if (options.request === undefined || options.data === undefined) {
    throw new CommandFailure(exitCodes.usage, 'name a request file and --data FILE');
  }
  const input = await readRequestInput(options.request, options.endpoint, readInput);
  const { file } = await runs.addFile(options.data);
  const { columns } = await runs.inspect({ file, options: {} });
  const known = [...environment.variables, ...input.variables];
  const given = (options.var ?? []).map(({ name, value }) => ({
    name,
    value,
    kind: known.findLast((one) => one.name === name)?.kind ?? ('text' as const),
  }));
  const order = {
    environmentId: environment.id,
    request: {
      endpoint: input.endpoint,
      bodyText: input.bodyText,
      variables: [...input.variables, ...given],
      name: input.name,
      ref: null,
    },
    file,
    options: {},
    mapping: [...withMapOptions(automaticMapping(columns), options.map ?? [])],
    batch: options.batch,
    concurrency: options.concurrency,
    reservePercent: options.reserve ?? environment.reservePercent,
    stopAfter: options.stopAfter ?? null,
    rowsTotal: null,
  };
  const confirmations = confirmed(options);
  const begun = await runs.start({ ...order, confirmations });
  const repeats = begun.started || options.repeat !== true ? [] : repeatsOf(begun.report);
  return repeats.length === 0
    ? begun
    : await runs.start({ ...order, confirmations: [...confirmations, ...repeats] });
}

/** A yes to each question about what was sent before. */
function repeatsOf({ confirmations }: GateReport) {
  return confirmations.flatMap(({ kind, phrases }) =>
    kind === 'duplicate' ? [{ kind, text: phrases[0] }] : [],
  );
}

/** Each text may answer whatever the gate asks. */
function confirmed({ confirm = [] }: RunOptions) {
  return confirm.slice(0, 2).flatMap((text) => [
    { kind: 'production' as const, text },
    { kind: 'blast_radius' as const, text },
  ]);
}

function blocked({ report }: RunStart & { started: false }, { print }: DeskDeps): ExitCode {
  for (const block of report.blocks) print.note(gateText(block));
  for (const asked of report.confirmations) {
    if (asked.kind === 'duplicate') print.note(sentBeforeText(asked.before));
    print.note(`The gate asks for ${confirmationText(asked)}`);
  }
  return exitCodes.blocked;
}

function pauseOnSignal({ runs }: Engine, runId: string, deps: DeskDeps): () => boolean {
  void deps.interruption.takeOver().then(async () => {
    deps.print.note('Pausing: what is on its way may still be answered. Again to end at once.');
    await runs.pause({ runId }).catch(() => undefined);
  });
  return () => deps.interruption.signal() !== null;
}

interface Events {
  started(run: RunSummary): Promise<void>;
  progressed(progress: RunProgress): void;
  ended(result: RunResult, run: RunSummary): Promise<void>;
}

/** How often progress is told, in milliseconds. */
const everyMs = { json: 250, text: 5000 } as const;

function createEvents(format: 'text' | 'json', { print, now }: DeskDeps): Events {
  let lastMs = -Infinity;
  const say = (event: object): Promise<void> => print.result(JSON.stringify(event));
  return {
    async started(run) {
      const { id: runId, environmentName, host, dataFile, endpoint } = run;
      if (format === 'text') print.note(`Run ${runId}: ${dataFile} to ${host}`);
      else
        await say({
          type: 'started',
          runId,
          environment: environmentName,
          host,
          endpoint,
          dataFile,
        });
    },
    progressed(progress) {
      if (print.isClosed() || now() - lastMs < everyMs[format]) return;
      lastMs = now();
      if (format === 'json') void say({ type: 'progress', ...progress });
      else print.note(progressText(progress));
    },
    async ended(result, run) {
      if (format === 'json') await say(result);
      else await print.result(resultText(result, run));
    },
  };
}

function progressText({ rows, rowsTotal, callsPerSecond, waitingUntilMs }: RunProgress): string {
  const settled = Object.values(rows).reduce((sum, one) => sum + one, 0) - rows.waiting;
  const of = rowsTotal === null ? '' : ` of ${rowsTotal}`;
  const waits =
    waitingUntilMs === null ? '' : `, waits until ${new Date(waitingUntilMs).toISOString()}`;
  return `${settled}${of} rows, ${callsPerSecond.toFixed(1)} calls/s${waits}`;
}
