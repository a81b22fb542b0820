import { utf8Length } from '../json-size';
import type { JsonNode, ObjectNode } from '../json-node';
import { isEmailAddress } from './email-address';
import type { Rule, RuleContext } from './rule-context';

/** The four fields that can name a user (R13). */
export const IDENTIFIERS = ['external_user_id', 'user_alias', 'email', 'braze_id'] as const;

const MAX_EXTERNAL_ID_BYTES = 987;
/** Control characters (`Cc`) and the two Unicode line separators. */
const CONTROL = /[\0-\x1f\x7f-\x9f\u2028\u2029]/;

/** R13: exactly one identifier per recipient. R14: each in its own form. */
export const identifiers: Rule = (context) => {
  for (const recipient of context.recipients) {
    checkCount(context, recipient);
    checkExternalId(context, recipient.members.get('external_user_id'));
    checkEmail(context, recipient.members.get('email'));
    checkBrazeId(context, recipient.members.get('braze_id'));
  }
};

function checkCount({ report }: RuleContext, recipient: ObjectNode): void {
  const present: string[] = [];
  let empty: JsonNode | undefined;
  for (const name of IDENTIFIERS) {
    const node = recipient.members.get(name);
    if (node === undefined) continue;
    if (node.kind === 'null') empty ??= node;
    else present.push(name);
  }
  if (present.length > 1) {
    report('R13.several', recipient, { fields: present.join(', ') }, 'open');
  } else if (present.length === 0) {
    const phone = recipient.members.get('phone');
    if (phone === undefined) report('R13.none', recipient, {}, 'open');
    else report('R13.phone_only', recipient, {}, 'open');
  } else if (empty !== undefined) {
    report('R13.null_beside', empty, { field: String(empty.key) });
  }
}

/** R14: `external_user_id` is a text of at most 987 bytes; a number was once accepted. */
export function checkExternalId(context: RuleContext, node: JsonNode | undefined): void {
  const { report } = context;
  if (node === undefined || node.kind === 'null' || context.isUntyped(node)) return;
  if (node.kind === 'number') report('R14.external_number', node, { value: node.text });
  else if (node.kind !== 'string') report('R14.external_not_text', node, { type: node.kind });
  else if (node.value === '') report('R14.external_empty', node);
  else {
    const bytes = utf8Length(node.value);
    if (bytes > MAX_EXTERNAL_ID_BYTES) {
      report('R14.external_long', node, { bytes, limit: MAX_EXTERNAL_ID_BYTES });
    }
    checkCharacters(context, node, node.value);
  }
}

function checkCharacters({ report }: RuleContext, node: JsonNode, value: string): void {
  if (CONTROL.test(value)) report('R14.control_character', node, { field: String(node.key) });
  else if (value.trim() !== value) report('R14.surrounding_space', node);
}

function checkEmail({ report, isOpen }: RuleContext, node: JsonNode | undefined): void {
  if (node === undefined || node.kind === 'null' || isOpen(node)) return;
  if (node.kind !== 'string') report('R14.email_form', node, { value: node.kind });
  else if (!isEmailAddress(node.value)) report('R14.email_form', node, { value: node.value });
}

function checkBrazeId(context: RuleContext, node: JsonNode | undefined): void {
  if (node === undefined || node.kind === 'null' || context.isOpen(node)) return;
  if (node.kind !== 'string' || node.value === '') context.report('R14.braze_id_form', node);
  else checkCharacters(context, node, node.value);
}
