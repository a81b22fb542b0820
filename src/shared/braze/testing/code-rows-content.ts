import {
  campaignBody,
  canvasBody,
  messagesBody,
  namedRecipients,
  scheduleBody,
  text,
  withAttachment,
  withAudience,
  withFilter,
  withRecipient,
} from './bodies';
import type { CodeRow } from './code-row';

const CANVAS = '/canvas/trigger/send';
const MESSAGES = '/messages/send';
const CREATE = '/campaigns/trigger/schedule/create';
const UPDATE = '/campaigns/trigger/schedule/update';
const SEND_ID = '/sends/id/create';
const first = '/recipients/0';
const inAttributes = '/recipients/0/attributes';
const filter = '/audience/custom_attribute';

/** Bodies with a finding about attachments, audiences, Canvases, messages and schedules. */
export const CONTENT_ROWS: readonly CodeRow[] = [
  ['R22.not_array', '/attachments', campaignBody({ attachments: {} })],
  ['R22.entry_not_object', '/attachments/0', campaignBody({ attachments: ['a'] })],
  ['R22.part_missing', '/attachments/0', withAttachment({ url: undefined })],
  ['R22.part_missing', '/attachments/0/file_name', withAttachment({ file_name: ' ' })],
  [
    'R22.credential',
    '/attachments/0/basic_auth_credential',
    withAttachment({ basic_auth_credential: {} }),
  ],
  ['R23.type', '/attachments/0/url', withAttachment({ url: 'https://x.example/a.EXE?b=c.pdf' })],
  ['R24.not_absolute', '/attachments/0/url', withAttachment({ url: '//x.example/a.pdf' })],
  ['R24.no_extension', '/attachments/0/url', withAttachment({ url: 'https://x.example/v1.2' })],
  [
    'R24.name_with_extension',
    '/attachments/0/file_name',
    withAttachment({ file_name: 'Invoice.PDF' }),
  ],
  [
    'R24.google_drive',
    '/attachments/0/url',
    withAttachment({ url: 'https://docs.google.com/a.pdf' }),
  ],
  [
    'R24.personal_data',
    '/attachments/0/url',
    withAttachment({ url: 'https://x.example/a.pdf?u=qa%40example.org' }),
  ],
  [
    'R24.secret',
    '/attachments/0/url',
    withAttachment({ url: 'https://x.example/a.pdf?access_token=abc' }),
  ],
  [
    'R24.secret',
    '/attachments/0/url',
    withAttachment({ url: 'https://user:pass@x.example/a.pdf' }),
  ],

  ['R25.segment_id', '/segment_id', campaignBody({ segment_id: 's' })],
  ['R25.segment_id', '/segment_id', canvasBody({ segment_id: 's' }), CANVAS],
  ['R25.api_key', '/api_key', campaignBody({ api_key: 'k' })],
  ['R25.context_for_campaign', `${first}/context`, withRecipient({ context: {} })],
  ['R25.schedule_on_send', '/schedule', scheduleBody({ time: '2031-01-01T00:00:00Z' })],
  ['R25.messages_field', '/external_user_ids', campaignBody({ external_user_ids: ['a'] })],
  ['R25.misspelled_field', '/Broadcast', campaignBody({ Broadcast: true })],
  ['R25.unknown_field', `${first}/colour`, withRecipient({ colour: 'red' })],
  ['R25.unknown_field', `${filter}/unit`, withFilter({ comparison: 'exists', unit: 'd' })],

  ['R26.not_object', '/audience', withAudience('all')],
  ['R26.not_object', '/audience/AND/0', withAudience({ AND: [1] })],
  ['R26.operator', '/audience/NOT', withAudience({ NOT: [] })],
  ['R26.operator_case', '/audience/or', withAudience({ or: [] })],
  ['R26.not_list', '/audience/OR', withAudience({ OR: {} })],
  ['R26.several_keys', '/audience', withAudience({ AND: [], OR: [] })],
  ['R26.empty_node', '/audience', withAudience({})],
  ['R26.filter_not_object', filter, withAudience({ custom_attribute: 'tier' })],
  ['R26.empty_list', '/audience/AND', withAudience({ AND: [] })],
  ['R27.comparison_missing', filter, withFilter({ value: 1 })],
  [
    'R27.comparison',
    `${filter}/comparison`,
    withFilter({ comparison: 'does_not_equal', value: 'x' }),
  ],
  [
    'R27.old_name',
    `${filter}/comparison`,
    withFilter({ comparison: 'does_not_equal', value: true }),
  ],
  ['R28.value_missing', filter, withFilter({ comparison: 'equals' })],
  ['R28.value_type', `${filter}/value`, withFilter({ comparison: 'greater_than', value: '2' })],
  ['R28.value_type', `${filter}/value/0`, withFilter({ comparison: 'is_any_of', value: [1] })],
  [
    'R28.date',
    `${filter}/value`,
    withFilter({ comparison: 'after', value: '2026-13-01T00:00:00Z' }),
  ],
  ['R28.date_only', `${filter}/value`, withFilter({ comparison: 'after', value: '2026-12-01' })],
  [
    'R28.subscription_value',
    '/audience/email_subscription_status/value',
    withAudience({ email_subscription_status: { comparison: 'is', value: 'all' } }),
  ],
  ['R28.value_unused', `${filter}/value`, withFilter({ comparison: 'exists', value: 1 })],
  ['R28.days', `${filter}/value`, withFilter({ comparison: 'less_than_x_days_ago', value: -1 })],
  ['R28.regex', `${filter}/value`, withFilter({ comparison: 'matches_regex', value: '(' })],
  [
    'R28.list_unconfirmed',
    `${filter}/value`,
    withFilter({ comparison: 'does_not_include_value', value: ['a'] }),
  ],
  ['R28.empty_list', `${filter}/value`, withFilter({ comparison: 'is_none_of', value: [] })],
  ['R29.kind', '/audience/segment', withAudience({ segment: {} })],
  ['R29.name_missing', filter, withAudience({ custom_attribute: { comparison: 'exists' } })],
  [
    'R29.name_dot',
    `${filter}/custom_attribute_name`,
    withFilter({ comparison: 'exists', custom_attribute_name: 'a.b' }),
  ],

  ['R30.canvas_missing', '', canvasBody({ canvas_id: undefined }), CANVAS],
  ['R30.canvas_empty', '/canvas_id', canvasBody({ canvas_id: '' }), CANVAS],
  ['R30.canvas_not_text', '/canvas_id', canvasBody({ canvas_id: 1 }), CANVAS],
  ['R30.canvas_form', '/canvas_id', canvasBody({ canvas_id: 'x' }), CANVAS],
  ['R30.context_not_object', '/context', canvasBody({ context: [] }), CANVAS],
  ['R30.context_empty_text', '/context', canvasBody({ context: '' }), CANVAS],
  ['R30.context_too_large', '/context', canvasBody({ context: text(51_190) }), CANVAS],
  ['R30.context_near_limit', '/context', canvasBody({ context: text(49_990) }), CANVAS],
  [
    'R30.context_merged',
    `${first}/context`,
    canvasBody({
      context: { b: 'y'.repeat(30_000) },
      recipients: [{ external_user_id: 'a', context: text(30_000) }],
    }),
    CANVAS,
  ],
  ['R30.old_name', '/canvas_entry_properties', canvasBody({ canvas_entry_properties: {} }), CANVAS],
  [
    'R30.both_names',
    '/canvas_entry_properties',
    canvasBody({ canvas_entry_properties: {}, context: {} }),
    CANVAS,
  ],
  ['R30.trigger_properties', '/trigger_properties', canvasBody({ trigger_properties: {} }), CANVAS],
  ['R30.attachments', '/attachments', canvasBody({ attachments: [] }), CANVAS],
  [
    'R30.subscription_groups',
    `${inAttributes}/subscription_groups`,
    canvasBody({
      recipients: [{ external_user_id: 'a', attributes: { subscription_groups: [] } }],
    }),
    CANVAS,
  ],
  ['R30.shared_rules', '', canvasBody({ recipients: [{}] }), CANVAS],

  ['R31.no_target', '', messagesBody({ external_user_ids: undefined, broadcast: true }), MESSAGES],
  ['R31.no_users', '', messagesBody({ external_user_ids: [], segment_id: 's' }), MESSAGES],
  ['R31.broadcast_with_users', '/broadcast', messagesBody({ broadcast: true }), MESSAGES],
  ['R31.ids_not_texts', '/external_user_ids/0', messagesBody({ external_user_ids: [1] }), MESSAGES],
  ['R31.aliases_not_list', '/user_aliases', messagesBody({ user_aliases: {} }), MESSAGES],
  ['R31.segment_not_text', '/segment_id', messagesBody({ segment_id: 1 }), MESSAGES],
  [
    'R31.too_many',
    '/external_user_ids',
    messagesBody({ external_user_ids: namedRecipients(51).map((r) => r.external_user_id) }),
    MESSAGES,
  ],
  ['R31.recipients', '/recipients', messagesBody({ recipients: [] }), MESSAGES],
  ['R32.messages_missing', '', messagesBody({ messages: undefined }), MESSAGES],
  ['R32.messages_not_object', '/messages', messagesBody({ messages: [] }), MESSAGES],
  ['R32.messages_empty', '/messages', messagesBody({ messages: {} }), MESSAGES],
  ['R32.channel', '/messages/fax', messagesBody({ messages: { fax: {} } }), MESSAGES],
  ['R32.channel_not_object', '/messages/sms', messagesBody({ messages: { sms: 'hi' } }), MESSAGES],
  ['R32.campaign_not_text', '/campaign_id', messagesBody({ campaign_id: 1 }), MESSAGES],
  ['R32.variation_missing', '/messages/email', messagesBody({ campaign_id: 'c' }), MESSAGES],
  [
    'R32.subscription_state',
    '/recipient_subscription_state',
    messagesBody({ recipient_subscription_state: 'unsubscribed' }),
    MESSAGES,
  ],
  [
    'R32.not_boolean',
    '/override_frequency_capping',
    messagesBody({ override_frequency_capping: 'true' }),
    MESSAGES,
  ],
  ['R32.part_missing', '/messages/sms', messagesBody({ messages: { sms: {} } }), MESSAGES],

  ['R33.schedule_missing', '', campaignBody(), CREATE],
  ['R33.not_object', '/schedule', scheduleBody('tomorrow'), CREATE],
  ['R33.time_missing', '/schedule', scheduleBody({}), CREATE],
  ['R33.time_form', '/schedule/time', scheduleBody({ time: '01/02/2031' }), CREATE],
  ['R33.date_only', '/schedule/time', scheduleBody({ time: '2031-01-01' }), CREATE],
  [
    'R33.flag',
    '/schedule/in_local_time',
    scheduleBody({ time: '2031-01-01T00:00:00Z', in_local_time: 'true' }),
    CREATE,
  ],
  [
    'R33.zone',
    '/schedule/time',
    scheduleBody({ time: '2031-01-01T00:00:00+0100', at_optimal_time: true }),
    CREATE,
  ],
  ['R33.past', '/schedule/time', scheduleBody({ time: '2020-01-01T00:00:00Z' }), CREATE],
  [
    'R34.target_missing',
    '',
    { schedule_id: 's', schedule: { time: '2031-01-01T00:00:00Z' } },
    UPDATE,
  ],
  ['R34.schedule_id_missing', '', { campaign_id: 'c' }, '/campaigns/trigger/schedule/delete'],
  [
    'R34.schedule_id_form',
    '/schedule_id',
    { canvas_id: 'c', schedule_id: 1 },
    '/canvas/trigger/schedule/delete',
  ],
  ['R34.schedule_missing', '', { campaign_id: 'c', schedule_id: 's' }, UPDATE],
  ['R35.campaign_missing', '', { send_id: 's' }, SEND_ID],
  ['R35.campaign_form', '/campaign_id', { campaign_id: '' }, SEND_ID],
];
