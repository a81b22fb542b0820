import type { EndpointPath } from './endpoints';
import type { FieldSpec, ShapeName } from './field-spec';
import { ATTRIBUTE_FIELDS } from './fields-attributes';
import { AUDIENCE_FIELDS } from './fields-audience';
import { LOOKUP_FIELDS } from './fields-lookup';
import { MESSAGE_FIELDS } from './fields-messages';
import { SEND_FIELDS } from './fields-send';

/** Every documented field of every endpoint: what schema, completion and reference are made from. */
export const FIELDS = {
  ...SEND_FIELDS,
  ...AUDIENCE_FIELDS,
  ...ATTRIBUTE_FIELDS,
  ...MESSAGE_FIELDS,
  ...LOOKUP_FIELDS,
} as const;

/** Id of a field; one id may serve several endpoints. */
export type FieldId = keyof typeof FIELDS;

/** An object's fields. */
export interface ShapeSpec {
  readonly fields: readonly FieldId[];
  /** Names of the fields that must be there. */
  readonly required?: readonly string[];
  /** Whether fields beside these are meaningful (custom attributes) or reported by another rule. */
  readonly open?: true;
}

const SEND_COMMON = ['broadcast', 'audience'] as const satisfies readonly FieldId[];
const CAMPAIGN_SEND = [
  'campaign_id',
  'send_id',
  'trigger_properties',
  ...SEND_COMMON,
  'campaign.recipients',
  'attachments',
] as const satisfies readonly FieldId[];
const CANVAS_SEND = [
  'canvas_id',
  'context',
  'canvas_entry_properties',
  ...SEND_COMMON,
  'canvas.recipients',
] as const satisfies readonly FieldId[];
const MESSAGES_SEND = [
  ...SEND_COMMON,
  'external_user_ids',
  'user_aliases',
  'segment_id',
  'messages.campaign_id',
  'send_id',
  'recipient_subscription_state',
  'messages',
] as const satisfies readonly FieldId[];
const RECIPIENT = [
  'recipient.external_user_id',
  'recipient.user_alias',
  'recipient.email',
  'recipient.braze_id',
  'recipient.prioritization',
  'recipient.send_to_existing_only',
  'recipient.attributes',
] as const satisfies readonly FieldId[];
const LIST = [
  'lookup.page',
  'lookup.include_archived',
  'lookup.sort_direction',
  'lookup.last_edit',
] as const satisfies readonly FieldId[];
const PUSH = [
  'push.alert',
  'push.title',
  'push.extra',
  'message.app_id',
  'message.message_variation_id',
] as const satisfies readonly FieldId[];

/** Ids of the fields whose id starts with a prefix. */
function idsUnder(prefix: string): readonly FieldId[] {
  return (Object.keys(FIELDS) as FieldId[]).filter((id) => id.startsWith(prefix));
}

const CHANNELS = (Object.keys(MESSAGE_FIELDS) as FieldId[]).filter((id) =>
  id.startsWith('messages.'),
);

/** Which fields each object has. Message contents are open: the pages list more than is modelled. */
export const SHAPES: Readonly<Record<ShapeName, ShapeSpec>> = {
  campaignSend: { fields: CAMPAIGN_SEND, required: ['campaign_id'] },
  canvasSend: { fields: CANVAS_SEND, required: ['canvas_id'] },
  messagesSend: {
    fields: [...MESSAGES_SEND, 'override_frequency_capping'],
    required: ['messages'],
  },
  campaignScheduleCreate: {
    fields: [...CAMPAIGN_SEND, 'schedule'],
    required: ['campaign_id', 'schedule'],
  },
  canvasScheduleCreate: {
    fields: [...CANVAS_SEND, 'schedule'],
    required: ['canvas_id', 'schedule'],
  },
  messagesScheduleCreate: {
    fields: [...MESSAGES_SEND, 'override_messaging_limits', 'schedule'],
    required: ['messages', 'schedule'],
  },
  campaignScheduleUpdate: {
    fields: ['campaign_id', 'schedule_id', 'schedule'],
    required: ['campaign_id', 'schedule_id', 'schedule'],
  },
  canvasScheduleUpdate: {
    fields: ['canvas_id', 'schedule_id', 'schedule'],
    required: ['canvas_id', 'schedule_id', 'schedule'],
  },
  messagesScheduleUpdate: {
    fields: ['schedule_id', 'schedule', 'messages'],
    required: ['schedule_id'],
  },
  campaignScheduleDelete: {
    fields: ['campaign_id', 'schedule_id'],
    required: ['campaign_id', 'schedule_id'],
  },
  canvasScheduleDelete: {
    fields: ['canvas_id', 'schedule_id'],
    required: ['canvas_id', 'schedule_id'],
  },
  messagesScheduleDelete: { fields: ['schedule_id'], required: ['schedule_id'] },
  sendIdCreate: { fields: ['campaign_id', 'send_id'], required: ['campaign_id'] },
  campaignList: { fields: LIST },
  campaignDetails: {
    fields: [
      'lookup.campaign_id',
      'lookup.post_launch_draft_version',
      'lookup.include_has_translatable_content',
    ],
    required: ['campaign_id'],
  },
  canvasList: { fields: LIST },
  canvasDetails: { fields: ['lookup.canvas_id'], required: ['canvas_id'] },
  sendDataSeries: {
    fields: ['lookup.campaign_id', 'lookup.send_id', 'lookup.length', 'lookup.ending_at'],
    required: ['campaign_id', 'send_id', 'length'],
  },
  scheduledBroadcasts: { fields: ['lookup.end_time'], required: ['end_time'] },

  campaignRecipient: { fields: [...RECIPIENT, 'recipient.trigger_properties'] },
  canvasRecipient: {
    fields: [...RECIPIENT, 'recipient.context', 'recipient.canvas_entry_properties'],
  },
  userAlias: {
    fields: ['alias.alias_name', 'alias.alias_label'],
    required: ['alias_name', 'alias_label'],
  },
  attachment: { fields: idsUnder('attachment.'), required: ['file_name', 'url'] },
  schedule: { fields: idsUnder('schedule.'), required: ['time'] },
  audience: { fields: idsUnder('audience.'), open: true },
  customAttributeFilter: {
    fields: ['filter.custom_attribute_name', 'filter.custom.comparison', 'filter.custom.value'],
    required: ['custom_attribute_name', 'comparison'],
  },
  subscriptionFilter: {
    fields: ['filter.subscription.comparison', 'filter.subscription.value'],
    required: ['comparison', 'value'],
  },
  lastUsedAppFilter: {
    fields: ['filter.last_used.comparison', 'filter.last_used.value'],
    required: ['comparison', 'value'],
  },
  attributes: { fields: idsUnder('attributes.'), open: true },
  subscriptionGroup: {
    fields: idsUnder('group.'),
    required: ['subscription_group_id', 'subscription_state'],
  },
  pushToken: { fields: idsUnder('token.'), required: ['app_id', 'token'] },
  location: { fields: idsUnder('location.'), required: ['longitude', 'latitude'] },
  facebook: { fields: idsUnder('facebook.'), open: true },
  twitter: { fields: idsUnder('twitter.'), open: true },
  messages: { fields: CHANNELS, open: true },
  emailMessage: {
    fields: [
      ...idsUnder('email.'),
      'attachments',
      'message.app_id',
      'message.message_variation_id',
    ],
    open: true,
  },
  applePushMessage: { fields: [...PUSH, ...idsUnder('apple_push.')], open: true },
  androidPushMessage: { fields: [...PUSH, ...idsUnder('android_push.')], open: true },
  webPushMessage: { fields: PUSH, open: true },
  smsMessage: {
    fields: [
      'sms.body',
      'message.subscription_group_id',
      'message.app_id',
      'message.message_variation_id',
    ],
    open: true,
  },
  webhookMessage: {
    fields: [...idsUnder('webhook.'), 'message.app_id', 'message.message_variation_id'],
    open: true,
  },
  contentCardMessage: {
    fields: [...idsUnder('content_card.'), 'message.app_id', 'message.message_variation_id'],
    open: true,
  },
  whatsAppMessage: {
    fields: [
      ...idsUnder('whats_app.'),
      'message.subscription_group_id',
      'message.app_id',
      'message.message_variation_id',
    ],
    open: true,
  },
};

/** The shape of each endpoint's body, or of its query for a look-up. */
export const BODY_SHAPES: Readonly<Record<EndpointPath, ShapeName>> = {
  '/campaigns/trigger/send': 'campaignSend',
  '/canvas/trigger/send': 'canvasSend',
  '/messages/send': 'messagesSend',
  '/campaigns/trigger/schedule/create': 'campaignScheduleCreate',
  '/campaigns/trigger/schedule/update': 'campaignScheduleUpdate',
  '/campaigns/trigger/schedule/delete': 'campaignScheduleDelete',
  '/canvas/trigger/schedule/create': 'canvasScheduleCreate',
  '/canvas/trigger/schedule/update': 'canvasScheduleUpdate',
  '/canvas/trigger/schedule/delete': 'canvasScheduleDelete',
  '/messages/schedule/create': 'messagesScheduleCreate',
  '/messages/schedule/update': 'messagesScheduleUpdate',
  '/messages/schedule/delete': 'messagesScheduleDelete',
  '/sends/id/create': 'sendIdCreate',
  '/campaigns/list': 'campaignList',
  '/campaigns/details': 'campaignDetails',
  '/canvas/list': 'canvasList',
  '/canvas/details': 'canvasDetails',
  '/sends/data_series': 'sendDataSeries',
  '/messages/scheduled_broadcasts': 'scheduledBroadcasts',
};

/** What is documented about a field. */
export function fieldOf(id: FieldId): FieldSpec {
  return FIELDS[id];
}

/** The name a field has in a body. */
export function fieldName(id: FieldId): string {
  return fieldOf(id).name ?? id.slice(id.lastIndexOf('.') + 1);
}

const BY_NAME: ReadonlyMap<ShapeName, ReadonlyMap<string, FieldId>> = new Map(
  (Object.keys(SHAPES) as ShapeName[]).map((shape) => [
    shape,
    new Map(SHAPES[shape].fields.map((id) => [fieldName(id), id])),
  ]),
);

/** The fields of a shape by their names. */
export function fieldsByName(shape: ShapeName): ReadonlyMap<string, FieldId> {
  return BY_NAME.get(shape) ?? new Map<string, FieldId>();
}
