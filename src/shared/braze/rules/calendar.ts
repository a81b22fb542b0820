const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

/** A date or moment read from a text. */
export interface ReadMoment {
  /** Epoch milliseconds; without a zone the text is read as UTC. */
  readonly ms: number;
  readonly hasTime: boolean;
  readonly hasZone: boolean;
}

function dayMs(text: string): number | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
    ? moment.getTime()
    : null;
}

function zoneMs(zone: string | undefined): number | null {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/**
 * Reads an ISO 8601 date or date and time: `T` or a blank between them, offsets with or without colon,
 * seconds optional. Null when the text is none or the day does not exist.
 */
export function readMoment(text: string): ReadMoment | null {
  const day = dayMs(text);
  if (day !== null) return { ms: day, hasTime: false, hasZone: false };
  const match = DATE_TIME.exec(text);
  const start = dayMs(match?.[1] ?? '');
  if (match === null || start === null) return null;
  const [hours, minutes] = [Number(match[2]), Number(match[3])];
  const seconds = Number(match[4] ?? '0');
  const offset = zoneMs(match[6]);
  if (offset === null || minutes > 59 || seconds > 60) return null;
  if (hours > 24 || (hours === 24 && (minutes > 0 || seconds > 0))) return null;
  const ms = start + ((hours * 60 + minutes) * 60 + seconds) * 1000 - offset;
  return { ms, hasTime: true, hasZone: match[6] !== undefined };
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  return dayMs(text) !== null;
}
