import { utf8Length } from '../json-size';
import type { JsonNode, ObjectNode } from '../json-node';
import type { Rule, RuleContext } from './rule-context';

const MAX_PART_BYTES = 236;
const PARTS = ['alias_name', 'alias_label'] as const;

/** R15: `user_alias` is an object of two texts, each 1 to 236 bytes. */
export const alias: Rule = (context) => {
  for (const recipient of context.recipients) {
    const node = recipient.members.get('user_alias');
    if (node !== undefined && node.kind !== 'null') checkAlias(context, node);
  }
};

/** R15 for one alias, also used for `user_aliases` of `/messages/send`. */
export function checkAlias(context: RuleContext, node: JsonNode): void {
  if (context.isUntyped(node)) return;
  if (node.kind !== 'object') {
    context.report('R15.not_object', node, { type: node.kind });
    return;
  }
  for (const part of PARTS) checkPart(context, node, part);
}

function checkPart({ report, isUntyped }: RuleContext, aliasNode: ObjectNode, part: string): void {
  const node = aliasNode.members.get(part);
  if (node === undefined) report('R15.part_missing', aliasNode, { part }, 'open');
  else if (node.kind === 'null') report('R15.part_missing', node, { part });
  else if (node.kind !== 'string') report('R15.part_not_text', node, { part, type: node.kind });
  else if (node.value === '') report('R15.part_empty', node, { part });
  else if (!isUntyped(node)) {
    const bytes = utf8Length(node.value);
    if (bytes > MAX_PART_BYTES) {
      report('R15.part_long', node, { part, bytes, limit: MAX_PART_BYTES });
    }
  }
}
