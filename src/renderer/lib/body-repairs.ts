import { isEndpointPath } from '#shared/braze/endpoints';
import { formatRepair } from '#shared/braze/format-repair';
import { repairsFor } from '#shared/braze/repairs';
import type { TextEdit } from '#shared/braze/text-edit';
import { validateText } from '#shared/braze/validate';
import type { Language } from '#shared/domain/settings';

export interface BodyRepair {
  readonly title: string;
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
): BodyRepair[] {
  if (!isEndpointPath(endpoint)) return [];
  return validateText(endpoint, text, { placeholders: 'allow', nowMs })
    .filter(({ offset, length }) => offset <= end && offset + Math.max(length, 1) >= start)
    .flatMap((diagnostic) => repairsFor(diagnostic, text, endpoint))
    .map((repair) => ({ title: formatRepair(repair, language), edits: repair.edits }));
}
