import { shell } from 'electron';
import { DeskError } from '#shared/errors';

const docs = 'https://www.braze.com/docs/';

/** Every page the app can open in the system's browser, by id. The page names an id, never an address. */
export const externalLinks: Readonly<Record<string, string>> = {
  'braze.apiBasics': `${docs}api/basics/`,
  'braze.apiKeys': `${docs}api/basics/#rest-api-key-permissions`,
  'braze.clusters': `${docs}api/basics/#endpoints`,
  'braze.errors': `${docs}api/errors/`,
  'braze.limits': `${docs}api/api_limits/`,
  'braze.campaignsTriggerSend': `${docs}api/endpoints/messaging/send_messages/post_send_triggered_campaigns/`,
  'braze.campaignsTriggerSchedule': `${docs}api/endpoints/messaging/schedule_messages/post_schedule_triggered_campaigns/`,
  'braze.canvasTriggerSend': `${docs}api/endpoints/messaging/send_messages/post_send_triggered_canvases/`,
  'braze.canvasTriggerSchedule': `${docs}api/endpoints/messaging/schedule_messages/post_schedule_triggered_canvases/`,
  'braze.messagesSend': `${docs}api/endpoints/messaging/send_messages/post_send_messages/`,
  'braze.messagesSchedule': `${docs}api/endpoints/messaging/schedule_messages/post_schedule_messages/`,
  'braze.recipient': `${docs}api/objects_filters/recipient_object/`,
  'braze.connectedAudience': `${docs}api/objects_filters/connected_audience/`,
  'braze.triggerProperties': `${docs}api/objects_filters/trigger_properties_object/`,
};

/** Opens a page of the list. @throws DeskError `link_unknown`. */
export async function openExternalLink(link: string): Promise<void> {
  const address = Object.hasOwn(externalLinks, link) ? externalLinks[link] : undefined;
  if (address === undefined) throw new DeskError('link_unknown', { link });
  await shell.openExternal(address);
}
