/** A query in words. A dispatch is found when each word occurs in it somewhere. */
export interface SearchTerms {
  /** As FTS5 phrases, for words of three characters and more. */
  readonly phrases: readonly string[];
  /** As LIKE patterns with `\` as escape, for words too short for the trigram index. */
  readonly patterns: readonly string[];
}

/** Reads a query. Nothing in it has a meaning of its own: quotes, operators and wildcards are text. */
export function searchTerms(query: string): SearchTerms {
  const words = new Set(
    query
      // A zero byte would end SQLite's text; other control characters part words.
      .replace(/[\p{Cc}\p{Surrogate}]/gu, ' ')
      .split(/\s+/)
      .filter((word) => word !== ''),
  );
  const phrases: string[] = [];
  const patterns: string[] = [];
  for (const word of words) {
    if (Array.from(word).length >= 3) phrases.push(`"${word.replaceAll('"', '""')}"`);
    else patterns.push(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
  }
  return { phrases, patterns };
}
