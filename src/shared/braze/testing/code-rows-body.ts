import {
  campaignBody,
  canvasBody,
  messagesBody,
  text,
  withAttachment,
  withAudience,
  withRecipient,
} from './bodies';
import type { CodeRow } from './code-row';

const CANVAS = '/canvas/trigger/send';
const MESSAGES = '/messages/send';
const first = '/recipients/0';

/** Bodies with a finding about the body, its target and its properties. */
export const BODY_ROWS: readonly CodeRow[] = [
  ['JSON.not_object', '', []],
  ['JSON.body_size', '', campaignBody({ trigger_properties: text(4_200_000) })],
  ['JSON.body_size_near', '', campaignBody({ trigger_properties: text(4_050_000) })],

  ['R01.missing', '', campaignBody({ campaign_id: undefined })],
  ['R01.missing', '/campaign_id', campaignBody({ campaign_id: null })],
  ['R01.empty', '/campaign_id', campaignBody({ campaign_id: '' })],
  ['R01.not_text', '/campaign_id', campaignBody({ campaign_id: 7 })],
  ['R02.dashboard_id', '/campaign_id', campaignBody({ campaign_id: '7b0e19d4c2a85f3361de4098' })],
  ['R02.white_space', '/campaign_id', campaignBody({ campaign_id: ' x ' })],
  ['R02.form', '/campaign_id', campaignBody({ campaign_id: 'YOUR_ID' })],
  ['R03.not_text', '/send_id', campaignBody({ send_id: null })],
  ['R03.empty', '/send_id', campaignBody({ send_id: '' })],
  ['R03.not_ascii', '/send_id', campaignBody({ send_id: 'é' })],
  ['R03.too_long', '/send_id', campaignBody({ send_id: 's'.repeat(65) })],
  ['R04.not_object', '/trigger_properties', campaignBody({ trigger_properties: [] })],
  ['R04.not_object', `${first}/trigger_properties`, withRecipient({ trigger_properties: null })],
  ['R04.empty_text', `${first}/trigger_properties`, withRecipient({ trigger_properties: '' })],
  ['R05.too_large', '/trigger_properties', campaignBody({ trigger_properties: text(51_190) })],
  ['R05.near_limit', '/trigger_properties', campaignBody({ trigger_properties: text(49_990) })],
  [
    'R05.merged',
    `${first}/trigger_properties`,
    {
      ...withRecipient({ trigger_properties: text(30_000) }),
      trigger_properties: { b: 'y'.repeat(30_000) },
    },
  ],
  [
    'R06.null',
    '/trigger_properties/a/1/b',
    campaignBody({ trigger_properties: { a: [1, { b: null }] } }),
  ],
  ['R06.null_in_context', '/context/a', canvasBody({ context: { a: null } }), CANVAS],
  [
    'R06.braces',
    '/trigger_properties/b',
    campaignBody({ trigger_properties: { b: 'Hi {{{api_trigger_properties.${name}}}}' } }),
  ],
  ['R06.braces', '/trigger_properties/a', campaignBody({ trigger_properties: { a: '{{{x}}}' } })],
  ['R07.not_boolean', '/broadcast', campaignBody({ broadcast: 'true' })],
  ['R07.not_boolean', '/broadcast', campaignBody({ broadcast: 'false' })],
  ['R07.not_boolean', '/broadcast', messagesBody({ broadcast: 1 }), MESSAGES],
  ['R08.with_recipients', '/recipients', campaignBody({ broadcast: true })],
  ['R08.with_empty_list', '/recipients', campaignBody({ broadcast: true, recipients: [] })],
  ['R09.no_target', '', campaignBody({ recipients: [] })],
  ['R10.audience_alone', '/audience', { ...withAudience({ AND: [] }), recipients: undefined }],
  [
    'R11.attachments',
    '/attachments',
    { ...withAttachment({}), broadcast: true, recipients: undefined },
  ],
];
