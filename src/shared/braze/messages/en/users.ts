import type { UserTexts } from '../message-texts';

/** English: recipients and their attributes. */
export const userTexts: UserTexts = {
  'R12.not_array': 'recipients is {type}, but it must be a list of objects. Put it in [ ].',
  'R12.entry_not_object': 'A recipient is {type}, but it must be an object with an identifier.',
  'R12.too_many':
    'There are {count} recipients; one call takes {limit}. Split them into several calls.',
  'R13.none':
    'The recipient has no identifier. Add exactly one of external_user_id, user_alias, email, braze_id.',
  'R13.phone_only':
    'phone does not identify a recipient here. Use exactly one of external_user_id, user_alias, email, braze_id.',
  'R13.several': 'The recipient has several identifiers ({fields}). Keep exactly one.',
  'R13.null_beside': '{field} is null beside another identifier. Remove it.',
  'R14.external_empty': 'external_user_id is empty. Enter the id of the user.',
  'R14.external_not_text': 'external_user_id is {type}, but it must be text.',
  'R14.external_number':
    'external_user_id is the number {value}; text is documented. Put it in quotes.',
  'R14.external_long':
    'external_user_id has {bytes} bytes; profiles take at most {limit}. Check the id.',
  'R14.control_character': '{field} holds a control character, such as a line break. Remove it.',
  'R14.surrounding_space':
    'The identifier begins or ends with white space, which counts. Check it.',
  'R14.email_form': '“{value}” is not an e-mail address. Correct it.',
  'R14.braze_id_form': 'braze_id must be a text that is not empty.',
  'R15.not_object':
    'user_alias is {type}, but it must be an object with alias_name and alias_label.',
  'R15.part_missing': 'user_alias lacks {part}. Both alias_name and alias_label are required.',
  'R15.part_empty': '{part} is empty. Both parts of an alias are required.',
  'R15.part_not_text': '{part} is {type}, but it must be text.',
  'R15.part_long': '{part} has {bytes} bytes; {limit} are allowed. Shorten it.',
  'R16.no_prioritization':
    'email needs a prioritization, as several profiles may share the address. Add one, such as ["identified", "most_recently_updated"].',
  'R16.without_email': 'prioritization only has a meaning with email. Remove it.',
  'R17.not_array': 'prioritization is {type}, but it must be a list. Put it in [ ].',
  'R17.unknown_value':
    '“{value}” is no prioritization. Use identified, unidentified, most_recently_updated or least_recently_updated.',
  'R17.letter_case': '“{value}” must be written {expected}.',
  'R17.both_identified': 'identified and unidentified exclude each other. Keep one of them.',
  'R17.tie':
    'Two profiles can tie, and then nothing is sent. Add most_recently_updated or least_recently_updated.',
  'R17.both_recency':
    'most_recently_updated and least_recently_updated contradict each other. Keep one of them.',
  'R17.repeat': '{value} is listed twice. Remove one.',
  'R18.attributes_missing':
    'send_to_existing_only is false, so attributes is required for the new user. Add it.',
  'R18.attributes_empty':
    'send_to_existing_only is false, but attributes is empty: no user is created. Add attributes.',
  'R18.attributes_not_object': 'attributes is {type}, but it must be an object.',
  'R18.not_boolean':
    'send_to_existing_only is {type}, but it must be true or false without quotes.',
  'R19.false_with_alias':
    'send_to_existing_only: false cannot create a user who has only an alias. Remove it.',
  'R19.true_with_alias':
    'send_to_existing_only is said not to go with user_alias. Remove it; true is the default anyway.',

  'R20.inc': 'inc takes a whole number, such as 1 or -2.',
  'R20.list_operator': '{operator} is {type}, but it must be a list. Put it in [ ].',
  'R20.object_operator': '{operator} takes a list of objects; found: {type}.',
  'R20.update_parts': 'An entry of {operator} lacks {parts}. Add what is missing.',
  'R20.time':
    '$time is {type}, but it must be a date in text form. The whole nested object would be dropped.',
  'R20.subscription_groups':
    'subscription_groups is {type}, but it must be a list of groups. Put it in [ ].',
  'R20.subscription_entry':
    'A subscription group is {type}, but it must be an object with id and state.',
  'R20.subscription_id': 'The subscription group lacks a subscription_group_id in text form.',
  'R20.subscription_state':
    'subscription_state is “{value}”. Only subscribed and unsubscribed are allowed.',
  'R20.double_opt_in': 'use_double_opt_in_logic only has an effect with subscribed. Remove it.',
  'R20.subscribe_value': '{field} takes opted_in, subscribed or unsubscribed.',
  'R20.location': 'current_location needs longitude and latitude as numbers. Missing: {parts}.',
  'R20.push_tokens': 'push_tokens must be a list of objects; found: {type}.',
  'R20.push_token_part': 'The push token lacks {part} in text form.',
  'R20.device_id': 'device_id must have {least} to {limit} bytes; it has {bytes}.',
  'R20.gender': 'gender takes M, F, O, N, P or null.',
  'R20.dob': 'dob takes a day that exists, written YYYY-MM-DD.',
  'R20.email':
    'The email attribute is not an e-mail address. Correct it, or use null to remove it.',
  'R20.not_boolean': '{field} is {type}, but it must be true or false.',
  'R20.identifier_inside':
    '{field} stands inside attributes, but the recipient already has its identifier. Remove it.',
  'R20.letter_case':
    '“{field}” becomes a custom attribute, as profile fields are lower case. Write {expected}.',
  'R20.long_array': 'The list has {count} entries; a profile keeps at most {limit}. Shorten it.',
  'R20.nested_key':
    '“{field}”: names inside nested objects should have no blank, dot or $, or the update may be dropped.',
  'R21.same_user':
    'The same user is already recipient {first}. Only one message goes out, with the last properties. Remove one.',
  'R21.same_address':
    'The address differs from recipient {first} only in letter case. It may be the same user; remove one.',
};
