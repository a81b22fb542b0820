import { answer, refusal } from './answer';
import { listPage } from './list-page';
import type { RouteHandler } from './route';

/** What `schedule_type` says of an API-triggered campaign. The values are not documented. */
export const apiTriggered = 'api_triggered';

/** `GET /campaigns/list`. */
export const listCampaigns: RouteHandler = ({ query }, { catalogue }) => {
  const page = listPage(catalogue.campaigns, query);
  if (page === null) return refusal(400, 'Bad Request');
  return answer(200, {
    message: 'success',
    campaigns: page.map((campaign) => ({
      id: campaign.id,
      last_edited: campaign.updatedAt,
      name: campaign.name,
      is_api_campaign: campaign.isApiCampaign,
      tags: campaign.tags,
    })),
  });
};

/** `GET /campaigns/details`. */
export const showCampaign: RouteHandler = ({ query }, workspace) => {
  const campaign = workspace.campaign(query.get('campaign_id'));
  if (campaign === undefined) return refusal(400, 'Invalid Campaign ID');
  return answer(200, {
    message: 'success',
    created_at: campaign.createdAt,
    updated_at: campaign.updatedAt,
    archived: campaign.archived,
    draft: campaign.draft,
    enabled: campaign.enabled,
    has_post_launch_draft: false,
    name: campaign.name,
    description: campaign.description,
    schedule_type: campaign.scheduleType ?? apiTriggered,
    channels: campaign.channels,
    first_sent: campaign.firstSent,
    last_sent: campaign.lastSent,
    tags: campaign.tags,
    teams: [],
    messages: campaign.messages,
    conversion_behaviors: [],
  });
};
