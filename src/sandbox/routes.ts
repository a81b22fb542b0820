import type { EndpointPath } from '#shared/braze/endpoints';
import { listCampaigns, showCampaign } from './campaign-lookup-routes';
import { listCanvases, showCanvas } from './canvas-lookup-routes';
import type { RouteHandler } from './route';
import { campaignSchedules, canvasSchedules, messageSchedules } from './schedule-routes';
import { listScheduledBroadcasts } from './scheduled-broadcast-routes';
import { createSendId } from './send-id-routes';
import { sendCampaign, sendCanvas, sendMessages } from './send-routes';
import { showSendSeries } from './send-series-routes';

/** Who answers what: every endpoint of the shared table has its handler here. */
export const routeHandlers: Readonly<Record<EndpointPath, RouteHandler>> = {
  '/campaigns/trigger/send': sendCampaign,
  '/canvas/trigger/send': sendCanvas,
  '/messages/send': sendMessages,
  '/campaigns/trigger/schedule/create': campaignSchedules.create,
  '/campaigns/trigger/schedule/update': campaignSchedules.update,
  '/campaigns/trigger/schedule/delete': campaignSchedules.remove,
  '/canvas/trigger/schedule/create': canvasSchedules.create,
  '/canvas/trigger/schedule/update': canvasSchedules.update,
  '/canvas/trigger/schedule/delete': canvasSchedules.remove,
  '/messages/schedule/create': messageSchedules.create,
  '/messages/schedule/update': messageSchedules.update,
  '/messages/schedule/delete': messageSchedules.remove,
  '/sends/id/create': createSendId,
  '/campaigns/list': listCampaigns,
  '/campaigns/details': showCampaign,
  '/canvas/list': listCanvases,
  '/canvas/details': showCanvas,
  '/sends/data_series': showSendSeries,
  '/messages/scheduled_broadcasts': listScheduledBroadcasts,
};
