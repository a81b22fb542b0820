import type { ListedTarget, TargetKind, TargetState } from '#shared/domain/lookup';
import type { Tone } from '../../components/tone';

/** What a chip says; key of its text in `lookups.chip`. */
export type TargetChip = 'archived' | 'draft' | 'paused' | 'active' | 'api' | 'triggered' | 'other';

/** A line of the picker. */
export interface TargetRow {
  readonly target: ListedTarget;
  readonly chips: readonly TargetChip[];
  readonly lastSent: string | null;
}

export const chipTones: Readonly<Record<TargetChip, Tone>> = {
  archived: 'warning',
  draft: 'warning',
  paused: 'warning',
  active: 'success',
  api: 'info',
  triggered: 'neutral',
  other: 'warning',
};

/** State first, then kind. Only what is known has a chip. */
export function chipsOf(
  { archived, apiCampaign }: ListedTarget,
  state: TargetState | undefined,
  kind: TargetKind,
): readonly TargetChip[] {
  const chips: TargetChip[] = [];
  if (state?.archived ?? archived) chips.push('archived');
  else if (state?.draft === true) chips.push('draft');
  else if (state?.enabled === false) chips.push('paused');
  else if (state?.enabled === true) chips.push('active');
  const scheduleType = state?.scheduleType ?? '';
  if (kind === 'campaign' && apiCampaign) chips.push('api');
  else if (/api/i.test(scheduleType)) chips.push('triggered');
  else if (/^(time|action)[ _-]?(based|triggered)$/i.test(scheduleType)) chips.push('other');
  return chips;
}

/** The rows that have every word in name, id or tags; archived ones last, else by name. */
export function findRows(
  entries: readonly ListedTarget[],
  states: Readonly<Record<string, TargetState>>,
  kind: TargetKind,
  query: string,
  language: string,
): TargetRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const { compare } = new Intl.Collator(language, { numeric: true });
  return entries
    .filter(({ name, id, tags }) => {
      const text = `${name}\n${id}\n${tags.join('\n')}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map((target) => {
      const state = states[target.id];
      return { target, chips: chipsOf(target, state, kind), lastSent: state?.lastSent ?? null };
    })
    .sort(
      (a, b) =>
        Number(a.target.archived) - Number(b.target.archived) ||
        compare(a.target.name, b.target.name),
    );
}
