import { ATTRIBUTE_FIELDS } from '../fields-attributes';
import { SUBSCRIPTION_STATES } from '../fields-audience';
import type { JsonNode, ObjectNode } from '../json-node';
import { checkCustomAttribute } from './attribute-operators';
import { isCalendarDay } from './calendar';
import { isEmailAddress } from './email-address';
import { checkPushTokens } from './push-tokens';
import type { Rule, RuleContext } from './rule-context';
import { checkSubscriptionGroups } from './subscription-groups';

const PROFILE_FIELDS: ReadonlySet<string> = new Set(
  Object.keys(ATTRIBUTE_FIELDS)
    .filter((id) => id.startsWith('attributes.'))
    .map((id) => id.slice('attributes.'.length)),
);
/** The recipient already says who it is; `email` is a profile field as well. */
const IDENTIFIERS: ReadonlySet<string> = new Set([
  'external_id',
  'external_user_id',
  'user_alias',
  'braze_id',
]);
const STATES: ReadonlySet<string> = new Set(SUBSCRIPTION_STATES);
const GENDERS: ReadonlySet<string> = new Set(ATTRIBUTE_FIELDS['attributes.gender'].values);

type Check = (context: RuleContext, node: JsonNode, field: string) => void;

const checkBoolean: Check = ({ report }, node, field) => {
  if (node.kind !== 'boolean') report('R20.not_boolean', node, { field, type: node.kind });
};

const checkState: Check = ({ report }, node, field) => {
  if (node.kind !== 'string' || !STATES.has(node.value))
    report('R20.subscribe_value', node, { field });
};

/** Checks of single profile fields; null removes a value, so it is a legal value unless said. */
const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['email_subscribe', checkState],
  ['push_subscribe', checkState],
  ['subscription_groups', checkSubscriptionGroups],
  ['push_tokens', checkPushTokens],
  ['email_open_tracking_disabled', checkBoolean],
  ['email_click_tracking_disabled', checkBoolean],
  ['_merge_objects', checkBoolean],
  ['_update_existing_only', checkBoolean],
  ['push_token_import', checkBoolean],
  [
    'gender',
    ({ report }, node) => {
      if (node.kind === 'null' || (node.kind === 'string' && GENDERS.has(node.value))) return;
      report('R20.gender', node);
    },
  ],
  [
    'dob',
    ({ report }, node) => {
      if (node.kind === 'null' || (node.kind === 'string' && isCalendarDay(node.value))) return;
      report('R20.dob', node);
    },
  ],
  [
    'email',
    ({ report }, node) => {
      if (node.kind === 'null' || (node.kind === 'string' && isEmailAddress(node.value))) return;
      report('R20.email', node);
    },
  ],
  [
    'current_location',
    ({ report }, node) => {
      const parts = ['longitude', 'latitude'].filter(
        (part) => node.kind !== 'object' || node.members.get(part)?.kind !== 'number',
      );
      if (parts.length > 0) report('R20.location', node, { parts: parts.join(', ') }, 'open');
    },
  ],
]);

/** R20: user attributes against their documented forms. */
export const attributes: Rule = (context) => {
  for (const recipient of context.recipients) {
    const node = recipient.members.get('attributes');
    if (node?.kind === 'object') checkAttributes(context, node);
  }
};

function checkAttributes(context: RuleContext, object: ObjectNode): void {
  for (const [field, node] of object.members) {
    if (PROFILE_FIELDS.has(field)) {
      if (!context.isOpen(node)) CHECKS.get(field)?.(context, node, field);
    } else if (IDENTIFIERS.has(field)) {
      context.report('R20.identifier_inside', node, { field }, 'key');
    } else {
      const expected = field.toLowerCase();
      if (PROFILE_FIELDS.has(expected)) {
        context.report('R20.letter_case', node, { field, expected }, 'key');
      }
      if (!context.isOpen(node)) checkCustomAttribute(context, node);
    }
  }
}
