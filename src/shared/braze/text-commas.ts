import { createScanner } from 'jsonc-parser';
import { jsonToken } from '../lib/json-tokens';

/** Offset of the comma that is the next token from a position on; null where another token is. */
export function commaAfter(text: string, from: number): number | null {
  const scanner = createScanner(text, true);
  scanner.setPosition(from);
  const token: number = scanner.scan();
  return token === jsonToken.comma ? scanner.getTokenOffset() : null;
}

/** Offset of the last comma token between two positions that hold no other values than repeated fields. */
export function lastCommaBetween(text: string, from: number, to: number): number | null {
  const scanner = createScanner(text, true);
  scanner.setPosition(from);
  let comma: number | null = null;
  for (;;) {
    const token: number = scanner.scan();
    if (token === jsonToken.end || scanner.getTokenOffset() >= to) return comma;
    if (token === jsonToken.comma) comma = scanner.getTokenOffset();
  }
}
