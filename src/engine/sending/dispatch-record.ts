import { parseAnswer } from '#shared/braze/answers';
import type {
  Dispatch,
  DispatchSummary,
  FailureCode,
  Headers,
  TimelineStep,
} from '#shared/domain/dispatch';
import type { Environment } from '#shared/domain/environment';
import type { GateBlock, GateReport } from '#shared/domain/gate';
import type { OutgoingRequest } from '#shared/ipc/contract-parts';
import type { HttpAnswer, HttpResult } from '../transport/http-client';
import { answerLimit, answerMargin } from '../transport/read-answer';
import { outcomeOfAnswer, outcomeOfFailure } from './outcome';
import { scrubDeep } from './scrub-deep';

type Scrub = (text: string) => string;

/** What is known of a dispatch before it leaves. */
export interface DispatchFacts {
  readonly id: string;
  readonly createdAt: string;
  readonly environment: Environment;
  readonly request: OutgoingRequest;
  readonly report: GateReport;
  readonly sentHeaders: Headers;
  readonly timeline: readonly TimelineStep[];
}

/** Why a dispatch never left. */
export type BlockReason = Extract<FailureCode, 'gate' | 'cancelled_before' | 'quota'>;

/** What there is to say of it. */
export interface WhyBlocked {
  readonly blocks?: readonly GateBlock[];
  readonly detail?: string;
}

/** Longest text of a failure and of one header that is kept. */
const longestText = 4_000;
const mostHeaders = 200;

/** What is said of a call that nothing was heard of: of one on its way, should the program end now. */
export const unheardOf = {
  status: null,
  dispatchId: null,
  failure: 'crash',
  elapsedMs: null,
  answerBytes: null,
  errorCount: 0,
  notice: null,
  sendId: null,
  scheduleId: null,
  message: null,
  errors: [],
  failureDetail: null,
  answerProblem: null,
  answerBody: null,
  answerHeaders: [],
  timeline: [],
} as const satisfies Partial<Dispatch>;

/** A dispatch before it leaves: unless more is heard, its outcome is unknown. Not scrubbed, so not to be kept. */
export function rawDispatch(facts: DispatchFacts): Dispatch {
  const { environment, request, report } = facts;
  return {
    id: facts.id,
    createdAt: facts.createdAt,
    environmentId: environment.id,
    environmentName: environment.name,
    production: environment.production,
    host: report.host,
    endpoint: request.endpoint,
    requestName: request.name,
    targetId: report.targetId,
    blastRadius: report.blastRadius,
    outcome: 'unknown',
    ...unheardOf,
    sentBody: report.wireBody ?? '',
    sentHeaders: facts.sentHeaders,
    timeline: facts.timeline,
    blocks: [],
  };
}

/** The same as it is written. */
export function begunDispatch(facts: DispatchFacts, scrub: Scrub): Dispatch {
  return scrubDeep(rawDispatch(facts), scrub);
}

/** One that never left. */
export function blockedDispatch(
  begun: Dispatch,
  failure: BlockReason,
  why: WhyBlocked,
  timeline: readonly TimelineStep[],
  scrub: Scrub,
): Dispatch {
  return {
    ...begun,
    outcome: 'blocked',
    failure,
    failureDetail: why.detail ?? null,
    blocks: scrubDeep(why.blocks ?? [], scrub),
    sentHeaders: [],
    timeline,
  };
}

/** One that was sent, or tried to be. Everything that came back is scrubbed before anything is cut. */
export function finishedDispatch(
  begun: Dispatch,
  result: HttpResult,
  timeline: readonly TimelineStep[],
  scrub: Scrub,
): Dispatch {
  const at = (...steps: TimelineStep['step'][]): number | undefined =>
    timeline.find(({ step }) => steps.includes(step))?.atMs;
  const sent = at('sent');
  const over = at('answered', 'ended');
  const elapsedMs = sent === undefined || over === undefined ? null : over - sent;

  if (result.kind === 'failure') {
    const { outcome, failure } = outcomeOfFailure(result);
    return {
      ...begun,
      outcome,
      failure,
      failureDetail: cut(scrub(result.detail)) || null,
      elapsedMs: result.left ? elapsedMs : null,
      timeline,
    };
  }

  const answerBody = scrub(result.bodyText);
  const parsed = scrubDeep(parseAnswer(result.status, answerBody), scrub);
  const { outcome, answerProblem } = outcomeOfAnswer(result, parsed);
  const { endedBy } = result;
  return {
    ...begun,
    outcome,
    failure: null,
    status: result.status,
    dispatchId: parsed.dispatchId,
    sendId: parsed.sendId,
    scheduleId: parsed.scheduleId,
    message: parsed.message,
    errors: parsed.errors,
    errorCount: parsed.errors.length,
    notice: parsed.notice,
    failureDetail:
      endedBy === null
        ? null
        : cut(scrub([endedBy.code, endedBy.detail].filter(Boolean).join(': '))),
    answerProblem,
    answerBody: shortened(answerBody, result),
    answerBytes: result.bytes,
    answerHeaders: scrubDeep(result.headers.slice(0, mostHeaders), scrub).map(
      ([name, value]) => [cut(name), cut(value)] as const,
    ),
    elapsedMs,
    timeline,
  };
}

/** The line of the history. */
export function summaryOf(dispatch: Dispatch): DispatchSummary {
  const {
    sendId: _sendId,
    scheduleId: _scheduleId,
    message: _message,
    errors: _errors,
    failureDetail: _failureDetail,
    answerProblem: _answerProblem,
    sentBody: _sentBody,
    sentHeaders: _sentHeaders,
    answerBody: _answerBody,
    answerHeaders: _answerHeaders,
    timeline: _timeline,
    blocks: _blocks,
    ...summary
  } = dispatch;
  return summary;
}

function shortened(text: string, { cut: how }: HttpAnswer): string {
  // Half a key at the end of what was read is in its last part, however much shorter scrubbing made it.
  const sure = how === 'too_large' ? text.slice(0, Math.max(0, text.length - answerMargin)) : text;
  return sure.slice(0, answerLimit);
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
