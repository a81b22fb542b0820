import type { SentBefore } from '#shared/domain/sent-before';
import { text } from '../../i18n/use-text';
import { formatAge } from '../../lib/format-age';

const minuteMs = 60_000;

/** When it was sent last, in epoch milliseconds. */
export function sentAtMs(before: SentBefore): number {
  return Date.parse(before.of === 'run' ? before.sentAt : before.createdAt);
}

/** The one that was sent last of several. */
export function latestOf(all: readonly SentBefore[]): SentBefore | null {
  return all.reduce<SentBefore | null>(
    (latest, one) => (latest === null || sentAtMs(one) > sentAtMs(latest) ? one : latest),
    null,
  );
}

function ago(atMs: number, nowMs: number, language: string): string {
  const passed = nowMs - atMs;
  if (passed >= minuteMs) return formatAge(atMs, nowMs, language);
  return new Intl.RelativeTimeFormat(language).format(-Math.floor(passed / 1000), 'second');
}

/** What was sent before, in one sentence. `count`: of how many of several bodies that is said. */
export function sentBeforeText(
  before: SentBefore,
  count: number,
  nowMs: number,
  language: string,
): string {
  const atMs = sentAtMs(before);
  if (before.of === 'run' && before.state === 'running')
    return text('sendConfirmation.repeat.runNow');
  if (atMs > nowMs) return text('sendConfirmation.repeat.setBack');
  const params = { ago: ago(atMs, nowMs, language) };
  if (before.of === 'run') return text('sendConfirmation.repeat.run', params);
  if (count > 1) return text('sendConfirmation.repeat.several', { ...params, count });
  return text(`sendConfirmation.repeat.${before.onItsWay ? 'waiting' : 'dispatch'}`, params);
}

/** What sending again would mean. */
export function repeatMeaning(before: SentBefore): string {
  const known =
    before.of === 'run'
      ? before.state !== 'running'
      : !['unknown', 'failed'].includes(before.outcome);
  return text(`sendConfirmation.repeat.${known ? 'reached' : 'maybe'}`);
}
