import { countConditions } from './audience-size';
import { type EndpointPath, endpointOf, reachesUsers } from './endpoints';
import { isObject, lengthOf, memberOf, textMemberOf } from './json-value';

/**
 * Who a body reaches. `recipients.count` and `audience.recipients` are upper bounds: the server still
 * drops users outside the segment or audience. `segment` is everyone the campaign targets.
 */
export type BlastRadius =
  | { readonly kind: 'recipients'; readonly count: number }
  | {
      readonly kind: 'audience';
      readonly conditions: number;
      /** Named users the audience narrows; null when nobody is named. */
      readonly recipients: number | null;
      readonly broadcast: boolean;
    }
  | { readonly kind: 'segment' }
  | { readonly kind: 'none' };

/** Absent, null and the empty list name nobody; any other non-list cannot be trusted to. */
function isUnreadableList(value: unknown): boolean {
  return value !== undefined && value !== null && !Array.isArray(value);
}

/**
 * Works out who a body reaches (R08–R10, R31). Fails safe: a `broadcast` that is neither absent nor
 * exactly `false` counts as `true`, and a list that is no list counts as everyone. Anything that
 * sends nothing by its own body (look-ups, schedule updates, send ids) is `none`.
 */
export function blastRadiusOf(endpoint: EndpointPath, bodyValue: unknown): BlastRadius {
  if (!reachesUsers(endpoint) || !isObject(bodyValue)) return { kind: 'none' };
  const lists =
    endpointOf(endpoint).family === 'messages'
      ? ['external_user_ids', 'user_aliases']
      : ['recipients', 'external_user_ids'];
  const values = lists.map((name) => memberOf(bodyValue, name));
  const named = values.reduce<number>((sum, value) => sum + lengthOf(value), 0);
  const broadcastValue = memberOf(bodyValue, 'broadcast');
  const broadcast = broadcastValue !== undefined && broadcastValue !== false;
  const conditions = countConditions(memberOf(bodyValue, 'audience'));

  if (values.some(isUnreadableList)) return { kind: 'segment' };
  if (conditions > 0) {
    const recipients = named > 0 && !broadcast ? named : null;
    return { kind: 'audience', conditions, recipients, broadcast };
  }
  if (broadcast) return { kind: 'segment' };
  if (named > 0) return { kind: 'recipients', count: named };
  const segment = memberOf(bodyValue, 'segment_id');
  return segment === undefined || segment === null ? { kind: 'none' } : { kind: 'segment' };
}

/** The campaign or Canvas a body is about; null where it names none as a text. */
export function targetIdOf(endpoint: EndpointPath, bodyValue: unknown): string | null {
  const key = endpointOf(endpoint).family === 'canvas' ? 'canvas_id' : 'campaign_id';
  return textMemberOf(bodyValue, key);
}
