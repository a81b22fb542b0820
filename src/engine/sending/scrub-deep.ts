/** Scrubs every text in a value, names of fields too; numbers and the rest stay. */
export function scrubDeep<T>(value: T, scrub: (text: string) => string): T {
  return scrubbed(value, scrub) as T;
}

function scrubbed(value: unknown, scrub: (text: string) => string): unknown {
  if (typeof value === 'string') return scrub(value);
  if (Array.isArray(value)) return value.map((entry: unknown) => scrubbed(entry, scrub));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [scrub(name), scrubbed(entry, scrub)]),
  );
}
