import { createScanner, type SyntaxKind } from 'jsonc-parser';
import { jsonToken } from './json-tokens';
import { skipBrackets } from './skip-brackets';
import { textError, type TextError } from './wire-body';

/** One property of the outermost object: offsets and lengths in UTF-16 units of the text. */
export interface TopLevelProperty {
  readonly name: string;
  readonly keyOffset: number;
  readonly valueOffset: number;
  readonly valueLength: number;
}

export type TopLevel =
  | {
      readonly ok: true;
      readonly open: number;
      readonly close: number;
      readonly properties: readonly TopLevelProperty[];
    }
  | (TextError & { readonly reason: 'broken_json' | 'not_object' });

/**
 * Finds the properties of the outermost object without building a tree, so that a file of 4 MB or one that
 * nests 100,000 deep takes milliseconds and no stack. What is inside a value only has to have its brackets paired.
 */
export function readTopLevel(text: string): TopLevel {
  const scanner = createScanner(text, true);
  if (text.charCodeAt(0) === 0xfeff) scanner.setPosition(1);
  const broken = (offset: number): TopLevel => ({
    ...textError(text, offset),
    reason: 'broken_json',
  });

  let token = scanner.scan();
  if (token !== jsonToken.openBrace) {
    return { ...textError(text, scanner.getTokenOffset()), reason: 'not_object' };
  }
  const open = scanner.getTokenOffset();
  const properties: TopLevelProperty[] = [];

  token = scanner.scan();
  while (token !== jsonToken.closeBrace) {
    if (token !== jsonToken.string) return broken(scanner.getTokenOffset());
    const keyOffset = scanner.getTokenOffset();
    const name = scanner.getTokenValue();
    if (scanner.scan() !== jsonToken.colon) return broken(scanner.getTokenOffset());
    token = scanner.scan();
    const valueOffset = scanner.getTokenOffset();
    const end = skipValue(text, scanner, token);
    if (end === null) return broken(scanner.getTokenOffset());
    properties.push({ name, keyOffset, valueOffset, valueLength: end - valueOffset });
    token = scanner.scan();
    if (token === jsonToken.comma) token = scanner.scan();
    else if (token !== jsonToken.closeBrace) return broken(scanner.getTokenOffset());
  }
  const close = scanner.getTokenOffset();
  if (scanner.scan() !== jsonToken.end) return broken(scanner.getTokenOffset());
  return { ok: true, open, close, properties };
}

/** The end of the value that starts with `first`, or null when the text ends or closes the wrong bracket first. */
function skipValue(
  text: string,
  scanner: ReturnType<typeof createScanner>,
  first: SyntaxKind,
): number | null {
  if (first === jsonToken.openBrace || first === jsonToken.openBracket) {
    const { end, isPaired } = skipBrackets(text, scanner.getTokenOffset());
    scanner.setPosition(end);
    // What stands there is where the fault is shown.
    if (!isPaired) scanner.scan();
    return isPaired ? end : null;
  }
  const ends: readonly SyntaxKind[] = [
    jsonToken.closeBrace,
    jsonToken.closeBracket,
    jsonToken.end,
    jsonToken.comma,
    jsonToken.colon,
  ];
  return ends.includes(first) ? null : scanner.getTokenOffset() + scanner.getTokenLength();
}
