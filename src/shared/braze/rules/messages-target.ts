import type { JsonNode } from '../json-node';
import { MAX_RECIPIENTS } from '../quota';
import { checkAlias } from './alias';
import { checkExternalId } from './identifiers';
import { isAbsent, isBoolean, type Rule, type RuleContext } from './rule-context';

/** R31: who a `/messages/send` call is for. */
export const messagesTarget: Rule = (context) => {
  const { body, report } = context;
  const { members } = body;
  const recipients = members.get('recipients');
  if (recipients !== undefined) report('R31.recipients', recipients, {}, 'key');

  const ids = checkIds(context, members.get('external_user_ids'));
  const aliases = checkAliases(context, members.get('user_aliases'));
  const segment = members.get('segment_id');
  if (segment !== undefined && segment.kind !== 'string' && segment.kind !== 'null') {
    report('R31.segment_not_text', segment, { type: segment.kind });
  }
  const hasSegment = !isAbsent(segment) && !(segment?.kind === 'string' && segment.value === '');
  const hasUsers = ids > 0 || aliases > 0;
  if (!hasUsers && !hasSegment && isAbsent(members.get('audience'))) {
    report('R31.no_target', body, {}, 'open');
  }
  const broadcast = members.get('broadcast');
  if (isBoolean(broadcast, true)) {
    if (hasUsers) report('R31.broadcast_with_users', broadcast ?? body);
  } else if (!hasUsers && (broadcast === undefined || !context.isUntyped(broadcast))) {
    report('R31.no_users', body, {}, 'open');
  }
  if (ids + aliases > MAX_RECIPIENTS) {
    const params = { count: ids + aliases, limit: MAX_RECIPIENTS };
    report('R31.too_many', members.get('external_user_ids') ?? body, params, 'key');
  }
};

/** Number of users named; a value of another type names as many as it might. */
function checkIds(context: RuleContext, node: JsonNode | undefined): number {
  if (node === undefined) return 0;
  if (node.kind !== 'array') {
    if (context.isUntyped(node)) return 1;
    context.report('R31.ids_not_texts', node, { type: node.kind });
    return node.kind === 'null' ? 0 : 1;
  }
  for (const item of node.items) {
    if (item.kind === 'string') checkExternalId(context, item);
    else context.report('R31.ids_not_texts', item, { type: item.kind });
  }
  return node.items.length;
}

function checkAliases(context: RuleContext, node: JsonNode | undefined): number {
  if (node === undefined) return 0;
  if (node.kind !== 'array') {
    if (context.isUntyped(node)) return 1;
    context.report('R31.aliases_not_list', node, { type: node.kind });
    return node.kind === 'null' ? 0 : 1;
  }
  for (const item of node.items) checkAlias(context, item);
  return node.items.length;
}
