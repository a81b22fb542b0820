import type { Component } from 'vue';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** Where it is: the folders of a request. */
  readonly hint: string;
  readonly keys: string | null;
  readonly icon: Component;
  readonly run: () => void;
}

const shownLimit = 50;

/** How well an entry fits, lower is better; null when it does not: whole start, start of a word, inside, letters in order. */
export function rankOf(text: string, query: string): number | null {
  const hay = text.toLocaleLowerCase();
  const needle = query.trim().toLocaleLowerCase();
  if (needle === '') return 0;
  if (hay.startsWith(needle)) return 1;
  const inside = hay.indexOf(needle);
  if (inside > 0) return /[\s/_-]/.test(hay[inside - 1] ?? '') ? 2 : 3;
  let at = -1;
  for (const letter of needle.replaceAll(/\s/g, '')) {
    at = hay.indexOf(letter, at + 1);
    if (at === -1) return null;
  }
  return 4;
}

/** The entries that fit, best first, in their own order where they fit alike. */
export function rankEntries(
  entries: readonly PaletteEntry[],
  query: string,
): readonly PaletteEntry[] {
  const ranked: { entry: PaletteEntry; rank: number }[] = [];
  for (const entry of entries) {
    const byLabel = rankOf(entry.label, query);
    const rank =
      byLabel ?? (entry.hint === '' ? null : rankOf(`${entry.hint} ${entry.label}`, query));
    if (rank !== null) ranked.push({ entry, rank: byLabel === null ? rank + 4 : rank });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, shownLimit)
    .map(({ entry }) => entry);
}
