/** Texts for sizes, times and counts in the language given; pure so that every part shows the same. */

export function formatCount(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Bytes as `512 B`, `1.2 kB`, `3.4 MB`, with 1,024 to a step. */
export function formatBytes(bytes: number, language: string): string {
  let value = bytes;
  let step = 0;
  while (value >= 1024 && step < steps.length - 1) {
    value /= 1024;
    step += 1;
  }
  const unit = steps[step] ?? 'byte';
  if (unit === 'byte') return `${formatCount(bytes, language)} B`;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 100 ? 1 : 0,
  }).format(value);
}

/** Milliseconds as `143 ms`, from a second on as `1.43 s`, from a minute on as `2 min 5 s`. */
export function formatDuration(ms: number, language: string): string {
  const unit = (value: number, name: string, digits: number): string =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  if (ms < 999.5)
    return unit(ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms), 'millisecond', 1);
  if (ms < 59_995) return unit(ms / 1000, 'second', 2);
  const minutes = Math.floor(ms / 60_000);
  return `${unit(minutes, 'minute', 0)} ${unit(Math.round((ms - minutes * 60_000) / 1000), 'second', 0)}`;
}

/** A running clock: seconds with one fraction, always, so that its width stays. */
export function formatSeconds(ms: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(ms / 1000);
}

export function formatPercent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  );
}

/** Date and time of an ISO 8601 text, to the second, in local time. */
export function formatMoment(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(iso),
  );
}
