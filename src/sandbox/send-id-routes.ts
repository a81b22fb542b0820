import { answer } from './answer';
import type { RouteHandler } from './route';
import { checkCampaign } from './targets';

/** `POST /sends/id/create`. Its quota of 100 a day is counted with the other quotas. */
export const createSendId: RouteHandler = ({ body }, workspace) => {
  // Sends of API campaigns can be tracked too, so only an unknown id needs the check.
  if (workspace.campaign(body['campaign_id']) === undefined) {
    const target = checkCampaign(body['campaign_id'], workspace);
    if (!target.ok) return target.refusal;
  }
  const given = body['send_id'];
  const sendId = typeof given === 'string' ? given : workspace.newId();
  return answer(201, { message: 'success', send_id: sendId });
};
