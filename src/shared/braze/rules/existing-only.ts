import type { JsonNode, ObjectNode } from '../json-node';
import { isAbsent, isBoolean, type Rule, type RuleContext } from './rule-context';

/** R18: `send_to_existing_only` and the attributes it needs. R19: not with an alias. */
export const existingOnly: Rule = (context) => {
  for (const recipient of context.recipients) {
    const flag = recipient.members.get('send_to_existing_only');
    const attributes = recipient.members.get('attributes');
    if (flag !== undefined && flag.kind !== 'boolean' && !context.isUntyped(flag)) {
      context.report('R18.not_boolean', flag, { type: flag.kind });
    }
    checkAttributes(context, recipient, isBoolean(flag, false), attributes);
    if (flag?.kind === 'boolean' && !isAbsent(recipient.members.get('user_alias'))) {
      context.report(flag.value ? 'R19.true_with_alias' : 'R19.false_with_alias', flag);
    }
  }
};

function checkAttributes(
  { report, isUntyped }: RuleContext,
  recipient: ObjectNode,
  creates: boolean,
  attributes: JsonNode | undefined,
): void {
  if (creates && attributes === undefined) {
    report('R18.attributes_missing', recipient, {}, 'open');
  } else if (creates && attributes?.kind === 'null') {
    report('R18.attributes_missing', attributes);
  } else if (attributes !== undefined && attributes.kind !== 'object') {
    if (!isUntyped(attributes)) {
      report('R18.attributes_not_object', attributes, { type: attributes.kind });
    }
  } else if (creates && attributes?.kind === 'object' && attributes.members.size === 0) {
    report('R18.attributes_empty', attributes);
  }
}
