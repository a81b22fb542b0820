import type { TargetTexts } from '../message-texts';

/** English: what is known of the target and its properties. */
export const targetTexts: TargetTexts = {
  'Q01.missing': '{field} is missing. This look-up needs it.',
  'Q01.type':
    '{field} is {type}, but it goes into the address: it must be a text, a number or a boolean.',
  'Q01.value': '“{value}” is no value of {field}. See its reference.',

  'T01.is_canvas':
    'This is the id of the Canvas “{name}”, not of a campaign. Choose a campaign, or use the endpoint for Canvases.',
  'T01.is_campaign':
    'This is the id of the campaign “{name}”, not of a Canvas. Choose a Canvas, or use the endpoint for campaigns.',
  'T01.campaign_not_listed':
    'No campaign of this environment had this id when the list was read. Choose one, or read the list again.',
  'T01.canvas_not_listed':
    'No Canvas of this environment had this id when the list was read. Choose one, or read the list again.',
  'T01.archived': '“{name}” is archived. The call is accepted with a notice, and nothing goes out.',
  'T01.draft':
    '“{name}” is a draft that was never launched. The call is refused, or nothing goes out.',
  'T01.disabled': '“{name}” is paused. The call is accepted with a notice, and nothing goes out.',
  'T01.api_campaign':
    '“{name}” is an API campaign, the kind that /messages/send refers to. Choose an API-triggered campaign.',
  'T01.not_api_campaign': '“{name}” is not an API campaign. /messages/send needs one of that kind.',
  'T01.not_triggered':
    '“{name}” starts by itself (schedule_type {scheduleType}). Choose one with API-triggered delivery.',
  'T01.no_email': '“{name}” has no email ({channels}). Attachments only go with email.',
  'T02.missing': '“{property}” is missing. It is read in {place}, which would be blank there.',
  'T02.missing_for_recipient':
    'Recipient {recipient} has no “{property}”, and neither has the request. It is read in {place}.',
  'T02.merge_unclear':
    '“{property}” is in the properties of the request only, and these replace what is there. It is read in {place}.',
  'T02.misspelt': 'No text reads “{field}”. Probably “{suggestion}” is meant.',
  'T02.unused': 'No text reads “{field}”.',
};
