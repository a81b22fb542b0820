import type { BlastRadius } from '#shared/domain/dispatch';
import { formatCount } from '../lib/format';
import { text } from './use-text';

/** Who a body reaches, in words: the same in the request's line, the confirmation and the history. */
export function reachText(radius: BlastRadius, language: string): string {
  const counted = (key: 'recipients' | 'audience', count: number): string =>
    text(`outcomes.radius.${key}`, { count: formatCount(count, language) }, count);
  switch (radius.kind) {
    case 'none':
      return text('outcomes.radius.none');
    case 'segment':
      return text('outcomes.radius.segment');
    case 'recipients':
      return counted('recipients', radius.count);
    case 'audience': {
      const audience = counted('audience', radius.conditions);
      if (radius.recipients === null) return audience;
      return `${counted('recipients', radius.recipients)} · ${audience}`;
    }
  }
}

/** Whether more people are reached than the body names. */
export function isWide(radius: BlastRadius): boolean {
  return radius.kind === 'segment' || (radius.kind === 'audience' && radius.recipients === null);
}
