import { sampleCatalogue, targetState } from '../catalogue';

/** An active Canvas of the sample workspace. */
export const canvasId = 'e3a90f57-20bc-6d18-a4f2-9c51d07b8e66';

/** The API campaign of the sample workspace. */
export const apiCampaignId = 'b07f3a92-44de-4c1a-9d25-83a6f1c0e774';

/** Well-formed, but nothing has it. */
export const unknownId = '00000000-1111-2222-3333-444444444444';

/** An API-triggered campaign in the given state. */
export function campaignIn(state: ReturnType<typeof targetState>): string {
  const found = sampleCatalogue.campaigns.find(
    (campaign) => !campaign.isApiCampaign && targetState(campaign) === state,
  );
  if (found === undefined) throw new Error(`no campaign is ${state}`);
  return found.id;
}
