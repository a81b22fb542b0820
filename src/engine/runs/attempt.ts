import { hash } from 'node:crypto';
import { endpointOf, type EndpointPath } from '#shared/braze/endpoints';
import type { Dispatch, TimelineStep } from '#shared/domain/dispatch';
import type { Environment } from '#shared/domain/environment';
import type { GateReport } from '#shared/domain/gate';
import { finishedDispatch, rawDispatch } from '../sending/dispatch-record';
import type { ComposedRequest } from '../sending/compose-request';
import { requestHeaders } from '../sending/request-headers';
import type { HttpClient, HttpResult } from '../transport/http-client';
import type { CallRecord } from './journal-records';
import type { RunPlan } from './run-plan';

/** A call that is ready to leave: its number, its ledger row, its body. */
export interface Departure {
  readonly record: CallRecord;
  readonly json: string;
  readonly report: GateReport;
  /** When the attempt began, on the monotonic clock. */
  readonly beganMs: number;
  readonly timeline: readonly TimelineStep[];
}

/** What a departure is made of. */
export interface DepartureParts {
  readonly n: number;
  readonly id: string;
  readonly nowMs: number;
  readonly rows: readonly number[];
  readonly composed: ComposedRequest & { readonly wire: { readonly ok: true } };
  readonly report: GateReport;
  readonly beganMs: number;
  readonly timeline: readonly TimelineStep[];
}

/** Writes down what is about to leave. */
export function departureOf(parts: DepartureParts): Departure {
  const { json } = parts.composed.wire;
  return {
    record: {
      t: 'call',
      n: parts.n,
      id: parts.id,
      at: parts.nowMs,
      r: rangesOf(parts.rows),
      b: hash('sha256', json, 'base64url'),
    },
    json,
    report: parts.report,
    beganMs: parts.beganMs,
    timeline: parts.timeline,
  };
}

/** What a call is made with. */
export interface CallDeps {
  readonly plan: RunPlan;
  readonly environment: Environment;
  readonly endpoint: EndpointPath;
  readonly baseUrl: string;
  readonly key: string;
  readonly http: HttpClient;
  scrub(text: string): string;
  monotonicMs(): number;
}

/** Lets a call go, once, and tells what became of it; only what came back is scrubbed. */
export async function makeCall(
  departure: Departure,
  deps: CallDeps,
): Promise<{ readonly result: HttpResult; readonly dispatch: Dispatch }> {
  const { environment, endpoint, plan } = deps;
  const { method } = endpointOf(endpoint);
  const result = await deps.http.post({
    url: `${deps.baseUrl}${endpoint}`,
    headers: requestHeaders(deps.key, method),
    timeoutMs: environment.timeoutMs,
    body: departure.json,
  });
  const timeline = [
    ...departure.timeline,
    ...result.timeline.map(({ step, atMs }) => ({ step, atMs: atMs - departure.beganMs })),
  ];
  // Of this only what came back is written (`evidence.ts`), and that is scrubbed below.
  const begun = rawDispatch({
    id: departure.record.id,
    createdAt: new Date(departure.record.at).toISOString(),
    environment,
    request: plan.request,
    report: { ...departure.report, wireBody: null },
    sentHeaders: [],
    timeline: [],
  });
  return { result, dispatch: finishedDispatch(begun, result, timeline, deps.scrub) };
}

/** Ascending indexes as ranges, both ends included. */
export function rangesOf(rows: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges;
}
