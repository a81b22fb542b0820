import type { BodyTexts } from '../message-texts';

/** English: the text, the target and the properties. */
export const bodyTexts: BodyTexts = {
  'JSON.empty': 'The body is empty. Write a JSON object.',
  'JSON.not_object': 'The body is {type}, but every endpoint takes an object. Wrap it in { }.',
  'JSON.unexpected': 'Line {line}, column {column}: “{found}” does not belong here in JSON.',
  'JSON.unclosed':
    'Line {line}, column {column}: a bracket, text or comment is still open here. Close it.',
  'JSON.trailing_comma':
    'Line {line}, column {column}: the comma after the last entry is left out when sending.',
  'JSON.missing_comma': 'Line {line}, column {column}: a comma is missing before this.',
  'JSON.bad_escape':
    'Line {line}, column {column}: the text has an escape that JSON does not know. Write a backslash as \\\\.',
  'JSON.bad_character':
    'Line {line}, column {column}: the text has a raw control character. Write it as an escape, such as \\t.',
  'JSON.bad_number':
    'Line {line}, column {column}: the number is not complete. Add the missing digits.',
  'JSON.trailing_text':
    'Line {line}, column {column}: something follows the end of the body. Remove it.',
  'JSON.duplicate_key':
    'Line {line}: “{field}” is given more than once. Only the last value counts; remove the others.',
  'JSON.duplicate_target':
    'Line {line}: “{field}” is given more than once with different values. It decides who is reached, so keep only one.',
  'JSON.lone_surrogate':
    'Line {line}, column {column}: the text holds half a character (a lone surrogate), which UTF-8 cannot carry. Replace it.',
  'JSON.body_size':
    'The body has {bytes} bytes; the server takes at most 4 MB ({limit}). Split the call.',
  'JSON.body_size_near':
    'The body has {bytes} bytes; the limit of 4 MB may mean {limit}. Split the call.',

  'R01.missing':
    'campaign_id is missing. It is required: add the id of the API-triggered campaign.',
  'R01.empty': 'campaign_id is empty. Enter the id of the API-triggered campaign.',
  'R01.not_text': 'campaign_id is {type}, but it must be text. Put the id in quotes.',
  'R02.dashboard_id':
    'campaign_id has 24 hex digits, like the id in a dashboard address. Use the campaign API identifier (8-4-4-4-12 hex digits).',
  'R02.white_space': 'campaign_id has white space around it. Remove it.',
  'R02.form':
    '“{value}” does not look like a campaign API identifier (8-4-4-4-12 hex digits). Check the id.',
  'R03.not_text': 'send_id is {type}, but it must be text. Put it in quotes.',
  'R03.empty': 'send_id is empty. Enter an id that was created before, or remove the field.',
  'R03.not_ascii':
    'send_id holds “{character}”, but only ASCII characters are allowed. Replace it.',
  'R03.too_long': 'send_id has {length} characters; {limit} are allowed. Shorten it.',

  'R04.not_object': '{field} is {type}, but it must be an object of names and values.',
  'R04.empty_text': 'trigger_properties is an empty text, but it should be an object. Use { }.',
  'R05.too_large':
    'trigger_properties has {bytes} bytes; 50 KB (at most {limit}) are allowed. Send less data.',
  'R05.near_limit':
    'trigger_properties has {bytes} bytes; the limit of 50 KB may mean {limit}. Send less data.',
  'R05.merged':
    'Together with the trigger_properties of the request this recipient has {bytes} bytes; the limit of 50 KB may hold for both ({limit}).',
  'R06.null':
    'A property is null, which is none of the documented types. Leave it out or give it a value.',
  'R06.null_in_context':
    'A context value is null, which is none of the documented types. Leave it out or give it a value.',
  'R06.braces':
    'A Liquid tag stands in three or more braces, but Liquid takes exactly two. Remove the extra ones.',

  'R07.not_boolean': 'broadcast is {type}, but it must be true or false without quotes.',
  'R08.with_recipients':
    'broadcast is true and recipients are named: the two exclude each other. Remove one of them.',
  'R08.with_empty_list': 'broadcast is true and recipients is an empty list. Remove recipients.',
  'R09.no_target':
    'Nobody is targeted: there are no recipients, no audience, and broadcast is not true. Add recipients.',
  'R10.audience_alone':
    'An audience without recipients and without broadcast: true. The documentation contradicts itself here; add one of them.',
  'R11.attachments': 'Attachments cannot go with broadcast: true. Remove them or name recipients.',

  'R25.segment_id':
    'segment_id is not supported on trigger endpoints. Remove it; the campaign or Canvas has its own segment.',
  'R25.api_key':
    'api_key in the body is outdated and can leak. Remove it; the key goes into the Authorization header.',
  'R25.context_for_campaign':
    '{field} is for Canvases; a campaign does not read it. Use trigger_properties.',
  'R25.schedule_on_send':
    'schedule belongs to schedule/create; this endpoint sends at once. Remove it or change the endpoint.',
  'R25.messages_field': '{field} belongs to /messages/send. Use recipients here.',
  'R25.misspelled_field': '“{field}” is not a field here. Did you mean {suggestion}?',
  'R25.unknown_field': '“{field}” is not a field here. Remove it, or check its place and spelling.',
};
