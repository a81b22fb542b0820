import type { TargetDetails, TargetKnowledge } from '../../domain/lookup';
import { readContract } from '../contract/read-contract';

/** The id of the target that bodies in tests name. */
export const knownId = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';

/** A campaign or Canvas as it may be known; its texts read what the templates given read. */
export function knownTarget(
  over: Partial<TargetKnowledge> = {},
  details: Partial<TargetDetails> = {},
  ...templates: readonly string[]
): TargetKnowledge {
  const kind = over.kind ?? 'campaign';
  return {
    kind,
    id: knownId,
    listed: {
      id: knownId,
      name: 'Welcome',
      tags: [],
      lastEdited: null,
      archived: false,
      apiCampaign: false,
    },
    details: {
      id: knownId,
      name: 'Welcome',
      fetchedAtMs: 1,
      description: '',
      archived: false,
      draft: false,
      enabled: true,
      scheduleType: 'api_triggered',
      channels: ['email'],
      tags: [],
      firstSent: null,
      lastSent: null,
      updatedAt: null,
      contract: readContract(
        templates.map((text) => ({ text, place: { message: 'Email', field: 'body' } })),
        kind === 'campaign' ? ['api_trigger_properties'] : ['context', 'canvas_entry_properties'],
      ),
      ...details,
    },
    listFetchedAtMs: 1,
    otherKindName: null,
    ...over,
  };
}
