/**
 * Texts as one, with a comma between each two. A row's text is put together of many pieces, which the collector would
 * have to copy again and again while its call is on its way; one flat text for all rows of the call costs it nothing.
 */
export interface JoinedTexts {
  readonly joined: string;
  /** Where each text ends in it. */
  readonly ends: readonly number[];
}

export function joinTexts(texts: readonly string[]): JoinedTexts {
  const ends: number[] = [];
  let end = -1;
  for (const text of texts) {
    end += text.length + 1;
    ends.push(end);
  }
  return { joined: texts.join(','), ends };
}

/** Those texts again, one by one; `from` and `to` as in `slice`. */
export function textsIn({ joined, ends }: JoinedTexts, from = 0, to = ends.length): string[] {
  return ends
    .slice(from, to)
    .map((end, at) => joined.slice(from + at === 0 ? 0 : (ends[from + at - 1] ?? 0) + 1, end));
}
