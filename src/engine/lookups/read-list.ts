import { z } from 'zod';
import type { UnknownObject } from '#shared/braze/json-value';
import type { ListedTarget, TargetKind } from '#shared/domain/lookup';
import { DeskError } from '#shared/errors';

const entrySchema = z.object({
  id: z.string().min(1).max(200),
  name: z.string().max(2000).catch(''),
  tags: z.array(z.string().max(500)).max(500).catch([]),
  last_edited: z.string().max(60).nullable().catch(null),
  is_api_campaign: z.boolean().catch(false),
});

/**
 * Reads one page of a list. An entry without an id is passed over; a page without the list is none.
 * @throws DeskError `answer_unreadable`.
 */
export function readListPage(
  answer: UnknownObject,
  kind: TargetKind,
): readonly Omit<ListedTarget, 'archived'>[] {
  const list = answer[kind === 'campaign' ? 'campaigns' : 'canvases'];
  if (!Array.isArray(list)) throw new DeskError('answer_unreadable', { status: 200 });
  return list.flatMap((entry: unknown) => {
    const parsed = entrySchema.safeParse(entry);
    if (!parsed.success) return [];
    const { id, name, tags, last_edited, is_api_campaign } = parsed.data;
    return [{ id, name, tags, lastEdited: last_edited, apiCampaign: is_api_campaign }];
  });
}
