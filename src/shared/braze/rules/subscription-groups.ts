import type { JsonNode, ObjectNode } from '../json-node';
import { isBoolean, type RuleContext } from './rule-context';

/** R20: `subscription_groups` is a list of groups with a state each. */
export function checkSubscriptionGroups(context: RuleContext, node: JsonNode): void {
  if (node.kind !== 'array') {
    context.report('R20.subscription_groups', node, { type: node.kind });
    return;
  }
  for (const group of node.items) {
    if (group.kind === 'object') checkGroup(context, group);
    else context.report('R20.subscription_entry', group, { type: group.kind });
  }
}

function checkGroup({ report, isOpen, isUntyped }: RuleContext, group: ObjectNode): void {
  const id = group.members.get('subscription_group_id');
  if (id === undefined) report('R20.subscription_id', group, {}, 'open');
  else if (id.kind !== 'string' || id.value === '') report('R20.subscription_id', id);

  const state = group.members.get('subscription_state');
  if (state === undefined) {
    report('R20.subscription_state', group, { value: '—' }, 'open');
  } else if (
    !isOpen(state) &&
    (state.kind !== 'string' || (state.value !== 'subscribed' && state.value !== 'unsubscribed'))
  ) {
    const value = state.kind === 'string' ? state.value : state.kind;
    report('R20.subscription_state', state, { value });
  }

  const optIn = group.members.get('use_double_opt_in_logic');
  if (optIn === undefined || isUntyped(optIn)) return;
  if (optIn.kind !== 'boolean') {
    report('R20.not_boolean', optIn, { field: 'use_double_opt_in_logic', type: optIn.kind });
  } else if (isBoolean(optIn, true) && state?.kind === 'string' && state.value === 'unsubscribed') {
    report('R20.double_opt_in', optIn);
  }
}
