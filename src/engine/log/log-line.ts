import type { LogFields } from './log';

/** The only names that a line may have, with what their values may be. */
const allowed = {
  area: 'string',
  code: 'string',
  route: 'string',
  environmentId: 'string',
  attemptId: 'string',
  dispatchRow: 'string',
  endpoint: 'string',
  host: 'string',
  outcome: 'string',
  status: 'number',
  failure: 'string',
  elapsedMs: 'number',
  bytes: 'number',
  count: 'number',
  file: 'string',
  line: 'number',
  state: 'string',
  version: 'string',
  platform: 'string',
  runtime: 'string',
  system: 'string',
} as const satisfies Record<Exclude<keyof LogFields, 'error'>, 'string' | 'number'>;

/** Longer texts are cut: a line is for facts. */
const maxText = 500;

/**
 * What is written of the fields a caller gave: allowed names with plain values, and of an error its
 * name, its code and its frames. An error's message is left out, as it may quote a body or a person.
 */
export function logFields(
  given: Readonly<Record<string, unknown>>,
): Record<string, string | number | string[]> {
  const kept: Record<string, string | number | string[]> = {};
  for (const [name, kind] of Object.entries(allowed)) {
    const value = given[name];
    if (typeof value === 'string' && kind === 'string') kept[name] = value.slice(0, maxText);
    if (typeof value === 'number' && kind === 'number') kept[name] = value;
  }
  const { error } = given;
  if (error instanceof Error) {
    kept.errorName = error.name.slice(0, 100);
    if ('code' in error && typeof error.code === 'string')
      kept.errorCode = error.code.slice(0, 100);
    kept.frames = framesOf(error);
  } else if (error !== undefined) {
    kept.errorName = typeof error;
  }
  return kept;
}

function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim().slice(0, 300));
}
