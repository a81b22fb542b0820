import { sampleCampaigns } from './sample-campaigns';
import { sampleCanvases } from './sample-canvases';

/** A message of a campaign or of a Canvas step; the fields differ by channel. */
export interface SampleMessage {
  readonly channel: string;
  readonly [field: string]: unknown;
}

/** What campaigns and Canvases have in common. Times are ISO 8601 in UTC, or null. */
export interface SampleTarget {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly firstSent: string | null;
  readonly lastSent: string | null;
  readonly archived: boolean;
  readonly draft: boolean;
  readonly enabled: boolean;
  readonly tags: readonly string[];
  readonly channels: readonly string[];
  /** What `schedule_type` says. The values are not documented. Default: triggered by the API. */
  readonly scheduleType?: string;
}

/** A campaign of the sample workspace. */
export interface SampleCampaign extends SampleTarget {
  /** An API campaign, the kind that `/messages/send` refers to; never triggered by id. */
  readonly isApiCampaign: boolean;
  /** By message variation id. */
  readonly messages: Readonly<Record<string, SampleMessage>>;
}

/** A step of a sample Canvas. */
export interface SampleStep {
  readonly id: string;
  readonly name: string;
  readonly nextStepIds: readonly string[];
  readonly channels: readonly string[];
  readonly messages: Readonly<Record<string, SampleMessage>>;
}

/** A Canvas of the sample workspace. */
export interface SampleCanvas extends SampleTarget {
  readonly steps: readonly SampleStep[];
}

/** The campaigns and Canvases that a sandbox knows. */
export interface Catalogue {
  readonly campaigns: readonly SampleCampaign[];
  readonly canvases: readonly SampleCanvas[];
}

/** The campaign that the shipped sample collection sends: "Welcome", active, API-triggered. */
export const welcomeCampaignId = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';

/** The workspace every sandbox starts with: active, paused, archived and draft targets. */
export const sampleCatalogue: Catalogue = {
  campaigns: sampleCampaigns,
  canvases: sampleCanvases,
};

/** Whether a trigger reaches anybody: paused and archived ones are answered with a notice. */
export function targetState(target: SampleTarget): 'active' | 'paused' | 'archived' | 'draft' {
  if (target.archived) return 'archived';
  if (target.draft) return 'draft';
  return target.enabled ? 'active' : 'paused';
}
