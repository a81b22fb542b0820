import { createScanner } from 'jsonc-parser';

/** Token numbers of jsonc-parser, whose own enum cannot be imported under `isolatedModules`. */
export const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  trivia: 15,
  unknown: 16,
  end: 17,
} as const;

/** Scan error numbers of jsonc-parser. */
export const SCAN_ERROR = {
  none: 0,
  openComment: 1,
  openString: 2,
  openNumber: 3,
  badUnicode: 4,
  badEscape: 5,
  badCharacter: 6,
} as const;

/** One token that is neither white space nor comment. */
export interface Token {
  readonly type: number;
  readonly value: string;
  readonly offset: number;
  readonly length: number;
  readonly scanError: number;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/**
 * Reads the tokens of a JSON-with-comments text one after another; a byte order mark is skipped. A
 * comment that never ends is given as an unknown token.
 */
export function createTokenReader(text: string): () => Token {
  const scanner = createScanner(text, false);
  if (text.charCodeAt(0) === 0xfeff) scanner.setPosition(1);
  return () => {
    for (;;) {
      let type: number = scanner.scan();
      const scanError: number = scanner.getTokenError();
      if (type === TOKEN.blockComment && scanError === SCAN_ERROR.openComment) type = TOKEN.unknown;
      if (type >= TOKEN.lineComment && type <= TOKEN.trivia) continue;
      return {
        type,
        value: scanner.getTokenValue(),
        offset: scanner.getTokenOffset(),
        length: scanner.getTokenLength(),
        scanError,
        line: scanner.getTokenStartLine() + 1,
        column: scanner.getTokenStartCharacter() + 1,
      };
    }
  };
}
