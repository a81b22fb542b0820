import { MESSAGE_CHANNELS, SEND_FIELDS } from '../fields-send';
import type { JsonNode, ObjectNode } from '../json-node';
import { isAbsent, type Rule, type RuleContext } from './rule-context';

const CHANNELS: ReadonlySet<string> = new Set(MESSAGE_CHANNELS);
const STATES: ReadonlySet<string> = new Set(SEND_FIELDS.recipient_subscription_state.values);

/** Documented parts of each message; of a list one is enough. */
const PARTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  email: [['app_id'], ['from'], ['body', 'email_template_id']],
  apple_push: [['alert', 'content-available']],
  android_push: [['alert'], ['title']],
  kindle_push: [['alert'], ['title']],
  web_push: [['alert'], ['title']],
  sms: [['subscription_group_id'], ['body'], ['app_id']],
  webhook: [['url'], ['request_method']],
  content_card: [['type']],
  whats_app: [['app_id'], ['subscription_group_id'], ['message_type'], ['message']],
};

/** R32: what a `/messages/send` call says, and the flags beside it. */
export const messagesContent: Rule = (context) => {
  const { body, report, isOpen, isUntyped } = context;
  for (const field of ['override_frequency_capping', 'override_messaging_limits']) {
    const node = body.members.get(field);
    if (node !== undefined && node.kind !== 'boolean' && !isUntyped(node)) {
      report('R32.not_boolean', node, { field, type: node.kind });
    }
  }
  const state = body.members.get('recipient_subscription_state');
  if (state !== undefined && !isOpen(state)) {
    if (state.kind !== 'string' || !STATES.has(state.value)) {
      const value = state.kind === 'string' ? state.value : state.kind;
      report('R32.subscription_state', state, { value });
    }
  }
  const campaign = body.members.get('campaign_id');
  if (campaign !== undefined && campaign.kind !== 'null' && campaign.kind !== 'string') {
    report('R32.campaign_not_text', campaign, { type: campaign.kind });
  }
  checkMessages(context, body.members.get('messages'), !isAbsent(campaign));
};

function checkMessages(
  context: RuleContext,
  node: JsonNode | undefined,
  needsVariation: boolean,
): void {
  const { body, report } = context;
  if (isAbsent(node)) report('R32.messages_missing', node ?? body, {}, 'open');
  else if (node === undefined || context.isUntyped(node)) return;
  else if (node.kind !== 'object') report('R32.messages_not_object', node, { type: node.kind });
  else if (node.members.size === 0) report('R32.messages_empty', node);
  else {
    for (const [channel, message] of node.members) {
      if (!CHANNELS.has(channel)) report('R32.channel', message, { channel }, 'key');
      else if (message.kind === 'object') {
        checkMessage(context, channel, message, needsVariation);
      } else if (!context.isUntyped(message)) {
        report('R32.channel_not_object', message, { channel, type: message.kind });
      }
    }
  }
}

function checkMessage(
  { report }: RuleContext,
  channel: string,
  message: ObjectNode,
  needsVariation: boolean,
): void {
  if (needsVariation) {
    const variation = message.members.get('message_variation_id');
    if (variation?.kind !== 'string' || variation.value === '') {
      report('R32.variation_missing', variation ?? message, { channel }, 'open');
    }
  }
  for (const choices of PARTS[channel] ?? []) {
    if (choices.some((part) => !isAbsent(message.members.get(part)))) continue;
    report('R32.part_missing', message, { channel, part: choices.join(' / ') }, 'open');
  }
}
