import type { FieldSpec } from './field-spec';

/** The four rules that pick one profile among several with the same address (R17). */
export const PRIORITIZATION_VALUES = [
  'identified',
  'unidentified',
  'most_recently_updated',
  'least_recently_updated',
] as const;

/** Channels of `/messages/send` (R32). */
export const MESSAGE_CHANNELS = [
  'android_push',
  'apple_push',
  'content_card',
  'email',
  'kindle_push',
  'web_push',
  'webhook',
  'whats_app',
  'sms',
] as const;

/** Fields of send, schedule and send-id bodies, by id. */
export const SEND_FIELDS = {
  campaign_id: { types: ['string'] },
  canvas_id: { types: ['string'] },
  send_id: { types: ['string'], maxLength: 64 },
  trigger_properties: { types: ['object'] },
  context: { types: ['object'] },
  canvas_entry_properties: { types: ['object'], deprecated: true },
  broadcast: { types: ['boolean'] },
  audience: { types: ['object'], shape: 'audience' },
  'campaign.recipients': {
    name: 'recipients',
    types: ['array'],
    maxItems: 50,
    shape: 'campaignRecipient',
  },
  'canvas.recipients': {
    name: 'recipients',
    types: ['array'],
    maxItems: 50,
    shape: 'canvasRecipient',
  },
  attachments: { types: ['array'], shape: 'attachment' },
  schedule: { types: ['object'], shape: 'schedule' },
  schedule_id: { types: ['string'] },

  'recipient.external_user_id': { types: ['string'] },
  'recipient.user_alias': { types: ['object'], shape: 'userAlias' },
  'recipient.email': { types: ['string'], format: 'email' },
  'recipient.braze_id': { types: ['string'] },
  'recipient.prioritization': {
    types: ['array'],
    itemType: 'string',
    values: PRIORITIZATION_VALUES,
  },
  'recipient.trigger_properties': { types: ['object'] },
  'recipient.context': { types: ['object'] },
  'recipient.canvas_entry_properties': { types: ['object'], deprecated: true },
  'recipient.send_to_existing_only': { types: ['boolean'] },
  'recipient.attributes': { types: ['object'], shape: 'attributes' },

  'alias.alias_name': { types: ['string'] },
  'alias.alias_label': { types: ['string'] },

  'attachment.file_name': { types: ['string'] },
  'attachment.url': { types: ['string'], format: 'uri' },
  'attachment.basic_auth_credential': { types: ['string'] },

  'schedule.time': { types: ['string'], format: 'date-time' },
  'schedule.in_local_time': { types: ['boolean'] },
  'schedule.at_optimal_time': { types: ['boolean'] },

  external_user_ids: { types: ['array'], itemType: 'string', maxItems: 50 },
  user_aliases: { types: ['array'], maxItems: 50, shape: 'userAlias' },
  segment_id: { types: ['string'] },
  'messages.campaign_id': { name: 'campaign_id', types: ['string'] },
  override_frequency_capping: { types: ['boolean'] },
  override_messaging_limits: { types: ['boolean'] },
  recipient_subscription_state: {
    types: ['string'],
    values: ['opted_in', 'subscribed', 'all'],
  },
  messages: { types: ['object'], shape: 'messages' },
} as const satisfies Readonly<Record<string, FieldSpec>>;
