import { placeOf, type PartPlace } from '#shared/braze/audience/changes';
import { type AudiencePart, partAt } from '#shared/braze/audience/tree';

/** Where a part can go from where it is. */
export type MoveDirection = 'up' | 'down' | 'out' | 'in';

/**
 * The place a part has after a move, counted without it; null where there is none. `up` and `down` stay in
 * the group, and at its ends leave it; `in` goes into the nearest group beside it, the one above first.
 */
export function placeAfter(
  root: AudiencePart,
  pointer: string,
  direction: MoveDirection,
): PartPlace | null {
  const place = placeOf(root, pointer);
  const group = place === null ? undefined : partAt(root, place.group);
  if (place === null || group?.kind !== 'group') return null;
  const { index } = place;
  const last = group.parts.length - 1;
  switch (direction) {
    case 'up':
      return index > 0 ? { group: place.group, index: index - 1 } : outOf(root, place.group, 0);
    case 'down':
      return index < last ? { group: place.group, index: index + 1 } : outOf(root, place.group, 1);
    case 'out':
      return outOf(root, place.group, 1);
    case 'in': {
      const above = group.parts[index - 1];
      if (above?.kind === 'group') return { group: above.pointer, index: above.parts.length };
      const below = group.parts[index + 1];
      return below?.kind === 'group' ? { group: below.pointer, index: 0 } : null;
    }
  }
}

/** The place before or behind a group, in the group that holds it. */
function outOf(root: AudiencePart, group: string, behind: 0 | 1): PartPlace | null {
  const place = placeOf(root, group);
  return place === null ? null : { group: place.group, index: place.index + behind };
}

/** The parts whose rows are shown, in their order: those in folded groups are not. */
export function shownParts(
  part: AudiencePart,
  folded: ReadonlySet<string>,
): readonly AudiencePart[] {
  if (part.kind !== 'group' || folded.has(part.pointer)) return [part];
  return [part, ...part.parts.flatMap((inner) => shownParts(inner, folded))];
}
