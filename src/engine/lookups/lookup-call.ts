import type { EndpointPath } from '#shared/braze/endpoints';
import { isObject, type UnknownObject } from '#shared/braze/json-value';
import type { Environment } from '#shared/domain/environment';
import { DeskError } from '#shared/errors';
import type { SecretsService } from '../secrets/secrets-service';
import { hostTargetOf } from '../sending/host-target';
import type { Limiter } from '../sending/permit';
import { requestHeaders } from '../sending/request-headers';
import type { HttpAnswer, HttpClient } from '../transport/http-client';

/** What reading from an environment takes. */
export interface LookupCallDeps {
  readonly secrets: Pick<SecretsService, 'keyFor' | 'scrub'>;
  readonly http: HttpClient;
  readonly limiter: Limiter;
  /** The running built-in server. */
  sandbox(): { readonly url: string } | null;
}

/** One `GET` that changes nothing. */
export interface LookupCall {
  readonly environment: Environment;
  readonly endpoint: EndpointPath;
  readonly query: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Details of a large Canvas hold every message's HTML; beyond this an answer is not read, in bytes. */
export const longestLookupAnswer = 16 * 1024 * 1024;
const longestDetail = 300;

/**
 * Reads one answer of a look-up: a JSON object, scrubbed of every known key before it is taken apart.
 * @throws DeskError what `keyFor` throws, `host_invalid`, `sandbox_stopped`, `call_cancelled`,
 * `call_rate_limited`, `call_failed` (no answer), `call_refused` (4xx, 5xx), `answer_too_large`,
 * `answer_unreadable` (no JSON object).
 */
export async function callLookup(deps: LookupCallDeps, call: LookupCall): Promise<UnknownObject> {
  const { environment, endpoint, query, signal } = call;
  const { secrets, limiter, http } = deps;
  const target = hostTargetOf(environment, deps.sandbox()?.url ?? null);
  if (!target.ok) {
    if (environment.host.kind === 'sandbox') throw new DeskError('sandbox_stopped');
    throw new DeskError('host_invalid', { host: target.host });
  }
  const environmentId = environment.id;
  const key = await secrets.keyFor(environmentId);
  const permit = await limiter.acquire({ environmentId, endpoint, body: {}, signal });
  if (!permit.granted) {
    if (permit.reason === 'cancelled') throw new DeskError('call_cancelled');
    throw new DeskError('call_rate_limited', { resetAtMs: permit.resetAtMs });
  }
  const result = await http.get({
    url: `${target.baseUrl}${endpoint}?${new URLSearchParams(query).toString()}`,
    headers: requestHeaders(key, 'GET'),
    timeoutMs: environment.timeoutMs,
    keepBytes: longestLookupAnswer,
    signal,
  });
  if (result.kind === 'failure') {
    if (result.left) permit.settle(null);
    else permit.refund();
    if (result.code === 'cancelled') throw new DeskError('call_cancelled');
    throw failed(result.code, secrets.scrub(result.detail));
  }
  permit.settle(result);
  if (result.cut === 'ended') {
    const { endedBy } = result;
    if (endedBy?.code === 'cancelled') throw new DeskError('call_cancelled');
    throw failed(endedBy?.code ?? 'dropped', secrets.scrub(endedBy?.detail ?? ''));
  }
  return readObject(result, secrets.scrub);
}

function failed(reason: string, detail: string): DeskError {
  return new DeskError('call_failed', { reason, detail: detail.slice(0, longestDetail) });
}

function readObject(
  { status, bodyText, bytes, cut }: HttpAnswer,
  scrub: (text: string) => string,
): UnknownObject {
  const value = cut === 'no' ? parsed(scrub(bodyText)) : null;
  if (status < 200 || status > 299) {
    const message = isObject(value) ? (value['message'] ?? value['error']) : null;
    const detail = typeof message === 'string' ? message.slice(0, longestDetail) : '';
    if (status === 429) throw new DeskError('call_rate_limited', { status });
    throw new DeskError('call_refused', { status, detail });
  }
  if (cut === 'too_large') {
    throw new DeskError('answer_too_large', { bytes, limit: longestLookupAnswer });
  }
  if (!isObject(value)) throw new DeskError('answer_unreadable', { status });
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
