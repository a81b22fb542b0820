import type { Rule } from './rule-context';

const MAX_SEND_ID = 64;

/** R03: `send_id` is 1 to 64 ASCII characters. */
export const sendId: Rule = ({ body, report, isOpen, isUntyped }) => {
  const node = body.members.get('send_id');
  if (node === undefined || isUntyped(node)) return;
  if (node.kind !== 'string') {
    report('R03.not_text', node, { type: node.kind });
    return;
  }
  const { value } = node;
  if (value === '') report('R03.empty', node);
  for (const character of value) {
    if ((character.codePointAt(0) ?? 0) > 0x7f) {
      report('R03.not_ascii', node, { character });
      break;
    }
  }
  const length = [...value].length;
  if (length > MAX_SEND_ID && !isOpen(node)) {
    report('R03.too_long', node, { length, limit: MAX_SEND_ID });
  }
};
