/** Stands where a key was. */
export const scrubbedKey = '***';

/** Removes the given secrets from texts and from whole JSON values, property names included. */
export interface KeyScrubber {
  text(value: string): string;
  json(value: unknown): unknown;
}

/** Creates a scrubber. Empty secrets are ignored. The longest is removed first. */
export function createKeyScrubber(secrets: readonly string[]): KeyScrubber {
  const forms = secrets.filter((s) => s !== '').flatMap((s) => [s, encodeURIComponent(s)]);
  forms.sort((a, b) => b.length - a.length);
  // One pass, or the second secret might be found inside what stands for the first.
  const pattern = new RegExp(forms.map((form) => form.replace(/[^\w]/g, '\\$&')).join('|'), 'g');

  function text(value: string): string {
    return forms.length === 0 ? value : value.replace(pattern, scrubbedKey);
  }

  function json(value: unknown): unknown {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(json);
    if (typeof value !== 'object' || value === null) return value;
    // fromEntries defines own properties, so that `__proto__` stays a mere name.
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [text(k), json(v)]));
  }

  return { text, json };
}
