import type { Answer } from './answer';
import { answer } from './answer';
import type { Call, RouteHandler } from './route';
import type { TargetCheck } from './targets';
import { checkApiCampaign, checkCampaign, checkCanvas } from './targets';
import type { Workspace } from './workspace';

/** `send_id` comes back for tracked broadcasts only; a custom one is kept. */
function sendIdOf({ body }: Call, workspace: Workspace): { send_id?: string } {
  if (body['broadcast'] !== true) return {};
  const given = body['send_id'];
  return { send_id: typeof given === 'string' ? given : workspace.newId() };
}

function accept(target: TargetCheck, call: Call, workspace: Workspace): Answer {
  if (!target.ok) return target.refusal;
  return answer(201, {
    ...(target.notice === null ? {} : { notice: target.notice }),
    dispatch_id: workspace.newDispatchId(),
    ...(target.notice === null ? sendIdOf(call, workspace) : {}),
    message: 'success',
  });
}

/** `POST /campaigns/trigger/send`. */
export const sendCampaign: RouteHandler = (call, workspace) =>
  accept(checkCampaign(call.body['campaign_id'], workspace), call, workspace);

/** `POST /canvas/trigger/send`. */
export const sendCanvas: RouteHandler = (call, workspace) =>
  accept(checkCanvas(call.body['canvas_id'], workspace), call, workspace);

/** `POST /messages/send`. */
export const sendMessages: RouteHandler = (call, workspace) => {
  const { campaign_id: campaignId, messages } = call.body;
  return accept(checkApiCampaign(campaignId, messages, workspace), call, workspace);
};
