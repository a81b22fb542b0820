import type { Catalogue, SampleCampaign, SampleCanvas } from './catalogue';
import type { RandomBytes } from './random-ids';
import { newDashedId, newHexId } from './random-ids';
import type { ScheduleStore } from './schedule-store';
import { createScheduleStore } from './schedule-store';

/** The state behind the routes: what one Braze workspace would hold. */
export interface Workspace {
  readonly catalogue: Catalogue;
  readonly schedules: ScheduleStore;
  /** Accepts ids that the catalogue does not have, as those of active targets. */
  readonly acceptAnyId: boolean;
  now(): number;
  /** A new `dispatch_id`. */
  newDispatchId(): string;
  /** A new `send_id` or `schedule_id`. */
  newId(): string;
  /** Undefined when unknown. */
  campaign(id: unknown): SampleCampaign | undefined;
  canvas(id: unknown): SampleCanvas | undefined;
}

/** What a workspace needs. */
export interface WorkspaceDeps {
  readonly catalogue: Catalogue;
  readonly acceptAnyId: boolean;
  readonly now: () => number;
  readonly random: RandomBytes;
}

/** Creates a workspace without schedules. */
export function createWorkspace({ catalogue, acceptAnyId, now, random }: WorkspaceDeps): Workspace {
  return {
    catalogue,
    acceptAnyId,
    now,
    schedules: createScheduleStore(),
    newDispatchId: () => newHexId(random),
    newId: () => newDashedId(random),
    campaign: (id) => catalogue.campaigns.find((campaign) => campaign.id === id),
    canvas: (id) => catalogue.canvases.find((canvas) => canvas.id === id),
  };
}
