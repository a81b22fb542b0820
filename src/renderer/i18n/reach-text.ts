import type { BlastRadius } from '#shared/domain/dispatch';
import { formatCount } from '../lib/format';
import { text } from './use-text';

/** Who a body reaches, in words: the same in the request's line, the confirmation and the history. */
export function reachText(radius: BlastRadius, language: string): string {
  const counted = (count: number): { readonly count: string } => ({
    count: formatCount(count, language),
  });
  switch (radius.kind) {
    case 'none':
      return text('sendConfirmation.reach.none');
    case 'recipients':
      return text('sendConfirmation.reach.recipients', counted(radius.count), radius.count);
    case 'audience':
      return radius.recipients === null
        ? text('sendConfirmation.reach.audience', counted(radius.conditions), radius.conditions)
        : text(
            'sendConfirmation.reach.audienceRecipients',
            counted(radius.recipients),
            radius.recipients,
          );
    case 'segment':
      return text('sendConfirmation.reach.segment');
  }
}

/** Whether more people are reached than the body names. */
export function isWide(radius: BlastRadius): boolean {
  return radius.kind === 'segment' || (radius.kind === 'audience' && radius.recipients === null);
}
