import { z } from 'zod';
import {
  type Dispatch,
  type DispatchSummary,
  answerProblems,
  failureCodes,
  outcomes,
} from '#shared/domain/dispatch';
import { bodyHash } from './body-hash';
import { type SqlRow, type SqlValue, textOf } from './sqlite';

/** Text columns of `dispatches` that a line of the history needs. */
const summaryTexts = [
  'id',
  'created_at',
  'environment_id',
  'environment_name',
  'host',
  'endpoint',
  'request_name',
  'target_id',
  'blast_radius',
  'outcome',
  'dispatch_id',
  'failure',
  'notice',
] as const;
const summaryNumbers = [
  'production',
  'status',
  'elapsed_ms',
  'answer_bytes',
  'error_count',
] as const;
const detailTexts = [
  'send_id',
  'schedule_id',
  'message',
  'failure_detail',
  'answer_problem',
] as const;
const bodyTexts = [
  'sent_body',
  'sent_headers',
  'answer_body',
  'answer_headers',
  'errors',
  'timeline',
  'blocks',
] as const;

const asBlob = (table: string) => (name: string) => `CAST(${table}.${name} AS BLOB) AS ${name}`;
const asNumber = (name: string): string => `d.${name}`;

/** What to select for a line, from `dispatches AS d`. */
export const summarySelection = [
  ...summaryTexts.map(asBlob('d')),
  ...summaryNumbers.map(asNumber),
].join(', ');

/** What to select for a whole dispatch, from `dispatches AS d` and `bodies AS b`. */
export const dispatchSelection = [
  summarySelection,
  ...detailTexts.map(asBlob('d')),
  ...bodyTexts.map(asBlob('b')),
].join(', ');

/** Columns of `dispatches` that `begin` sets and that stay. */
export function fixedValues(dispatch: Dispatch): Record<string, SqlValue> {
  return {
    id: dispatch.id,
    created_at: dispatch.createdAt,
    environment_id: dispatch.environmentId,
    environment_name: dispatch.environmentName,
    production: dispatch.production ? 1 : 0,
    host: dispatch.host,
    endpoint: dispatch.endpoint,
    request_name: dispatch.requestName,
    target_id: dispatch.targetId,
    blast_radius: JSON.stringify(dispatch.blastRadius),
    // What never left can be repeated by nothing.
    body_hash:
      dispatch.outcome === 'blocked' ? null : Buffer.from(bodyHash(dispatch.sentBody), 'hex'),
  };
}

/** Columns of `dispatches` that `complete` sets. */
export function outcomeValues(dispatch: Dispatch): Record<string, SqlValue> {
  return {
    outcome: dispatch.outcome,
    status: dispatch.status,
    dispatch_id: dispatch.dispatchId,
    failure: dispatch.failure,
    elapsed_ms: dispatch.elapsedMs,
    answer_bytes: dispatch.answerBytes,
    error_count: dispatch.errorCount,
    notice: dispatch.notice,
    send_id: dispatch.sendId,
    schedule_id: dispatch.scheduleId,
    message: dispatch.message,
    failure_detail: dispatch.failureDetail,
    answer_problem: dispatch.answerProblem,
  };
}

/** Columns of `bodies`. Bodies are kept as the bytes they are on the wire. */
export function bodyValues(dispatch: Dispatch): Record<string, SqlValue> {
  return {
    sent_body: Buffer.from(dispatch.sentBody, 'utf8'),
    sent_headers: JSON.stringify(dispatch.sentHeaders),
    answer_body: dispatch.answerBody === null ? null : Buffer.from(dispatch.answerBody, 'utf8'),
    answer_headers: JSON.stringify(dispatch.answerHeaders),
    errors: JSON.stringify(dispatch.errors),
    timeline: JSON.stringify(dispatch.timeline),
    blocks: JSON.stringify(dispatch.blocks),
  };
}

const text = z.unknown().transform(textOf);
const maybeText = z.unknown().transform((value) => (value === null ? null : textOf(value)));
const maybeNumber = z.number().nullable().catch(null);
const json = z.unknown().transform((value): unknown => {
  try {
    return JSON.parse(textOf(value));
  } catch {
    return null;
  }
});
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  maybeText.pipe(z.enum(values).nullable().catch(null));
const pairs = json.pipe(z.array(z.tuple([z.string(), z.string()])).catch([]));

const blastRadiusSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('recipients'), count: z.number() }),
  z.object({
    kind: z.literal('audience'),
    conditions: z.number(),
    recipients: z.number().nullable(),
    broadcast: z.boolean(),
  }),
  z.object({ kind: z.literal('segment') }),
]);

const summaryRow = z.object({
  id: text,
  created_at: text,
  environment_id: text,
  environment_name: text,
  production: z.number().catch(0),
  host: text,
  endpoint: text,
  request_name: maybeText,
  target_id: maybeText,
  // A row whose facts cannot be read is shown as the widest and least certain that it may have been.
  blast_radius: json.pipe(blastRadiusSchema.catch({ kind: 'segment' })),
  outcome: text.pipe(z.enum(outcomes).catch('unknown')),
  status: maybeNumber,
  dispatch_id: maybeText,
  failure: oneOf(failureCodes),
  elapsed_ms: maybeNumber,
  answer_bytes: maybeNumber,
  error_count: z.number().catch(0),
  notice: maybeText,
});

const timelineSteps = [
  'checked',
  'waited',
  'recorded',
  'sent',
  'headers',
  'answered',
  'ended',
] as const;
const dispatchRow = summaryRow.extend({
  send_id: maybeText,
  schedule_id: maybeText,
  message: maybeText,
  failure_detail: maybeText,
  answer_problem: oneOf(answerProblems),
  sent_body: text,
  sent_headers: pairs,
  answer_body: maybeText,
  answer_headers: pairs,
  errors: json.pipe(z.array(z.string()).catch([])),
  timeline: json.pipe(
    z.array(z.object({ step: z.enum(timelineSteps), atMs: z.number() })).catch([]),
  ),
  // Written by the gate of this or an earlier version: its codes are read by those who show them.
  blocks: json.pipe(z.array(z.custom<Dispatch['blocks'][number]>(hasCode)).catch([])),
});

function hasCode(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'code' in value;
}

/** One line from a selected row. Never throws. */
export function readSummary(row: SqlRow): DispatchSummary {
  return toSummary(summaryRow.parse(row));
}

/** One dispatch from a selected row. Never throws. */
export function readDispatch(row: SqlRow): Dispatch {
  const read = dispatchRow.parse(row);
  return {
    ...toSummary(read),
    sendId: read.send_id,
    scheduleId: read.schedule_id,
    message: read.message,
    errors: read.errors,
    failureDetail: read.failure_detail,
    answerProblem: read.answer_problem,
    sentBody: read.sent_body,
    sentHeaders: read.sent_headers,
    answerBody: read.answer_body,
    answerHeaders: read.answer_headers,
    timeline: read.timeline,
    blocks: read.blocks,
  };
}

function toSummary(row: z.infer<typeof summaryRow>): DispatchSummary {
  return {
    id: row.id,
    createdAt: row.created_at,
    environmentId: row.environment_id,
    environmentName: row.environment_name,
    production: row.production === 1,
    host: row.host,
    endpoint: row.endpoint,
    requestName: row.request_name,
    targetId: row.target_id,
    blastRadius: row.blast_radius,
    outcome: row.outcome,
    status: row.status,
    dispatchId: row.dispatch_id,
    failure: row.failure,
    elapsedMs: row.elapsed_ms,
    answerBytes: row.answer_bytes,
    errorCount: row.error_count,
    notice: row.notice,
  };
}
