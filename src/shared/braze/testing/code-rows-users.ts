import {
  campaignBody,
  messagesBody,
  namedRecipients,
  withAttributes,
  withOnly,
  withRecipient,
} from './bodies';
import type { CodeRow } from './code-row';

const MESSAGES = '/messages/send';
const first = '/recipients/0';
const inAttributes = '/recipients/0/attributes';
const address = (prioritization: unknown) => withOnly({ email: 'qa@example.org', prioritization });

/** Bodies with a finding about recipients and attributes. */
export const USERS_ROWS: readonly CodeRow[] = [
  ['R12.not_array', '/recipients', campaignBody({ recipients: { external_user_id: 'a' } })],
  ['R12.entry_not_object', first, withOnly('qa-1')],
  ['R12.too_many', '/recipients', campaignBody({ recipients: namedRecipients(51) })],
  ['R13.none', first, withOnly({})],
  ['R13.none', first, withOnly({ external_user_id: null })],
  ['R13.phone_only', first, withOnly({ phone: '+15550100' })],
  ['R13.several', first, withRecipient({ braze_id: 'b' })],
  ['R13.null_beside', `${first}/braze_id`, withRecipient({ braze_id: null })],
  ['R14.external_empty', `${first}/external_user_id`, withOnly({ external_user_id: '' })],
  ['R14.external_not_text', `${first}/external_user_id`, withOnly({ external_user_id: true })],
  ['R14.external_number', `${first}/external_user_id`, withOnly({ external_user_id: 7 })],
  [
    'R14.external_long',
    `${first}/external_user_id`,
    withOnly({ external_user_id: 'x'.repeat(988) }),
  ],
  [
    'R14.control_character',
    `${first}/external_user_id`,
    withOnly({ external_user_id: 'a\u0000b' }),
  ],
  ['R14.surrounding_space', `${first}/external_user_id`, withOnly({ external_user_id: ' a' })],
  [
    'R14.email_form',
    `${first}/email`,
    withOnly({ email: 'nobody', prioritization: ['identified'] }),
  ],
  ['R14.braze_id_form', `${first}/braze_id`, withOnly({ braze_id: 5 })],
  ['R15.not_object', `${first}/user_alias`, withOnly({ user_alias: 'a' })],
  ['R15.part_missing', `${first}/user_alias`, withOnly({ user_alias: { alias_name: 'a' } })],
  [
    'R15.part_empty',
    `${first}/user_alias/alias_name`,
    withOnly({ user_alias: { alias_name: '', alias_label: 'l' } }),
  ],
  [
    'R15.part_not_text',
    `${first}/user_alias/alias_name`,
    withOnly({ user_alias: { alias_name: 1, alias_label: 'l' } }),
  ],
  [
    'R15.part_long',
    `${first}/user_alias/alias_label`,
    withOnly({ user_alias: { alias_name: 'a', alias_label: '語'.repeat(79) } }),
  ],
  ['R16.no_prioritization', first, withOnly({ email: 'qa@example.org' })],
  ['R16.no_prioritization', `${first}/prioritization`, address([])],
  [
    'R16.without_email',
    `${first}/prioritization`,
    withRecipient({ prioritization: ['most_recently_updated'] }),
  ],
  ['R17.not_array', `${first}/prioritization`, address('identified')],
  ['R17.unknown_value', `${first}/prioritization/0`, address(['newest', 'most_recently_updated'])],
  [
    'R17.letter_case',
    `${first}/prioritization/0`,
    address(['Identified', 'most_recently_updated']),
  ],
  [
    'R17.both_identified',
    `${first}/prioritization`,
    address(['identified', 'unidentified', 'most_recently_updated']),
  ],
  ['R17.tie', `${first}/prioritization`, address(['unidentified'])],
  [
    'R17.both_recency',
    `${first}/prioritization`,
    address(['most_recently_updated', 'least_recently_updated']),
  ],
  [
    'R17.repeat',
    `${first}/prioritization/1`,
    address(['most_recently_updated', 'most_recently_updated']),
  ],
  ['R18.attributes_missing', first, withRecipient({ send_to_existing_only: false })],
  [
    'R18.attributes_missing',
    inAttributes,
    withRecipient({ send_to_existing_only: false, attributes: null }),
  ],
  [
    'R18.attributes_empty',
    inAttributes,
    withRecipient({ send_to_existing_only: false, attributes: {} }),
  ],
  ['R18.attributes_not_object', inAttributes, withRecipient({ attributes: [] })],
  [
    'R18.not_boolean',
    `${first}/send_to_existing_only`,
    withRecipient({ send_to_existing_only: 'true' }),
  ],
  [
    'R19.false_with_alias',
    `${first}/send_to_existing_only`,
    withOnly({
      user_alias: { alias_name: 'a', alias_label: 'l' },
      send_to_existing_only: false,
      attributes: { a: 1 },
    }),
  ],
  [
    'R19.true_with_alias',
    `${first}/send_to_existing_only`,
    withOnly({ user_alias: { alias_name: 'a', alias_label: 'l' }, send_to_existing_only: true }),
  ],

  ['R20.inc', `${inAttributes}/n/inc`, withAttributes({ n: { inc: 1.5 } })],
  [
    'R20.list_operator',
    `${inAttributes}/n/remove`,
    withAttributes({ n: { add: ['a'], remove: 'b' } }),
  ],
  ['R20.object_operator', `${inAttributes}/n/$add`, withAttributes({ n: { $add: { a: 1 } } })],
  [
    'R20.update_parts',
    `${inAttributes}/n/$update/0`,
    withAttributes({ n: { $update: [{ $identifier_key: 'id', $identifier_value: 1 }] } }),
  ],
  [
    'R20.update_parts',
    `${inAttributes}/n/$remove/0`,
    withAttributes({ n: { $remove: [{ $identifier_key: 'id' }] } }),
  ],
  ['R20.time', `${inAttributes}/n/a/$time`, withAttributes({ n: { a: { $time: null } } })],
  [
    'R20.subscription_groups',
    `${inAttributes}/subscription_groups`,
    withAttributes({ subscription_groups: {} }),
  ],
  [
    'R20.subscription_entry',
    `${inAttributes}/subscription_groups/0`,
    withAttributes({ subscription_groups: ['a'] }),
  ],
  [
    'R20.subscription_id',
    `${inAttributes}/subscription_groups/0`,
    withAttributes({ subscription_groups: [{ subscription_state: 'subscribed' }] }),
  ],
  [
    'R20.subscription_state',
    `${inAttributes}/subscription_groups/0/subscription_state`,
    withAttributes({
      subscription_groups: [{ subscription_group_id: 'g', subscription_state: 'opted_in' }],
    }),
  ],
  [
    'R20.double_opt_in',
    `${inAttributes}/subscription_groups/0/use_double_opt_in_logic`,
    withAttributes({
      subscription_groups: [
        {
          subscription_group_id: 'g',
          subscription_state: 'unsubscribed',
          use_double_opt_in_logic: true,
        },
      ],
    }),
  ],
  [
    'R20.subscribe_value',
    `${inAttributes}/push_subscribe`,
    withAttributes({ push_subscribe: true }),
  ],
  [
    'R20.location',
    `${inAttributes}/current_location`,
    withAttributes({ current_location: { longitude: 4 } }),
  ],
  ['R20.push_tokens', `${inAttributes}/push_tokens`, withAttributes({ push_tokens: 'x' })],
  [
    'R20.push_token_part',
    `${inAttributes}/push_tokens/0`,
    withAttributes({ push_tokens: [{ app_id: 'a' }] }),
  ],
  [
    'R20.device_id',
    `${inAttributes}/push_tokens/0/device_id`,
    withAttributes({ push_tokens: [{ app_id: 'a', token: 't', device_id: '1234567' }] }),
  ],
  ['R20.gender', `${inAttributes}/gender`, withAttributes({ gender: 'm' })],
  ['R20.dob', `${inAttributes}/dob`, withAttributes({ dob: '2001-02-29' })],
  ['R20.email', `${inAttributes}/email`, withAttributes({ email: 'nobody' })],
  ['R20.not_boolean', `${inAttributes}/_merge_objects`, withAttributes({ _merge_objects: 1 })],
  ['R20.identifier_inside', `${inAttributes}/external_id`, withAttributes({ external_id: 'a' })],
  ['R20.letter_case', `${inAttributes}/Email`, withAttributes({ Email: 'qa@example.org' })],
  [
    'R20.long_array',
    `${inAttributes}/n`,
    withAttributes({ n: Array.from({ length: 501 }, () => 1) }),
  ],
  ['R20.nested_key', `${inAttributes}/n/a.b`, withAttributes({ n: { 'a.b': 1 } })],
  [
    'R21.same_user',
    '/recipients/1',
    campaignBody({ recipients: [{ external_user_id: 'a' }, { external_user_id: 'a' }] }),
  ],
  [
    'R21.same_user',
    '/external_user_ids/1',
    messagesBody({ external_user_ids: ['a', 'a'] }),
    MESSAGES,
  ],
  [
    'R21.same_address',
    '/recipients/1',
    campaignBody({
      recipients: ['qa@example.org', 'QA@example.org'].map((email) => ({
        email,
        prioritization: ['most_recently_updated'],
      })),
    }),
  ],
];
