import { createHash } from 'node:crypto';
import type { EndpointPath } from '#shared/braze/endpoints';
import type { QuotaClass } from '#shared/braze/quota';
import { QUOTA_POLICIES, quotaClassesOf, uniqueAudienceKey } from '#shared/braze/quota';
import type { WindowRule } from './quota-windows';

/** Figures that replace the documented ones. Undefined ones stay as documented. */
export interface QuotaFigures {
  /** Calls an hour that name their users, and look-ups. */
  readonly quotaHour?: number | undefined;
  /** Broadcast calls a minute, over all audiences. */
  readonly quotaBroadcast?: number | undefined;
  /** Broadcast calls a minute to one unique audience. */
  readonly quotaAudience?: number | undefined;
  /** A further window that every call counts in and that only the headers tell of. */
  readonly quotaWindow?: { readonly limit: number; readonly lengthMs: number } | undefined;
  /** Share in percent that somebody else takes of each window: so many of a hundred calls are theirs. */
  readonly quotaOthers?: number | undefined;
  /** Length in milliseconds of the window that is otherwise an hour. */
  readonly quotaWindowMs?: number | undefined;
}

/** A non-empty list of windows. */
export type WindowRules = readonly [WindowRule, ...WindowRule[]];

/** Which windows a call counts in. */
export interface QuotaRules {
  /** The windows of a call to an endpoint. `body` may be anything. */
  rulesFor(endpoint: EndpointPath, body: unknown): WindowRules;
  /** The hourly pool alone: what calls are told that count nowhere. */
  readonly pool: WindowRules;
}

/** Sets the rules up from the shared policy and the given figures. */
export function createQuotaRules(figures: QuotaFigures): QuotaRules {
  const limits: Readonly<Record<QuotaClass, number | undefined>> = {
    pool: figures.quotaHour,
    broadcast: figures.quotaBroadcast,
    audience: figures.quotaAudience,
    'send-id-daily': undefined,
  };

  function ruleOf(quota: QuotaClass, name: string): WindowRule {
    const policy = QUOTA_POLICIES[quota];
    const lengthMs =
      quota === 'pool' ? (figures.quotaWindowMs ?? policy.windowMs) : policy.windowMs;
    return { name, limit: limits[quota] ?? policy.limit, lengthMs };
  }

  const { quotaWindow } = figures;
  const further: readonly WindowRule[] =
    quotaWindow === undefined ? [] : [{ name: 'window', ...quotaWindow }];
  const pool: WindowRules = [ruleOf('pool', 'pool'), ...further];

  return {
    pool,
    rulesFor(endpoint, body) {
      const rules = quotaClassesOf(endpoint, body).map((quota) => {
        if (quota !== 'audience') return ruleOf(quota, quota);
        const key = uniqueAudienceKey(endpoint, body) ?? '';
        return ruleOf(quota, `audience:${createHash('sha256').update(key).digest('hex')}`);
      });
      const [first, ...others] = rules;
      return first === undefined ? pool : [first, ...others, ...further];
    },
  };
}
