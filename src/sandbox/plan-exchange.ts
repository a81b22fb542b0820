import type { EndpointPath } from '#shared/braze/endpoints';
import { endpointOf, isEndpointPath, reachesUsers } from '#shared/braze/endpoints';
import { isObject } from '#shared/braze/json-value';
import type { Answer } from './answer';
import { refusal, withHeaders } from './answer';
import { bearerToken, isAuthorized } from './authorize';
import type { Validate } from './fatal-refusal';
import { fatalRefusal } from './fatal-refusal';
import { insteadAnswer, quotaHeaders, rateLimited } from './instead-answers';
import type { ParsedBody } from './parse-json-body';
import type { QuotaRules } from './quota-rules';
import type { Charge, QuotaWindows } from './quota-windows';
import type { ReceivedBody } from './read-body';
import { routeHandlers } from './routes';
import type { ScenarioId } from './scenarios';
import { findScenario } from './scenarios';
import type { ShapedAnswer } from './shape-answer';
import { shapeAnswer } from './shape-answer';
import type { Workspace } from './workspace';

/** One request, as far as the answer depends on it. */
export interface Exchange {
  readonly path: string;
  readonly query: URLSearchParams;
  /** Null where no endpoint has this path and method. */
  readonly endpoint: EndpointPath | null;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  /** What the header `X-Sandbox-Scenario` says. */
  readonly askedScenario: string | undefined;
  readonly body: ReceivedBody;
  /** Null unless the body is whole. */
  readonly parsed: ParsedBody | null;
}

/** What is done about a request. */
export type Plan =
  | ({ readonly kind: 'answer' } & ShapedAnswer)
  /** The connection stays open and nothing comes. */
  | { readonly kind: 'silence' }
  /** The connection ends without an answer. */
  | { readonly kind: 'drop' };

/** A plan with the scenario that led to it. */
export interface Decision {
  readonly plan: Plan;
  readonly scenario: string;
}

/** What planning needs. */
export interface PlanDeps {
  readonly apiKey: string;
  readonly workspace: Workspace;
  readonly quotaRules: QuotaRules;
  readonly quotaWindows: QuotaWindows;
  readonly validate: Validate;
  /** The scenario in force. */
  readonly scenario: () => ScenarioId;
  readonly redirectUrl: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const plainly = (given: Answer): Plan => ({ kind: 'answer', answer: given, delivery: 'plain' });

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

/** A path with a slash too many is documented as 403, any other unknown one as 404. */
function unknownPath(path: string): Answer {
  const trimmed = path.replace(/\/+$/, '');
  return trimmed !== path && isEndpointPath(trimmed)
    ? refusal(403, 'Access Denied')
    : refusal(404, 'Not Found');
}

/** The part after key and quota: media type, syntax, rules, then the endpoint itself. */
function answerCall(exchange: Exchange, endpoint: EndpointPath, deps: PlanDeps): Answer {
  const { query, parsed } = exchange;
  if (endpointOf(endpoint).method === 'GET') {
    const unread = fatalRefusal(deps.validate(endpoint, Object.fromEntries(query)));
    if (unread !== null) return unread;
    return routeHandlers[endpoint]({ query, body: {} }, deps.workspace);
  }
  if (!isJson(exchange.contentType)) return refusal(415, 'Unsupported Media Type');
  if (parsed?.ok !== true) {
    return refusal(400, 'Error while parsing request body. Please check your syntax.');
  }
  const refused = fatalRefusal(deps.validate(endpoint, parsed.value));
  if (refused !== null) return refused;
  if (!isObject(parsed.value)) return refusal(400, 'Bad Request');
  return routeHandlers[endpoint]({ query, body: parsed.value }, deps.workspace);
}

function noticeKind(endpoint: EndpointPath): 'campaign' | 'Canvas' | null {
  if (!reachesUsers(endpoint)) return null;
  return endpointOf(endpoint).family === 'canvas' ? 'Canvas' : 'campaign';
}

function chargeFor(exchange: Exchange, authorized: boolean, deps: PlanDeps): Charge {
  const { endpoint, parsed } = exchange;
  // Whoever has no right to call must not use up the allowance of those who do.
  if (endpoint === null || !authorized) {
    return { allowed: true, state: deps.quotaWindows.peek(deps.quotaRules.pool) };
  }
  const value = parsed?.ok === true ? parsed.value : undefined;
  return deps.quotaWindows.charge(deps.quotaRules.rulesFor(endpoint, value));
}

/** Decides what to answer, and counts the call. Has no other effect than on the workspace's state. */
export function planExchange(exchange: Exchange, deps: PlanDeps): Decision {
  const { endpoint, askedScenario, authorization, path } = exchange;
  const inForce = endpoint !== null && reachesUsers(endpoint) ? deps.scenario() : 'accepted';
  const scenario = findScenario(askedScenario ?? inForce);
  if (scenario === undefined) {
    const text = `Unknown sandbox scenario: ${askedScenario ?? ''}`;
    return { plan: plainly(refusal(400, text)), scenario: 'accepted' };
  }

  const authorized = isAuthorized(authorization, deps.apiKey);
  const charge = chargeFor(exchange, authorized, deps);
  const headed = (given: Answer): Plan => plainly(withHeaders(given, quotaHeaders(charge.state)));
  const decide = (plan: Plan): Decision => ({ plan, scenario: scenario.id });

  if (scenario.kind === 'instead') {
    const token = bearerToken(authorization);
    const redirectUrl = deps.redirectUrl();
    const input = { token, quota: charge.state, redirectUrl, nowMs: deps.now() };
    const instead = insteadAnswer(scenario.id, input);
    return decide(typeof instead === 'string' ? { kind: instead } : plainly(instead));
  }
  if (exchange.body.kind === 'too_large') {
    return decide(headed(refusal(413, 'Request Entity Too Large')));
  }
  if (endpoint === null) return decide(headed(unknownPath(path)));
  if (!authorized) return decide(headed(refusal(401, 'Unauthorized')));
  if (!charge.allowed) return decide(headed(rateLimited));

  const given = answerCall(exchange, endpoint, deps);
  if (given.status >= 300) return decide(headed(given));
  const shaped = shapeAnswer(given, scenario.id, noticeKind(endpoint));
  return decide({
    kind: 'answer',
    answer: withHeaders(shaped.answer, quotaHeaders(charge.state)),
    delivery: shaped.delivery,
  });
}
