import type { ContentTexts } from '../message-texts';

/** English: attachments, audiences, Canvases, messages and schedules. */
export const contentTexts: ContentTexts = {
  'R22.not_array': 'attachments is {type}, but it must be a list of objects. Put it in [ ].',
  'R22.entry_not_object': 'An attachment is {type}, but it must be an object.',
  'R22.part_missing': 'The attachment lacks {part}. Both file_name and url are required as text.',
  'R22.credential':
    'basic_auth_credential is {type}, but it must be the name of a stored credential.',
  'R23.type': 'Files of type .{extension} cannot be attached. Use one of the allowed types.',
  'R24.not_absolute': 'url must be a complete address that starts with https:// or http://.',
  'R24.no_extension':
    'The address has no file extension, from which the type is taken. Use an address that ends with one.',
  'R24.name_with_extension':
    'file_name includes .{extension}, which is added from the url. Leave it out.',
  'R24.google_drive':
    'Files on Google Drive are often refused to the server that fetches them. Use another host.',
  'R24.personal_data':
    'The address seems to hold personal data ({parameter}). Addresses end up in logs; leave it out.',
  'R24.secret':
    'The address seems to hold a secret ({parameter}). Use basic_auth_credential or a public file.',

  'R26.not_object': 'This part of the audience is {type}, but it must be an object.',
  'R26.operator': '“{found}” is no operator. Only AND and OR exist.',
  'R26.operator_case': 'The operator “{found}” must be upper case: {expected}.',
  'R26.not_list': '{operator} takes a list of filters; found: {type}. Put it in [ ].',
  'R26.several_keys':
    'This part of the audience has {count} keys; one is meant. Join the filters with AND or OR.',
  'R26.empty_node': 'This part of the audience is empty. Add a filter or remove it.',
  'R26.filter_not_object': 'The filter {filter} is {type}, but it must be an object.',
  'R26.empty_list': '{operator} has an empty list. Add a filter or remove the operator.',
  'R27.comparison_missing': 'The filter {filter} lacks comparison. Add one.',
  'R27.comparison': '“{comparison}” is no comparison of {filter}. Choose one that it offers.',
  'R27.old_name': 'does_not_equal is an old name for booleans. Write not_equal.',
  'R28.value_missing': '{comparison} needs a value. Add it.',
  'R28.value_type': '{comparison} takes: {expected}. Found: {type}.',
  'R28.date': '“{value}” is no date and time in ISO 8601, such as 2026-01-31T09:00:00Z.',
  'R28.date_only': '“{value}” has no time. Write it in full, such as 2026-01-31T09:00:00Z.',
  'R28.subscription_value':
    '“{value}” is no subscription state. Use opted_in, subscribed or unsubscribed.',
  'R28.value_unused': '{comparison} takes no value. Remove it.',
  'R28.days': '{comparison} counts days; {value} is not a whole number from 0 on.',
  'R28.regex': 'The regular expression does not compile. Check brackets and escapes.',
  'R28.list_unconfirmed': '{comparison} is documented with one value. Use is_none_of for a list.',
  'R28.empty_list': '{comparison} has an empty list. Add values.',
  'R29.kind':
    '“{filter}” is no filter of a connected audience. There are four: custom_attribute, push_subscription_status, email_subscription_status, last_used_app.',
  'R29.name_missing': 'The filter lacks custom_attribute_name in text form. Add it.',
  'R29.name_dot': '“{name}” has a dot. Nested attributes cannot be filtered here; check the name.',

  'R30.canvas_missing': 'canvas_id is missing. It is required: add the id of the Canvas.',
  'R30.canvas_empty': 'canvas_id is empty. Enter the id of the API-triggered Canvas.',
  'R30.canvas_not_text': 'canvas_id is {type}, but it must be text. Put the id in quotes.',
  'R30.canvas_form':
    'canvas_id does not look like a Canvas API identifier (8-4-4-4-12 hex digits). Check the id.',
  'R30.context_not_object': '{field} is {type}, but it must be an object of names and values.',
  'R30.context_empty_text': 'The context is an empty text, but it should be an object. Use { }.',
  'R30.context_too_large':
    'The context has {bytes} bytes; 50 KB (at most {limit}) are allowed. Send less data.',
  'R30.context_near_limit':
    'The context has {bytes} bytes; the limit of 50 KB may mean {limit}. Send less data.',
  'R30.context_merged':
    'Together with the context of the request this recipient has {bytes} bytes; the limit of 50 KB may hold for both ({limit}).',
  'R30.old_name': 'canvas_entry_properties is the former name. Write context.',
  'R30.both_names':
    'context and canvas_entry_properties are both given; which one counts is open. Keep context.',
  'R30.trigger_properties': 'trigger_properties has no effect in a Canvas. Use context.',
  'R30.attachments': 'Attachments are only documented for campaigns. Remove them.',
  'R30.subscription_groups':
    'By default a Canvas trigger does not update subscription groups. Update them with another call.',
  'R30.shared_rules': 'Canvases follow the same rules as campaigns here. Broken: {rules}.',

  'R31.no_target':
    'There is no target. Add external_user_ids, user_aliases, segment_id or audience.',
  'R31.no_users':
    'No user is named and broadcast is not true. Name users, or set broadcast to true to reach the whole target.',
  'R31.broadcast_with_users':
    'broadcast is true and users are named: the two exclude each other. Remove one of them.',
  'R31.ids_not_texts': 'external_user_ids must be a list of texts; found: {type}.',
  'R31.aliases_not_list': 'user_aliases is {type}, but it must be a list of objects.',
  'R31.segment_not_text': 'segment_id is {type}, but it must be text.',
  'R31.too_many':
    '{count} ids and aliases are named; one call takes {limit} together. Split them into several calls.',
  'R31.recipients':
    'recipients belongs to the trigger endpoints. Use external_user_ids or user_aliases here.',
  'R32.messages_missing': 'messages is missing: there is nothing to send. Add a channel.',
  'R32.messages_not_object': 'messages is {type}, but it must be an object with channels.',
  'R32.messages_empty': 'messages is empty: there is nothing to send. Add a channel.',
  'R32.channel': '“{channel}” is no channel. Use one such as email, apple_push or android_push.',
  'R32.channel_not_object': 'The {channel} message is {type}, but it must be an object.',
  'R32.campaign_not_text': 'campaign_id is {type}, but it must be text.',
  'R32.variation_missing':
    'With campaign_id every message needs a message_variation_id. Add it to {channel}.',
  'R32.subscription_state':
    '“{value}” is no recipient_subscription_state. Use opted_in, subscribed or all.',
  'R32.not_boolean': '{field} is {type}, but it must be true or false without quotes.',
  'R32.part_missing':
    'The {channel} message is documented with {part}. Check whether it is needed.',

  'R33.schedule_missing': 'schedule is missing. Add it with a time.',
  'R33.not_object': 'schedule is {type}, but it must be an object with a time.',
  'R33.time_missing': 'schedule lacks time. Add it, such as 2031-01-31T09:00:00Z.',
  'R33.time_form': '“{value}” is no date and time in ISO 8601, such as 2031-01-31T09:00:00Z.',
  'R33.date_only': 'The time names only a day. Write it in full, such as 2031-01-31T09:00:00Z.',
  'R33.flag': '{field} is {type}, but it must be true or false without quotes.',
  'R33.zone':
    'With in_local_time or at_optimal_time the time is local, so a zone is not expected. Remove Z or the offset.',
  'R33.past': 'The time has already passed. Choose a later one.',
  'R34.target_missing': '{field} is missing. It is required to change a schedule.',
  'R34.schedule_id_missing': 'schedule_id is missing. Add the id that schedule/create answered.',
  'R34.schedule_id_form': 'schedule_id must be a text that is not empty.',
  'R34.schedule_missing': 'schedule is missing. The new schedule replaces the old one; add it.',
  'R35.campaign_missing': 'campaign_id is missing. A send id is made for one campaign; add its id.',
  'R35.campaign_form': 'campaign_id must be a text that is not empty.',
};
