import { PRIORITIZATION_VALUES } from '../fields-send';
import type { ArrayNode, JsonNode, ObjectNode } from '../json-node';
import { isAbsent, type Rule, type RuleContext } from './rule-context';

const KNOWN: ReadonlySet<string> = new Set(PRIORITIZATION_VALUES);

/** R16: an address needs a `prioritization`. R17: its values. */
export const prioritization: Rule = (context) => {
  for (const recipient of context.recipients) {
    const node = recipient.members.get('prioritization');
    checkPresence(context, recipient, node);
    if (node === undefined || context.isUntyped(node)) continue;
    const hasEmail = !isAbsent(recipient.members.get('email'));
    if (node.kind === 'array') checkValues(context, node);
    else if (node.kind !== 'null' || !hasEmail) {
      context.report('R17.not_array', node, { type: node.kind });
    }
  }
};

function checkPresence(
  { report }: RuleContext,
  recipient: ObjectNode,
  node: JsonNode | undefined,
): void {
  const email = recipient.members.get('email');
  if (isAbsent(email)) {
    if (node !== undefined && node.kind !== 'null') report('R16.without_email', node, {}, 'key');
  } else if (node === undefined) {
    report('R16.no_prioritization', recipient, {}, 'open');
  } else if (node.kind === 'null' || (node.kind === 'array' && node.items.length === 0)) {
    report('R16.no_prioritization', node);
  }
}

function checkValues(context: RuleContext, list: ArrayNode): void {
  const { report } = context;
  const seen = new Set<string>();
  let open = false;
  for (const item of list.items) {
    if (context.isOpen(item)) {
      open = true;
      continue;
    }
    const value = item.kind === 'string' ? item.value : null;
    if (value === null) {
      report('R17.unknown_value', item, { value: item.kind });
    } else if (KNOWN.has(value)) {
      if (seen.has(value)) report('R17.repeat', item, { value });
      seen.add(value);
    } else {
      const expected = value.trim().toLowerCase();
      if (KNOWN.has(expected)) report('R17.letter_case', item, { value, expected });
      else report('R17.unknown_value', item, { value });
    }
  }
  if (seen.has('identified') && seen.has('unidentified')) report('R17.both_identified', list);
  const most = seen.has('most_recently_updated');
  const least = seen.has('least_recently_updated');
  if (most && least) report('R17.both_recency', list);
  if (list.items.length > 0 && !open && !most && !least) report('R17.tie', list);
}
