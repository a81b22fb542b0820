import { InvalidArgumentError } from 'commander';
import { type MapOption, parseMapOption } from '#shared/lib/map-option';
import type { ReportTarget } from './run-reports';
import { type Outcome, outcomes } from '#shared/domain/dispatch';

/** Reads a whole number within bounds; commander reports what it throws as a usage error. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Give a whole number from ${min} to ${max}.`);
  };
}

/** Reads `CALLS/SECONDS`. */
export function quotaWindow(text: string): { readonly limit: number; readonly lengthMs: number } {
  const [, calls, seconds] = /^(\d{1,9})\/(\d{1,6})$/.exec(text) ?? [];
  if (calls === undefined || seconds === undefined || Number(seconds) === 0) {
    throw new InvalidArgumentError('Give CALLS/SECONDS, such as 500/10.');
  }
  return { limit: Number(calls), lengthMs: Number(seconds) * 1000 };
}

/** Collects an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** Reads `name=value`, which may be given several times; later ones win. */
export function collectVariable(
  text: string,
  before: readonly { readonly name: string; readonly value: string }[] = [],
): { readonly name: string; readonly value: string }[] {
  const match = /^([A-Za-z_][A-Za-z0-9_-]{0,99})=(.*)$/s.exec(text);
  const [, name, value] = match ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError('Give NAME=VALUE; a name has letters, digits, _ and -.');
  }
  return [...before, { name, value }];
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Reads a date (`2026-11-21`, the whole day in UTC) or a time with its zone. `end`: gives the first moment
 * that lies behind it.
 */
export function moment(end: boolean): (text: string) => number {
  return (text) => {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
    const isTime =
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text);
    const at = isDay || isTime ? Date.parse(text) : Number.NaN;
    // A day that does not exist must not become the next month's.
    if (Number.isNaN(at) || (isDay && new Date(at).toISOString().slice(0, 10) !== text)) {
      throw new InvalidArgumentError(
        'Give a date such as 2026-11-21, or a time such as 2026-11-21T09:30:00Z.',
      );
    }
    if (!end) return at;
    return at + (isDay ? dayMs : 1);
  };
}

/** Reads `COLUMN=PATH`, which may be given several times. */
export function collectMapping(text: string, before: readonly MapOption[] = []): MapOption[] {
  const option = parseMapOption(text);
  if (option === null) {
    throw new InvalidArgumentError('Give COLUMN=PATH, such as code=trigger_properties.code.');
  }
  return [...before, option];
}

/** Reads `junit=FILE` or `json=FILE`, which may be given several times. */
export function collectReport(text: string, before: readonly ReportTarget[] = []): ReportTarget[] {
  const [, kind, file] = /^(junit|json)=(.+)$/s.exec(text) ?? [];
  if ((kind !== 'junit' && kind !== 'json') || file === undefined) {
    throw new InvalidArgumentError('Give junit=FILE or json=FILE.');
  }
  return [...before, { kind, file }];
}

/** Collects outcomes, each of which has to exist. */
export function collectOutcome(text: string, before: readonly Outcome[] = []): Outcome[] {
  const outcome = outcomes.find((one) => one === text);
  if (outcome === undefined) throw new InvalidArgumentError(`Give one of ${outcomes.join(', ')}.`);
  return [...before, outcome];
}
