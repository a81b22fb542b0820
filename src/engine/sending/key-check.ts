import { isObject } from '#shared/braze/json-value';
import type { Environment, KeyCheck } from '#shared/domain/environment';
import { DeskError } from '#shared/errors';
import type { ParsedInput } from '#shared/ipc/contract';
import type { SecretsService } from '../secrets/secrets-service';
import type { HttpAnswer, HttpClient } from '../transport/http-client';
import { hostTargetOf } from './host-target';
import type { Limiter } from './permit';
import { requestHeaders } from './request-headers';

/** Finds out whether an environment's key is taken at its host. */
export interface KeyCheckService {
  /** Reads one page of the list of campaigns; changes nothing. @throws DeskError `environment_unknown`. */
  checkKey(input: ParsedInput<'environments.checkKey'>): Promise<KeyCheck>;
}

/** What the check needs. */
export interface KeyCheckDeps {
  readonly environments: { find(id: string): Environment | null };
  readonly secrets: Pick<SecretsService, 'keyFor' | 'scrub'>;
  readonly http: HttpClient;
  readonly limiter: Limiter;
  sandbox(): { readonly url: string } | null;
  monotonicMs(): number;
}

const endpoint = '/campaigns/list';
const longestDetail = 500;

/** `GET /campaigns/list`, permission `campaigns.list`. */
export function createKeyCheck(deps: KeyCheckDeps): KeyCheckService {
  return {
    async checkKey({ environmentId }) {
      const began = deps.monotonicMs();
      const environment = deps.environments.find(environmentId);
      if (environment === null) throw new DeskError('environment_unknown', { environmentId });
      const target = hostTargetOf(environment, deps.sandbox()?.url ?? null);
      const verdict = (
        found: KeyCheck['verdict'],
        status: number | null = null,
        detail = '',
      ): KeyCheck => ({
        verdict: found,
        status,
        host: target.host,
        detail: deps.secrets.scrub(detail).slice(0, longestDetail) || null,
        elapsedMs: deps.monotonicMs() - began,
      });

      if (!target.ok) {
        return verdict(environment.host.kind === 'sandbox' ? 'unreachable' : 'not_rest_host');
      }
      let key: string;
      try {
        key = await deps.secrets.keyFor(environmentId);
      } catch (error) {
        if (!(error instanceof DeskError)) throw error;
        return verdict('no_key', null, String(error.params['detail'] ?? ''));
      }

      const signal = new AbortController().signal;
      const permit = await deps.limiter.acquire({ environmentId, endpoint, body: {}, signal });
      if (!permit.granted) return verdict('rate_limited');
      const result = await deps.http.get({
        url: `${target.baseUrl}${endpoint}?page=0`,
        headers: requestHeaders(key, 'GET'),
        timeoutMs: environment.timeoutMs,
      });
      if (result.kind === 'failure') {
        if (result.left) permit.settle(null);
        else permit.refund();
        const { code, detail } = result;
        return verdict(code === 'redirect' ? 'not_rest_host' : 'unreachable', null, detail || code);
      }
      permit.settle(result);
      const { found, message } = readVerdict(result);
      return verdict(found, result.status, message);
    },
  };
}

function readVerdict({ status, bodyText, cut }: HttpAnswer): {
  readonly found: KeyCheck['verdict'];
  readonly message: string;
} {
  const body = parsed(bodyText);
  const text = isObject(body) ? (body['message'] ?? body['error']) : null;
  const message = typeof text === 'string' ? text : '';
  const as = (found: KeyCheck['verdict']) => ({ found, message });
  const isApi = isObject(body);
  if (status >= 200 && status < 300) {
    // A long list is cut before its end: its beginning has to do.
    const lists = isApi
      ? Array.isArray(body['campaigns'])
      : cut === 'too_large' && isListStart(bodyText);
    return as(lists ? 'ok' : 'not_rest_host');
  }
  // What is no JSON comes from a page for people or from a proxy on the way, not from the API.
  if (status === 401) return as(isApi || bodyText.trim() === '' ? 'key_refused' : 'not_rest_host');
  if (status === 403) return as(isApi ? 'permission_missing' : 'unexpected');
  if (status === 404 || status === 405) return as('not_rest_host');
  return as(status === 429 ? 'rate_limited' : 'unexpected');
}

function isListStart(text: string): boolean {
  return /^\s*\{.{0,200}"campaigns"\s*:\s*\[/s.test(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
