/** Moments as they are typed and shown: local time with its zone; kept in UTC. */

/** How a date-time input writes a moment: local time to the minute, without a zone. */
export function inputText(ms: number): string {
  const date = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What is wrong with a typed moment, or the moment in epoch milliseconds. */
export function readInput(
  text: string,
  nowMs: number,
): { readonly ms: number } | { readonly problem: 'invalid' | 'past' | 'far' } {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return { problem: 'invalid' };
  const ms = new Date(text).getTime();
  if (Number.isNaN(ms)) return { problem: 'invalid' };
  if (ms <= nowMs) return { problem: 'past' };
  return ms > nowMs + longestMs ? { problem: 'far' } : { ms };
}

/** A year, in milliseconds. */
const longestMs = 366 * 24 * 60 * 60_000;

/** The day and time with the short name of the zone; only the time where it is the same day. */
export function momentWords(ms: number, language: string, nowMs: number): string {
  const date = new Date(ms);
  const today = date.toDateString() === new Date(nowMs).toDateString();
  return new Intl.DateTimeFormat(language, {
    ...(today ? {} : { weekday: 'short', day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(date);
}

/** The same moment in UTC, in full. */
export function utcWords(ms: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(ms));
}

export function zoneName(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Nine in the morning of the day after. */
export function nextMorning(nowMs: number): number {
  const date = new Date(nowMs);
  date.setDate(date.getDate() + 1);
  date.setHours(9, 0, 0, 0);
  return date.getTime();
}
