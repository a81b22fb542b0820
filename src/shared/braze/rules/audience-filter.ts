import { FILTER_COMPARISONS, type FilterKind } from '../audience/grammar';
import type { JsonNode, ObjectNode } from '../json-node';
import { checkDateValue, checkSubscriptionValue, checkCustomValue } from './audience-value';
import type { RuleContext } from './rule-context';

/** R27–R29 for one filter. */
export function checkFilter(context: RuleContext, kind: FilterKind, node: JsonNode): void {
  if (context.isUntyped(node)) return;
  if (node.kind !== 'object') {
    context.report('R26.filter_not_object', node, { filter: kind, type: node.kind });
    return;
  }
  if (kind === 'custom_attribute') checkName(context, node);
  const comparison = checkComparison(context, kind, node);
  if (comparison === null) return;
  const value = node.members.get('value');
  if (kind === 'custom_attribute') checkCustomValue(context, node, comparison, value);
  else if (value === undefined) {
    context.report('R28.value_missing', node, { comparison }, 'open');
  } else if (context.isOpen(value)) return;
  else if (kind === 'last_used_app') checkDateValue(context, value, comparison);
  else checkSubscriptionValue(context, value);
}

function checkName({ report, isOpen }: RuleContext, filter: ObjectNode): void {
  const name = filter.members.get('custom_attribute_name');
  if (name === undefined) report('R29.name_missing', filter, {}, 'open');
  else if (name.kind !== 'string' || name.value === '') report('R29.name_missing', name);
  else if (name.value.includes('.') && !isOpen(name)) {
    report('R29.name_dot', name, { name: name.value });
  }
}

/** The comparison where its value can be judged; null where it is missing, unknown or still open. */
function checkComparison(
  context: RuleContext,
  kind: FilterKind,
  filter: ObjectNode,
): string | null {
  const { report } = context;
  const node = filter.members.get('comparison');
  const offered: readonly string[] = FILTER_COMPARISONS[kind];
  if (node === undefined) {
    report('R27.comparison_missing', filter, { filter: kind }, 'open');
    return null;
  }
  if (context.isOpen(node)) return null;
  if (node.kind !== 'string') {
    report('R27.comparison', node, { comparison: node.kind, filter: kind });
    return null;
  }
  if (offered.includes(node.value)) return node.value;
  const isOldBoolean =
    kind === 'custom_attribute' &&
    node.value === 'does_not_equal' &&
    filter.members.get('value')?.kind === 'boolean';
  if (isOldBoolean) report('R27.old_name', node);
  else report('R27.comparison', node, { comparison: node.value, filter: kind });
  return null;
}
