import type { JsonNode } from '../json-node';
import type { Rule, RuleContext } from './rule-context';

/** Shape of the vendor's ids. Version and variant digits are arbitrary, so they are not checked. */
const ID_SHAPE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text has the shape 8-4-4-4-12 hex digits. */
export function hasIdShape(text: string): boolean {
  return ID_SHAPE.test(text);
}

/** R01: campaigns need a `campaign_id` that is a non-empty text. R02: it should look like one. */
export const campaignId: Rule = (context) => {
  const { body, endpoint, report } = context;
  const node = body.members.get('campaign_id');
  if (endpoint.family !== 'sends') {
    if (node === undefined) report('R01.missing', body, {}, 'open');
    else if (node.kind === 'null') report('R01.missing', node);
    else if (context.isUntyped(node)) return;
    else if (node.kind !== 'string') report('R01.not_text', node, { type: node.kind });
    else if (node.value === '') report('R01.empty', node);
  }
  if (node !== undefined) checkShape(context, node);
};

function checkShape({ report, isOpen }: RuleContext, node: JsonNode): void {
  if (node.kind !== 'string' || node.value === '' || isOpen(node) || hasIdShape(node.value)) return;
  const trimmed = node.value.trim();
  if (trimmed !== node.value) report('R02.white_space', node);
  else if (/^[0-9a-f]{24}$/i.test(trimmed)) report('R02.dashboard_id', node);
  else report('R02.form', node, { value: node.value });
}
