import { createScanner } from 'jsonc-parser';
import { jsonScanError, jsonToken } from '../lib/json-tokens';

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
      if (type === jsonToken.blockComment && scanError === jsonScanError.openComment)
        type = jsonToken.unknown;
      if (type >= jsonToken.lineComment && type <= jsonToken.space) continue;
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
