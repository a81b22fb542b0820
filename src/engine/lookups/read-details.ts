import { z } from 'zod';
import { unknownContract } from '#shared/braze/contract/contract';
import { readContract } from '#shared/braze/contract/read-contract';
import type { UnknownObject } from '#shared/braze/json-value';
import type { TargetDetails, TargetKind } from '#shared/domain/lookup';
import { DeskError } from '#shared/errors';
import { messageTexts } from './message-texts';

const flag = z.boolean().nullable().catch(null);
const time = z.string().max(60).nullable().catch(null);
const texts = z.array(z.string().max(500)).max(500).catch([]);

const detailsSchema = z.object({
  name: z.string().max(2000),
  description: z.string().max(10_000).catch(''),
  archived: flag,
  draft: flag,
  enabled: flag,
  schedule_type: z.string().max(100).nullable().catch(null),
  channels: texts,
  tags: texts,
  first_sent: time,
  last_sent: time,
  // What a Canvas calls the same.
  first_entry: time,
  last_entry: time,
  updated_at: time,
});

/** Where the properties of a call stand in texts (`api/objects_filters/trigger_properties_object`, `…/context_object`). */
const namespaces: Readonly<Record<TargetKind, readonly string[]>> = {
  campaign: ['api_trigger_properties'],
  canvas: ['context', 'canvas_entry_properties'],
};

/**
 * Reads the answer of `/campaigns/details` or `/canvas/details`. Of the texts only the contract is kept.
 * @throws DeskError `answer_unreadable` where it has not even a name.
 */
export function readDetails(
  kind: TargetKind,
  id: string,
  answer: UnknownObject,
  nowMs: number,
): TargetDetails {
  const parsed = detailsSchema.safeParse(answer);
  if (!parsed.success) throw new DeskError('answer_unreadable', { status: 200 });
  const { data } = parsed;
  const found = messageTexts(kind, answer);
  const hasMessages = Object.hasOwn(answer, kind === 'campaign' ? 'messages' : 'steps');
  return {
    id,
    name: data.name,
    fetchedAtMs: nowMs,
    description: data.description,
    archived: data.archived,
    draft: data.draft,
    enabled: data.enabled,
    scheduleType: data.schedule_type,
    channels: data.channels,
    tags: data.tags,
    firstSent: data.first_sent ?? data.first_entry,
    lastSent: data.last_sent ?? data.last_entry,
    updatedAt: data.updated_at,
    contract: hasMessages ? readContract(found, namespaces[kind]) : unknownContract,
  };
}
