import { isEndpointPath } from '#shared/braze/endpoints';
import { formatRepair } from '#shared/braze/format-repair';
import { checkKnownTarget } from '#shared/braze/known-target';
import { knownTargetRepairs } from '#shared/braze/known-target-repairs';
import { repairsFor } from '#shared/braze/repairs';
import type { TextEdit } from '#shared/braze/text-edit';
import { validateText } from '#shared/braze/validate';
import type { TargetKnowledge } from '#shared/domain/lookup';
import type { Language } from '#shared/domain/language';

export interface BodyRepair {
  readonly title: string;
  /** The body becomes several: there are no edits, and `splitCalls` makes them. */
  readonly splits: boolean;
  readonly edits: readonly TextEdit[];
}

/** The repairs of what is wrong between two offsets, best first. */
export function repairsBetween(
  endpoint: string,
  text: string,
  start: number,
  end: number,
  language: Language,
  nowMs: number,
  target: TargetKnowledge | null = null,
): BodyRepair[] {
  if (!isEndpointPath(endpoint)) return [];
  const touches = ({ offset, length }: { offset: number; length: number }): boolean =>
    offset <= end && offset + Math.max(length, 1) >= start;
  const repairs = validateText(endpoint, text, { placeholders: 'allow', nowMs })
    .filter(touches)
    .flatMap((diagnostic) => repairsFor(diagnostic, text, endpoint));
  const known =
    target === null ? [] : checkKnownTarget(endpoint, text, target, 'allow').filter(touches);
  const added = target === null ? [] : knownTargetRepairs(known, text, endpoint, target);
  return [...repairs, ...added].map((repair) => ({
    title: formatRepair(repair, language),
    splits: repair.code === 'split_calls',
    edits: repair.edits,
  }));
}
