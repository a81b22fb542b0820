import { MAX_RECIPIENTS } from '../quota';
import type { Rule } from './rule-context';

/** R12: `recipients` is a list of at most 50 objects; repeated users count too. */
export const recipients: Rule = ({ body, report, isUntyped }) => {
  const node = body.members.get('recipients');
  if (node === undefined || isUntyped(node)) return;
  if (node.kind !== 'array') {
    report('R12.not_array', node, { type: node.kind });
    return;
  }
  for (const item of node.items) {
    if (item.kind !== 'object') report('R12.entry_not_object', item, { type: item.kind });
  }
  if (node.items.length > MAX_RECIPIENTS) {
    const params = { count: node.items.length, limit: MAX_RECIPIENTS };
    report('R12.too_many', node, params, 'key');
  }
};
