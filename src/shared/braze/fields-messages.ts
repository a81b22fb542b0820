import type { FieldSpec } from './field-spec';

/** Channels of `messages` and the documented parts of each, by id (R32). */
export const MESSAGE_FIELDS = {
  'messages.android_push': { types: ['object'], shape: 'androidPushMessage' },
  'messages.apple_push': { types: ['object'], shape: 'applePushMessage' },
  'messages.content_card': { types: ['object'], shape: 'contentCardMessage' },
  'messages.email': { types: ['object'], shape: 'emailMessage' },
  'messages.kindle_push': { types: ['object'], shape: 'androidPushMessage' },
  'messages.web_push': { types: ['object'], shape: 'webPushMessage' },
  'messages.webhook': { types: ['object'], shape: 'webhookMessage' },
  'messages.whats_app': { types: ['object'], shape: 'whatsAppMessage' },
  'messages.sms': { types: ['object'], shape: 'smsMessage' },

  'message.message_variation_id': { types: ['string'] },
  'message.app_id': { types: ['string'] },
  'message.subscription_group_id': { types: ['string'], format: 'uuid' },

  'email.from': { types: ['string'] },
  'email.subject': { types: ['string'] },
  'email.body': { types: ['string'] },
  'email.email_template_id': { types: ['string'] },

  'push.alert': { types: ['string', 'object'] },
  'push.title': { types: ['string'] },
  'push.extra': { types: ['object'] },
  'apple_push.content-available': { types: ['boolean'] },
  'apple_push.interruption_level': {
    types: ['string'],
    values: ['passive', 'active', 'time-sensitive', 'critical'],
  },
  'apple_push.apns_priority': { types: ['integer'] },
  'android_push.priority': { types: ['integer'] },
  'android_push.android_priority': { types: ['string'], values: ['normal', 'high'] },
  'android_push.time_to_live': { types: ['integer'] },

  'sms.body': { types: ['string'] },
  'webhook.url': { types: ['string'], format: 'uri' },
  'webhook.request_method': { types: ['string'], values: ['POST', 'PUT', 'DELETE', 'GET'] },
  'content_card.type': {
    types: ['string'],
    values: ['CLASSIC', 'CAPTIONED_IMAGE', 'BANNER'],
  },
  'content_card.title': { types: ['string'] },
  'content_card.description': { types: ['string'] },
  'content_card.time_to_live': { types: ['integer'] },
  'content_card.expire_at': { types: ['string'], format: 'date-time' },
  'whats_app.message_type': {
    types: ['string'],
    values: [
      'template_message',
      'text_response_message',
      'text_image_response_message',
      'quick_reply_response_message',
      'list_response_message',
      'flow_response_message',
    ],
  },
  'whats_app.message': { types: ['object'] },
} as const satisfies Readonly<Record<string, FieldSpec>>;
