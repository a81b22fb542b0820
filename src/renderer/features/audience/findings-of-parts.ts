import { type AudiencePart, partsOf } from '#shared/braze/audience/tree';
import type { RuleFinding } from '../body-part/rule-finding';

/**
 * The findings of an audience by the pointer of the part they belong to: the deepest that holds their place.
 * What is said about the field as a whole belongs to the outermost part.
 */
export function findingsByPart(
  root: AudiencePart,
  findings: readonly RuleFinding[],
): ReadonlyMap<string, readonly RuleFinding[]> {
  const pointers = new Set(partsOf(root).map(({ pointer }) => pointer));
  const byPart = new Map<string, RuleFinding[]>();
  for (const finding of findings) {
    let at = finding.pointer;
    if (at !== root.pointer && !at.startsWith(`${root.pointer}/`)) continue;
    while (!pointers.has(at)) at = at.slice(0, at.lastIndexOf('/'));
    const own = byPart.get(at) ?? [];
    own.push(finding);
    byPart.set(at, own);
  }
  return byPart;
}
