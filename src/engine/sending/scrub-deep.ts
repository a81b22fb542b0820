/**
 * Scrubs every text in a value, names of fields too; numbers and the rest stay. Texts are looked through together
 * first: a scrubber that finds nothing in all of them, one a line, finds nothing in any.
 */
export function scrubDeep<T>(value: T, scrub: (text: string) => string): T {
  const texts: string[] = [];
  gather(value, texts);
  const all = texts.join('\n');
  return scrub(all) === all ? value : (scrubbed(value, scrub) as T);
}

function gather(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value);
  else if (Array.isArray(value)) for (const entry of value) gather(entry, texts);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, entry] of Object.entries(value)) {
      texts.push(name);
      gather(entry, texts);
    }
  }
}

function scrubbed(value: unknown, scrub: (text: string) => string): unknown {
  if (typeof value === 'string') return scrub(value);
  if (Array.isArray(value)) return value.map((entry: unknown) => scrubbed(entry, scrub));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [scrub(name), scrubbed(entry, scrub)]),
  );
}
