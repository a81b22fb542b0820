import { utf8Length } from '../json-size';
import type { JsonNode, ObjectNode } from '../json-node';
import type { RuleContext } from './rule-context';

const MIN_DEVICE_ID_BYTES = 8;
const MAX_DEVICE_ID_BYTES = 255;

/** R20: `push_tokens` is a list of `{app_id, token, device_id?}`. */
export function checkPushTokens(context: RuleContext, node: JsonNode): void {
  if (node.kind !== 'array') {
    context.report('R20.push_tokens', node, { type: node.kind });
    return;
  }
  for (const token of node.items) {
    if (token.kind === 'object') checkToken(context, token);
    else context.report('R20.push_tokens', token, { type: token.kind });
  }
}

function checkToken({ report, isOpen }: RuleContext, token: ObjectNode): void {
  for (const part of ['app_id', 'token']) {
    const node = token.members.get(part);
    if (node === undefined) report('R20.push_token_part', token, { part }, 'open');
    else if (node.kind !== 'string' || node.value === '') {
      report('R20.push_token_part', node, { part });
    }
  }
  const device = token.members.get('device_id');
  if (device === undefined || isOpen(device)) return;
  const bytes = device.kind === 'string' ? utf8Length(device.value) : 0;
  if (bytes < MIN_DEVICE_ID_BYTES || bytes > MAX_DEVICE_ID_BYTES) {
    report('R20.device_id', device, {
      bytes,
      least: MIN_DEVICE_ID_BYTES,
      limit: MAX_DEVICE_ID_BYTES,
    });
  }
}
