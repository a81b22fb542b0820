import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EndpointPath } from '#shared/braze/endpoints';
import { namedUsersOf } from '#shared/braze/quota';
import { bearerToken } from './authorize';
import { deliver } from './deliver';
import type { DeliveryTiming } from './deliver';
import type { Journal } from './journal';
import { createKeyScrubber } from './key-scrubber';
import type { ParsedBody } from './parse-json-body';
import { parseJsonBody } from './parse-json-body';
import type { Decision, Exchange, PlanDeps } from './plan-exchange';
import { planExchange } from './plan-exchange';
import type { ReceivedBody } from './read-body';

/** What serving needs besides planning. */
export interface ServeDeps extends PlanDeps {
  readonly journal: Journal;
  readonly timing: () => DeliveryTiming;
}

/** Shorter tokens are no keys, and removing them would garble the journal. */
const shortestForeignKey = 8;

function headerText(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

function record(
  request: FastifyRequest,
  body: ReceivedBody,
  parsed: ParsedBody | null,
  endpoint: EndpointPath | null,
  decision: { readonly scenario: string; readonly status: number | null },
  { apiKey, journal, workspace }: ServeDeps,
): void {
  // A wrong token may well be the key of a real workspace, pasted into the wrong place.
  const token = bearerToken(request.headers.authorization) ?? '';
  const scrub = createKeyScrubber([apiKey, token.length < shortestForeignKey ? '' : token]);
  const value = parsed?.ok === true ? parsed.value : null;
  journal.add({
    at: new Date(workspace.now()).toISOString(),
    method: request.method,
    path: scrub.text(request.originalUrl),
    scenario: decision.scenario,
    status: decision.status,
    bodySha256: body.kind === 'broken' ? null : body.sha256,
    recipients: endpoint === null ? 0 : namedUsersOf(endpoint, value),
    body: scrub.json(value),
    bodyText: parsed?.ok === false && parsed.text !== '' ? scrub.text(parsed.text) : null,
  });
}

function statusOf({ plan }: Decision): number | null {
  return plan.kind === 'answer' ? plan.answer.status : null;
}

/**
 * Serves one request whose body has been read: decides, records, answers. The line is written before
 * the answer begins, so that what was accepted is on record whatever becomes of the connection.
 */
export async function serveExchange(
  request: FastifyRequest,
  reply: FastifyReply,
  body: ReceivedBody,
  endpoint: EndpointPath | null,
  deps: ServeDeps,
): Promise<void> {
  const parsed = body.kind === 'whole' ? parseJsonBody(body.bytes) : null;
  if (body.kind === 'broken') {
    record(request, body, parsed, endpoint, { scenario: deps.scenario(), status: null }, deps);
    reply.hijack();
    reply.raw.destroy();
    return;
  }
  const { headers } = request;
  const [path = '', query = ''] = request.originalUrl.split(/\?(.*)/s);
  const exchange: Exchange = {
    path,
    query: new URLSearchParams(query),
    endpoint,
    authorization: headers.authorization,
    contentType: headers['content-type'],
    askedScenario: headerText(headers['x-sandbox-scenario']),
    body,
    parsed,
  };
  const decision = planExchange(exchange, deps);
  const outcome = { scenario: decision.scenario, status: statusOf(decision) };
  record(request, body, parsed, endpoint, outcome, deps);
  await deliver(reply, decision.plan, deps.timing());
}
