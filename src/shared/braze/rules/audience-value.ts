import { valueRuleOf } from '../audience/grammar';
import { SUBSCRIPTION_STATES } from '../fields-audience';
import type { ArrayNode, JsonKind, JsonNode, ObjectNode } from '../json-node';
import { readMoment } from './calendar';
import { compiles } from './regular-expression';
import type { RuleContext } from './rule-context';

const STATES: ReadonlySet<string> = new Set(SUBSCRIPTION_STATES);
const SCALAR: readonly JsonKind[] = ['string', 'number', 'boolean'];

/** R28 for the value of a `custom_attribute` filter. */
export function checkCustomValue(
  context: RuleContext,
  filter: ObjectNode,
  comparison: string,
  value: JsonNode | undefined,
): void {
  const { report } = context;
  const rule = valueRuleOf('custom_attribute', comparison);
  if (rule === 'none') {
    if (value !== undefined) report('R28.value_unused', value, { comparison }, 'key');
    return;
  }
  if (value === undefined) {
    report('R28.value_missing', filter, { comparison }, 'open');
    return;
  }
  if (context.isOpen(value)) return;
  switch (rule) {
    case 'scalar':
      expectKind(context, value, comparison, SCALAR);
      return;
    case 'number':
      expectKind(context, value, comparison, ['number']);
      return;
    case 'regex':
      if (expectKind(context, value, comparison, ['string']) && value.kind === 'string') {
        if (!compiles(value.value)) report('R28.regex', value);
      }
      return;
    case 'days':
      checkDays(context, value, comparison);
      return;
    case 'date':
      checkDateValue(context, value, comparison);
      return;
    case 'texts':
      if (value.kind === 'array') checkList(context, value, comparison, ['string']);
      else expectKind(context, value, comparison, ['string', 'array']);
      return;
    case 'member':
      checkMember(context, value, comparison);
      return;
    case 'state':
    case null:
      return;
  }
}

function expectKind(
  { report }: RuleContext,
  value: JsonNode,
  comparison: string,
  kinds: readonly JsonKind[],
): boolean {
  if (kinds.includes(value.kind)) return true;
  report('R28.value_type', value, { comparison, type: value.kind, expected: kinds.join(', ') });
  return false;
}

function checkList(
  context: RuleContext,
  list: ArrayNode,
  comparison: string,
  kinds: readonly JsonKind[],
): void {
  if (list.items.length === 0) context.report('R28.empty_list', list, { comparison });
  for (const item of list.items) expectKind(context, item, comparison, kinds);
}

function checkMember(context: RuleContext, value: JsonNode, comparison: string): void {
  if (value.kind !== 'array') {
    expectKind(context, value, comparison, [...SCALAR, 'array']);
    return;
  }
  if (comparison === 'does_not_include_value') {
    context.report('R28.list_unconfirmed', value, { comparison });
  }
  checkList(context, value, comparison, SCALAR);
}

function checkDays(context: RuleContext, value: JsonNode, comparison: string): void {
  if (!expectKind(context, value, comparison, ['number']) || value.kind !== 'number') return;
  if (value.value < 0 || !Number.isInteger(value.value)) {
    context.report('R28.days', value, { comparison, value: value.text });
  }
}

/** R28: a moment in ISO 8601; a day without a time is not described. */
export function checkDateValue(context: RuleContext, value: JsonNode, comparison: string): void {
  if (!expectKind(context, value, comparison, ['string']) || value.kind !== 'string') return;
  const moment = readMoment(value.value);
  if (moment === null) context.report('R28.date', value, { value: value.value });
  else if (!moment.hasTime) context.report('R28.date_only', value, { value: value.value });
}

/** R28: a subscription state that exists. */
export function checkSubscriptionValue({ report }: RuleContext, value: JsonNode): void {
  if (value.kind === 'string' && STATES.has(value.value)) return;
  const found = value.kind === 'string' ? value.value : value.kind;
  report('R28.subscription_value', value, { value: found });
}
