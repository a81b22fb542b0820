import { type JsonNode, type ObjectNode, walk } from '../json-node';
import type { RuleContext } from './rule-context';

const MAX_ARRAY = 500;
const OBJECT_OPERATORS: ReadonlySet<string> = new Set(['$add', '$remove', '$update']);
const IDENTIFYING = ['$identifier_key', '$identifier_value'] as const;

/** R20 for one custom attribute: counters, lists, lists of objects, nested objects. */
export function checkCustomAttribute(context: RuleContext, node: JsonNode): void {
  if (node.kind === 'array') {
    checkLength(context, node);
    checkNested(context, node);
  } else if (node.kind === 'object') {
    if (isOnly(node, (key) => key === 'inc')) checkCounter(context, node);
    else if (isOnly(node, (key) => key === 'add' || key === 'remove')) {
      for (const [operator, list] of node.members) checkListOperator(context, list, operator);
    } else if (isOnly(node, (key) => OBJECT_OPERATORS.has(key))) {
      for (const [operator, list] of node.members) checkObjectOperator(context, list, operator);
      checkTimes(context, node);
    } else {
      checkNested(context, node);
    }
  }
}

function isOnly(node: ObjectNode, test: (key: string) => boolean): boolean {
  return node.members.size > 0 && [...node.members.keys()].every(test);
}

function checkLength({ report }: RuleContext, node: JsonNode): void {
  if (node.kind !== 'array' || node.items.length <= MAX_ARRAY) return;
  report('R20.long_array', node, { count: node.items.length, limit: MAX_ARRAY }, 'key');
}

function checkCounter({ report, isUntyped }: RuleContext, object: ObjectNode): void {
  const inc = object.members.get('inc');
  if (inc === undefined || isUntyped(inc)) return;
  if (inc.kind !== 'number' || !Number.isInteger(inc.value)) report('R20.inc', inc);
}

function checkListOperator(context: RuleContext, list: JsonNode, operator: string): void {
  if (context.isUntyped(list)) return;
  if (list.kind !== 'array')
    context.report('R20.list_operator', list, { operator, type: list.kind });
  else checkLength(context, list);
}

/** `$add` takes objects; `$remove` says which; `$update` says which and what instead. */
function checkObjectOperator(context: RuleContext, list: JsonNode, operator: string): void {
  if (list.kind !== 'array') {
    context.report('R20.object_operator', list, { operator, type: list.kind });
    return;
  }
  checkLength(context, list);
  const parts: readonly string[] =
    operator === '$add'
      ? []
      : operator === '$update'
        ? [...IDENTIFYING, '$new_object']
        : IDENTIFYING;
  for (const item of list.items) {
    const missing =
      item.kind === 'object' ? parts.filter((part) => !item.members.has(part)) : parts;
    if (item.kind !== 'object' && operator === '$add') {
      context.report('R20.object_operator', item, { operator, type: item.kind });
    } else if (missing.length > 0) {
      context.report('R20.update_parts', item, { operator, parts: missing.join(', ') }, 'open');
    }
  }
}

/** A date inside a nested object is `{"$time": text}`; null there drops the whole update. */
function checkTimes({ report, isOpen }: RuleContext, root: JsonNode): void {
  for (const node of walk(root)) {
    if (node.kind !== 'object') continue;
    const time = node.members.get('$time');
    if (time === undefined || isOpen(time)) continue;
    if (time.kind !== 'string' || time.value === '') report('R20.time', time, { type: time.kind });
  }
}

function checkNested(context: RuleContext, root: JsonNode): void {
  checkTimes(context, root);
  for (const node of walk(root)) {
    if (node.kind !== 'object') continue;
    for (const [key, member] of node.members) {
      if (key !== '$time' && /[ .$]/.test(key)) {
        context.report('R20.nested_key', member, { field: key }, 'key');
      }
    }
  }
}
