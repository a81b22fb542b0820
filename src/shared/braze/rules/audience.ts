import { isAudienceOperator, isFilterKind } from '../audience/grammar';
import type { JsonNode, ObjectNode } from '../json-node';
import { checkFilter } from './audience-filter';
import type { Rule, RuleContext } from './rule-context';

const OPERATOR_LIKE = /^(and|or|not|nor|xor|any|all)$/i;

/**
 * R26: a connected audience is one filter, or AND/OR over a list of audiences. R27–R29 check the
 * filters. Walks without recursion, so depth does not matter.
 */
export const audience: Rule = (context) => {
  const root = context.body.members.get('audience');
  if (root === undefined || context.isUntyped(root)) return;
  const open: JsonNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (context.isUntyped(node)) continue;
    if (node.kind !== 'object') {
      context.report('R26.not_object', node, { type: node.kind });
      continue;
    }
    const parts = checkNode(context, node);
    for (let index = parts.length - 1; index >= 0; index -= 1) {
      const part = parts[index];
      if (part !== undefined) open.push(part);
    }
  }
};

/** Checks one object of the tree and gives the objects below it. */
function checkNode(context: RuleContext, node: ObjectNode): readonly JsonNode[] {
  const { report } = context;
  if (node.members.size === 0) {
    report('R26.empty_node', node);
    return [];
  }
  if (node.members.size > 1) {
    report('R26.several_keys', node, { count: node.members.size }, 'open');
  }
  const below: JsonNode[] = [];
  for (const [key, value] of node.members) {
    if (isFilterKind(key)) checkFilter(context, key, value);
    else if (OPERATOR_LIKE.test(key)) {
      for (const part of operands(context, key, value)) below.push(part);
    } else {
      report('R29.kind', value, { filter: key }, 'key');
    }
  }
  return below;
}

function operands({ report }: RuleContext, key: string, value: JsonNode): readonly JsonNode[] {
  const expected = key.toUpperCase();
  if (!isAudienceOperator(expected)) {
    report('R26.operator', value, { found: key }, 'key');
  } else if (key !== expected) {
    report('R26.operator_case', value, { found: key, expected }, 'key');
  }
  if (value.kind !== 'array') {
    report('R26.not_list', value, { operator: key, type: value.kind });
    return [];
  }
  if (value.items.length === 0) report('R26.empty_list', value, { operator: key });
  return value.items;
}
