/** Longer patterns are not tried: compiling them takes time and memory. */
const LONGEST = 20_000;

/**
 * Whether a pattern compiles. The server's dialect is not documented, so constructs that only other
 * dialects know (inline flags, atomic groups, possessive quantifiers) are put into a form that
 * JavaScript knows first. The pattern is never run.
 */
export function compiles(pattern: string): boolean {
  if (pattern.length > LONGEST) return true;
  const portable = pattern
    .replaceAll(/\(\?[imsxu-]+\)/g, '')
    .replaceAll(/\(\?(?:[imsxu-]+:|>)/g, '(?:')
    .replaceAll('(?P<', '(?<')
    .replaceAll(/([^\\][*+?}])\+/g, '$1');
  try {
    return new RegExp(portable) instanceof RegExp;
  } catch {
    return false;
  }
}
