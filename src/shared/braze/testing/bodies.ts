/** Ids and bodies that are legal, to be changed by tests. */
export const CAMPAIGN_ID = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';
export const CANVAS_ID = 'e3a90f57-20bc-6d18-a4f2-9c51d07b8e66';

type Fields = Readonly<Record<string, unknown>>;

/** A legal `/campaigns/trigger/send` body with one recipient. */
export function campaignBody(changes: Fields = {}): Fields {
  return { campaign_id: CAMPAIGN_ID, recipients: [{ external_user_id: 'qa-1' }], ...changes };
}

/** The same with changes to its recipient. */
export function withRecipient(changes: Fields): Fields {
  return campaignBody({ recipients: [{ external_user_id: 'qa-1', ...changes }] });
}

/** The same with one recipient given whole. */
export function withOnly(recipient: unknown): Fields {
  return campaignBody({ recipients: [recipient] });
}

/** The same with attributes on its recipient. */
export function withAttributes(attributes: Fields): Fields {
  return withRecipient({ attributes });
}

/** The same with an audience. */
export function withAudience(audience: unknown): Fields {
  return campaignBody({ audience });
}

/** The same with one filter on a custom attribute. */
export function withFilter(filter: Fields): Fields {
  return withAudience({ custom_attribute: { custom_attribute_name: 'tier', ...filter } });
}

/** The same with one attachment. */
export function withAttachment(changes: Fields): Fields {
  const attachment = { file_name: 'Invoice', url: 'https://files.example.org/a.pdf', ...changes };
  return campaignBody({ attachments: [attachment] });
}

/** A legal `/canvas/trigger/send` body. */
export function canvasBody(changes: Fields = {}): Fields {
  return { canvas_id: CANVAS_ID, recipients: [{ external_user_id: 'qa-1' }], ...changes };
}

/** A legal `/messages/send` body. */
export function messagesBody(changes: Fields = {}): Fields {
  const email = { app_id: 'app', from: 'QA <qa@example.org>', body: 'Hi' };
  return { external_user_ids: ['qa-1'], messages: { email }, ...changes };
}

/** A legal `/campaigns/trigger/schedule/create` body. */
export function scheduleBody(schedule: unknown): Fields {
  return campaignBody({ schedule });
}

/** Recipients with ids of their own. */
export function namedRecipients(count: number): readonly { readonly external_user_id: string }[] {
  return Array.from({ length: count }, (_unused, index) => ({ external_user_id: `r-${index}` }));
}

/** Properties of about so many bytes. */
export function text(bytes: number): Fields {
  return { blob: 'x'.repeat(bytes) };
}
