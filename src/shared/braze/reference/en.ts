import type { ReferenceTexts } from './reference-texts';

/** English reference of the fields. */
export const en: ReferenceTexts = {
  campaign_id: 'API identifier of the API-triggered campaign, as its dashboard page shows it.',
  canvas_id: 'API identifier of the API-triggered Canvas, as its dashboard page shows it.',
  send_id:
    'Id under which analytics of this send are tracked. ASCII, at most 64 characters; it must have been made with /sends/id/create.',
  trigger_properties:
    'Values for Liquid in the campaign, for all recipients of the call: {{api_trigger_properties.${name}}}. At most 50 KB.',
  context:
    'Values for Liquid in the Canvas, for all recipients of the call: {{context.${name}}}. At most 50 KB.',
  canvas_entry_properties: 'Former name of context, still accepted.',
  broadcast:
    'true sends to everyone the campaign, Canvas or segment targets. Default false; it cannot go with named users.',
  audience:
    'Connected audience: filters that narrow who is reached. With recipients, only users who satisfy both are reached.',
  'campaign.recipients':
    'The users to reach, at most 50 per call. Each has exactly one identifier.',
  'canvas.recipients':
    'The users who enter the Canvas, at most 50 per call. Each has exactly one identifier.',
  attachments:
    'Files for the e-mail, up to 2 MB, fetched from their addresses. Not with broadcast: true.',
  schedule: 'When to send.',
  schedule_id: 'Id of the schedule, from the answer to schedule/create.',

  'recipient.external_user_id': 'Your own id of the user. Text, at most 987 bytes.',
  'recipient.user_alias': 'An alias of the user: name and label. The user must exist.',
  'recipient.email':
    'Address of the user. Needs prioritization, as several profiles may have the same address.',
  'recipient.braze_id': 'The id that Braze gave the profile.',
  'recipient.prioritization':
    'Which profile counts when several have the address. With no winner nothing is sent, so end with a recency value.',
  'recipient.trigger_properties':
    'Values for this recipient only. They win over equal names of the request.',
  'recipient.context': 'Values for this recipient only. They win over equal names of the request.',
  'recipient.canvas_entry_properties': 'Former name of context, still accepted.',
  'recipient.send_to_existing_only':
    'true (default) reaches only users who exist. false also creates them and needs attributes; not with an alias.',
  'recipient.attributes':
    'Profile fields and custom attributes, written before the message is sent. Existing values are replaced.',

  'alias.alias_name': 'Name of the alias, case-sensitive. 1 to 236 bytes.',
  'alias.alias_label': 'Kind of the alias. 1 to 236 bytes.',

  'attachment.file_name': 'Name of the file without extension.',
  'attachment.url':
    'Address of the file. Its extension decides the type; the file may be reused for about a day.',
  'attachment.basic_auth_credential':
    'Name of a stored Connected Content credential for the address.',

  'schedule.time':
    'Date and time in ISO 8601. UTC, or without a zone when it is a local or optimal time.',
  'schedule.in_local_time': 'true sends at that time in each user’s own zone. Default false.',
  'schedule.at_optimal_time': 'true sends at each user’s optimal time of that day. Default false.',

  external_user_ids: 'Your own ids of the users. Together with aliases at most 50.',
  user_aliases: 'Aliases of the users. Together with ids at most 50.',
  segment_id: 'API identifier of the segment. With users, only those in it are reached.',
  'messages.campaign_id':
    'API identifier of an API campaign, for statistics in the dashboard. Every message then needs a variation id.',
  override_frequency_capping: 'true ignores the frequency caps of campaigns. Default false.',
  override_messaging_limits: 'true ignores the frequency caps of campaigns. Default false.',
  recipient_subscription_state:
    'Which subscription states are reached: opted_in, subscribed (default, with opted_in) or all.',
  messages: 'The messages by channel.',

  'audience.AND': 'All of these must hold.',
  'audience.OR': 'At least one of these must hold.',
  'audience.custom_attribute': 'Filter on a custom attribute. Nested attributes are not offered.',
  'audience.push_subscription_status': 'Filter on the subscription to push.',
  'audience.email_subscription_status': 'Filter on the subscription to e-mail.',
  'audience.last_used_app': 'Filter on when the app was last used.',
  'filter.custom_attribute_name': 'Name of the custom attribute, as in the profile.',
  'filter.custom.comparison':
    'How to compare. It must fit the type of the attribute, which only the workspace knows.',
  'filter.custom.value':
    'What to compare with. Its type depends on the comparison; none for exists and does_not_exist.',
  'filter.subscription.comparison': 'is or is_not.',
  'filter.subscription.value': 'opted_in, subscribed or unsubscribed.',
  'filter.last_used.comparison': 'after or before.',
  'filter.last_used.value': 'Date and time in ISO 8601.',

  'attributes.first_name': 'First name.',
  'attributes.last_name': 'Last name.',
  'attributes.email':
    'E-mail address. Give it when a new user is to get an e-mail, or the send may wait for hours.',
  'attributes.phone': 'Phone number, best in E.164 form such as +15550100199.',
  'attributes.country': 'Country as ISO 3166-1 alpha-2. Other forms are mapped or set to null.',
  'attributes.language': 'Language as ISO 639-1.',
  'attributes.home_city': 'Home town.',
  'attributes.time_zone': 'Time zone by its IANA name. An unknown one is dropped.',
  'attributes.gender':
    'M, F, O (other), N (not applicable), P (prefer not to say) or null (unknown).',
  'attributes.dob': 'Date of birth, YYYY-MM-DD.',
  'attributes.current_location': 'Last known place: longitude and latitude.',
  'attributes.email_subscribe': 'Subscription to e-mail: opted_in, subscribed or unsubscribed.',
  'attributes.push_subscribe': 'Subscription to push: opted_in, subscribed or unsubscribed.',
  'attributes.subscription_groups':
    'States of subscription groups. By default a Canvas trigger does not update them.',
  'attributes.push_tokens': 'Push tokens to import. Tokens of web push cannot be.',
  'attributes.email_open_tracking_disabled': 'true turns tracking of opens off for this user.',
  'attributes.email_click_tracking_disabled': 'true turns tracking of clicks off for this user.',
  'attributes.date_of_first_session': 'When the user first used the app, ISO 8601.',
  'attributes.date_of_last_session': 'When the user last used the app, ISO 8601.',
  'attributes.marked_email_as_spam_at': 'When the user marked an e-mail as spam, ISO 8601.',
  'attributes.facebook': 'Facebook account: id, likes and num_friends.',
  'attributes.twitter': 'Twitter account: id, screen name and counts.',
  'attributes._merge_objects':
    'true merges nested objects into existing ones. Default false: they are replaced.',
  'attributes._update_existing_only':
    'A switch of /users/track; its meaning here is not documented.',
  'attributes.push_token_import': 'A switch of /users/track; its meaning here is not documented.',

  'location.longitude': 'Degrees east, −180 to 180.',
  'location.latitude': 'Degrees north, −90 to 90.',
  'group.subscription_group_id': 'Id of the subscription group.',
  'group.subscription_state': 'subscribed or unsubscribed.',
  'group.use_double_opt_in_logic':
    'true starts the double opt-in of an SMS group. Only with subscribed.',
  'token.app_id': 'API identifier of the app.',
  'token.token': 'The push token.',
  'token.device_id': 'Id of the device, 8 to 255 bytes. Without it a random one is made.',
  'facebook.id': 'Id of the account.',
  'facebook.likes': 'Names of liked pages.',
  'facebook.num_friends': 'Number of friends.',
  'twitter.id': 'Id of the account.',
  'twitter.screen_name': 'Screen name.',
  'twitter.followers_count': 'Number of followers.',
  'twitter.friends_count': 'Number of followed accounts.',
  'twitter.statuses_count': 'Number of posts.',

  'messages.android_push': 'Push message for Android.',
  'messages.apple_push': 'Push message for Apple devices.',
  'messages.content_card': 'Content card.',
  'messages.email': 'E-mail.',
  'messages.kindle_push': 'Push message for Kindle.',
  'messages.web_push': 'Push message for browsers.',
  'messages.webhook': 'Webhook.',
  'messages.whats_app': 'WhatsApp message.',
  'messages.sms': 'SMS or MMS.',

  'message.message_variation_id':
    'Id of the message variation in the API campaign. Required with campaign_id.',
  'message.app_id': 'API identifier of the app.',
  'message.subscription_group_id': 'Id of the subscription group that is sent to.',
  'email.from': 'Sender, such as QA <qa@example.org>.',
  'email.subject': 'Subject line.',
  'email.body': 'HTML of the e-mail. Required without email_template_id.',
  'email.email_template_id': 'Id of an e-mail template to use instead of body.',
  'push.alert': 'Text of the push message.',
  'push.title': 'Title of the push message.',
  'push.extra': 'Own keys and values for the app. On Apple devices ab and aps are refused.',
  'apple_push.content-available': 'true sends a silent push, for which alert is not needed.',
  'apple_push.interruption_level': 'passive, active, time-sensitive or critical.',
  'apple_push.apns_priority': 'Priority, 1 to 10.',
  'android_push.priority': 'Priority in the list of notifications, −2 to 2.',
  'android_push.android_priority': 'Priority of the push service: normal or high.',
  'android_push.time_to_live': 'Seconds until the message expires, at most 2,419,200.',
  'sms.body': 'Text of the SMS.',
  'webhook.url': 'Address that is called.',
  'webhook.request_method': 'POST, PUT, DELETE or GET.',
  'content_card.type': 'CLASSIC, CAPTIONED_IMAGE or BANNER.',
  'content_card.title': 'Title of the card.',
  'content_card.description': 'Text of the card.',
  'content_card.time_to_live': 'Seconds until the card expires, at most 30 days.',
  'content_card.expire_at': 'When the card expires, ISO 8601, at most 30 days ahead.',
  'whats_app.message_type': 'Kind of the message, such as template_message.',
  'whats_app.message': 'The message; its parts depend on message_type.',

  'lookup.page': 'Page, from 0, with 100 entries each.',
  'lookup.include_archived': 'true lists archived ones as well. Default false.',
  'lookup.sort_direction': 'asc lists the oldest first (default), desc the newest.',
  'lookup.last_edit': 'Only what was edited after this time, yyyy-MM-DDTHH:mm:ss.',
  'lookup.campaign_id': 'API identifier of the campaign.',
  'lookup.canvas_id': 'API identifier of the Canvas.',
  'lookup.post_launch_draft_version': 'true shows the draft of a launched campaign. Default false.',
  'lookup.include_has_translatable_content':
    'true also says whether messages have translatable content. Default false.',
  'lookup.send_id': 'The send id whose figures are wanted. They are kept for 14 days.',
  'lookup.length': 'Number of days up to ending_at, 1 to 100.',
  'lookup.ending_at': 'End of the series, ISO 8601. Default: now.',
  'lookup.end_time': 'Until when to list scheduled broadcasts, ISO 8601.',
};
