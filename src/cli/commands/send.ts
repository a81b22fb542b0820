import { randomUUID } from 'node:crypto';
import type { Engine } from '#engine/create-engine';
import type { Dispatch, Outcome } from '#shared/domain/dispatch';
import type { Environment } from '#shared/domain/environment';
import type { Confirmation, GateReport } from '#shared/domain/gate';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { EnvironmentChoice } from '../chosen-environment';
import type { DeskDeps } from '../desk-deps';
import { CommandFailure, type ExitCode, exitCodes } from '../exit-codes';
import { confirmationText, gateText, sentBeforeText } from '../gate-texts';
import type { Print } from '../print';
import { readRequestInput, type RequestInput } from '../request-input';
import { withEngine } from '../with-engine';

export interface SendOptions extends EnvironmentChoice {
  readonly request: string;
  readonly home: string | undefined;
  readonly endpoint: string | undefined;
  readonly var?: readonly { readonly name: string; readonly value: string }[];
  readonly dryRun?: boolean;
  readonly confirm?: readonly string[];
  /** Sends although the same was sent a short while ago. */
  readonly repeat?: boolean;
}

const outcomeCodes: Readonly<Record<Outcome, ExitCode>> = {
  accepted: exitCodes.done,
  queued: exitCodes.done,
  accepted_with_errors: exitCodes.failed,
  refused: exitCodes.failed,
  rate_limited: exitCodes.failed,
  failed: exitCodes.failed,
  blocked: exitCodes.blocked,
  unknown: exitCodes.unknown,
};

/** `desk send`: one request, once. */
export async function send(options: SendOptions, deps: DeskDeps): Promise<ExitCode> {
  if (options.env === undefined && options.url === undefined) {
    throw new CommandFailure(
      exitCodes.usage,
      'no target given; name it with --env NAME or --url URL',
    );
  }
  const input = await readRequestInput(options.request, options.endpoint, deps.readInput);
  return withEngine(options, deps, async ({ engine, environment }) => {
    if (environment === null) throw new CommandFailure(exitCodes.usage, 'no environment');
    const request = outgoing(input, environment, options);
    const target = { environmentId: environment.id, request };
    const report = await engine.dispatch.check(target);
    const confirmations = confirmed(report.confirmations, options);
    if (options.dryRun === true) return dryRun(report, confirmations.length, deps);

    const attemptId = randomUUID();
    const cancelled = cancelOnSignal(engine, attemptId, deps);
    const dispatch = await engine.dispatch.send({ attemptId, ...target, confirmations });
    await deps.print.result(JSON.stringify(printed(dispatch)));
    explain(dispatch, report, deps);
    return cancelled() ? exitCodes.interrupted : outcomeCodes[dispatch.outcome];
  });
}

function outgoing(
  input: RequestInput,
  environment: Environment,
  options: SendOptions,
): OutgoingRequest {
  // A value given here takes the kind that the name has: `--var total=5` stays a number.
  const known = [...environment.variables, ...input.variables];
  const given = (options.var ?? []).map(({ name, value }) => ({
    name,
    value,
    kind: known.findLast((one) => one.name === name)?.kind ?? ('text' as const),
  }));
  return {
    endpoint: input.endpoint,
    bodyText: input.bodyText,
    variables: [...input.variables, ...given],
    name: input.name,
    ref: null,
  };
}

/** Each thing the gate asks for, answered by what fits it. */
function confirmed(
  asked: readonly Confirmation[],
  { confirm = [], repeat = false }: SendOptions,
): { kind: Confirmation['kind']; text: string }[] {
  return asked.flatMap(({ kind, phrases }) => {
    const text =
      kind === 'duplicate' && repeat ? phrases[0] : confirm.find((one) => phrases.includes(one));
    return text === undefined ? [] : [{ kind, text }];
  });
}

async function dryRun(
  report: GateReport,
  answered: number,
  { print }: DeskDeps,
): Promise<ExitCode> {
  const { verdict, blocks, confirmations, blastRadius, targetId, wireBody, wireBytes, host } =
    report;
  const diagnostics = report.diagnostics.map(({ rule, severity, pointer }) => ({
    rule,
    severity,
    path: pointer,
  }));
  await print.result(
    JSON.stringify({
      verdict,
      blocks,
      confirmations,
      blastRadius,
      targetId,
      host,
      wireBytes,
      wireBody,
      diagnostics,
    }),
  );
  for (const block of blocks) print.note(`Blocked: ${gateText(block)}`);
  noteSentBefore(report, print);
  const open = confirmations.length > answered;
  if (open) for (const one of confirmations) print.note(`To send it: ${confirmationText(one)}`);
  return verdict === 'blocked' || open ? exitCodes.blocked : exitCodes.done;
}

function noteSentBefore({ confirmations }: GateReport, print: Print): void {
  for (const asked of confirmations) {
    if (asked.kind === 'duplicate') print.note(sentBeforeText(asked.before));
  }
}

function cancelOnSignal(engine: Engine, attemptId: string, deps: DeskDeps): () => boolean {
  void deps.interruption.takeOver().then(() =>
    // An attempt that is over cannot be cancelled any more.
    engine.dispatch.cancel({ attemptId }).catch(() => undefined),
  );
  return () => deps.interruption.signal() !== null;
}

/** The dispatch without what is long: `desk history show` has it all. */
function printed(dispatch: Dispatch): unknown {
  const { sentBody, sentHeaders, answerBody, answerHeaders, timeline, ...rest } = dispatch;
  return rest;
}

function explain(dispatch: Dispatch, report: GateReport, { print }: DeskDeps): void {
  for (const block of dispatch.blocks) print.note(`Blocked: ${gateText(block)}`);
  noteSentBefore(report, print);
  if (dispatch.blocks.some(({ code }) => code === 'confirmation')) {
    for (const one of report.confirmations) print.note(`To send it: ${confirmationText(one)}`);
  }
  if (dispatch.outcome === 'unknown') {
    print.note('It left, and no answer came: it may have been accepted. Nothing was sent again.');
  }
}
