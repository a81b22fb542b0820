/** JSON types a field may have. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null';

/** Groups of fields that make an object. */
export type ShapeName =
  | 'campaignSend'
  | 'canvasSend'
  | 'messagesSend'
  | 'campaignScheduleCreate'
  | 'canvasScheduleCreate'
  | 'messagesScheduleCreate'
  | 'campaignScheduleUpdate'
  | 'canvasScheduleUpdate'
  | 'messagesScheduleUpdate'
  | 'campaignScheduleDelete'
  | 'canvasScheduleDelete'
  | 'messagesScheduleDelete'
  | 'sendIdCreate'
  | 'campaignList'
  | 'campaignDetails'
  | 'canvasList'
  | 'canvasDetails'
  | 'sendDataSeries'
  | 'scheduledBroadcasts'
  | 'campaignRecipient'
  | 'canvasRecipient'
  | 'userAlias'
  | 'attachment'
  | 'schedule'
  | 'audience'
  | 'customAttributeFilter'
  | 'subscriptionFilter'
  | 'lastUsedAppFilter'
  | 'attributes'
  | 'subscriptionGroup'
  | 'pushToken'
  | 'location'
  | 'facebook'
  | 'twitter'
  | 'messages'
  | 'emailMessage'
  | 'applePushMessage'
  | 'androidPushMessage'
  | 'webPushMessage'
  | 'smsMessage'
  | 'webhookMessage'
  | 'contentCardMessage'
  | 'whatsAppMessage';

/** What is documented about one field. */
export interface FieldSpec {
  /** The field's name; without it the last part of the id. */
  readonly name?: string;
  readonly types: readonly FieldType[];
  /** The only texts allowed, here or in a list of texts. */
  readonly values?: readonly string[];
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly format?: 'date-time' | 'date' | 'email' | 'uri' | 'uuid';
  /** Fields of the object, or of each object in the list. */
  readonly shape?: ShapeName;
  /** Type of a list's entries where they are no objects. */
  readonly itemType?: FieldType;
  /** Kept for old bodies; a newer name is preferred. */
  readonly deprecated?: true;
}
