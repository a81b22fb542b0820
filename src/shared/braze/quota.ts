import { countConditions } from './audience-size';
import { blastRadiusOf, targetIdOf } from './blast-radius';
import { type EndpointPath, endpointOf, reachesUsers } from './endpoints';
import { lengthOf, memberOf } from './json-value';
import { stableText } from './stable-text';

/**
 * An allowance of the workspace. `pool`: the hourly pool. `broadcast`: all broadcast calls together.
 * `audience`: broadcast calls to one unique audience. `send-id-daily`: creation of send ids.
 */
export type QuotaClass = 'pool' | 'broadcast' | 'audience' | 'send-id-daily';

/** One allowance: so many calls per window. Windows start on the clock (hour, minute, day in UTC). */
export interface QuotaPolicy {
  readonly limit: number;
  readonly windowMs: number;
}

/**
 * The vendor's figures (its page on API limits). The hour is the clock hour; that the minute is the
 * clock minute, and that 250 is the sum over the five endpoints, is unconfirmed.
 */
export const QUOTA_POLICIES: Readonly<Record<QuotaClass, QuotaPolicy>> = {
  pool: { limit: 250_000, windowMs: 3_600_000 },
  broadcast: { limit: 250, windowMs: 60_000 },
  audience: { limit: 10, windowMs: 60_000 },
  'send-id-daily': { limit: 100, windowMs: 86_400_000 },
};

/** Largest number of users one call may name (R12, R31). */
export const MAX_RECIPIENTS = 50;

/** Start of the clock window a moment falls in, in epoch milliseconds. */
export function windowStartOf(quota: QuotaClass, nowMs: number): number {
  const { windowMs } = QUOTA_POLICIES[quota];
  return Math.floor(nowMs / windowMs) * windowMs;
}

/**
 * The allowances a call draws from. A call that names its users draws from the pool; a broadcast or a
 * connected audience draws from the two minute limits. One with both draws from all three: the pages
 * disagree, and counting too much never overruns.
 */
export function quotaClassesOf(endpoint: EndpointPath, body: unknown): readonly QuotaClass[] {
  const { quota } = endpointOf(endpoint);
  if (!reachesUsers(endpoint)) return [quota];
  const radius = blastRadiusOf(endpoint, body);
  switch (radius.kind) {
    case 'segment':
      return ['broadcast', 'audience'];
    case 'audience':
      return radius.recipients === null
        ? ['broadcast', 'audience']
        : ['pool', 'broadcast', 'audience'];
    case 'recipients':
    case 'none':
      return ['pool'];
  }
}

/**
 * Key of the unique audience a call counts against: same campaign or Canvas, same segment, same
 * audience object whatever its key order. Null when the call draws from no such allowance.
 */
export function uniqueAudienceKey(endpoint: EndpointPath, body: unknown): string | null {
  if (!quotaClassesOf(endpoint, body).includes('audience')) return null;
  const audience = memberOf(body, 'audience');
  return stableText([
    targetIdOf(endpoint, body),
    memberOf(body, 'segment_id') ?? null,
    countConditions(audience) > 0 ? audience : null,
  ]);
}

/** Number of users a body names, over all its lists; 0 where it names none. */
export function namedUsersOf(endpoint: EndpointPath, body: unknown): number {
  if (endpointOf(endpoint).family === 'messages') {
    return lengthOf(memberOf(body, 'external_user_ids')) + lengthOf(memberOf(body, 'user_aliases'));
  }
  return lengthOf(memberOf(body, 'recipients'));
}
