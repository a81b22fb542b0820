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

/** A text without escapes and control characters, with its closing quote. */
const plainString = /[^"\\\u0000-\u001f]*"/y;
const plainNumber = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?=[ \t\r\n,\]}:]|$)/y;
const plainWord = /(?:null|true|false)(?=[ \t\r\n,\]}:]|$)/y;

const punctuation: ReadonlyMap<number, number> = new Map<number, number>([
  [0x7b, jsonToken.openBrace],
  [0x7d, jsonToken.closeBrace],
  [0x5b, jsonToken.openBracket],
  [0x5d, jsonToken.closeBracket],
  [0x2c, jsonToken.comma],
  [0x3a, jsonToken.colon],
]);
const words: ReadonlyMap<string, number> = new Map<string, number>([
  ['null', jsonToken.null],
  ['true', jsonToken.true],
  ['false', jsonToken.false],
]);

/**
 * Reads the tokens of a JSON-with-comments text one after another; a byte order mark is skipped. A
 * comment that never ends is given as an unknown token.
 *
 * What is written plainly is read here, several times as fast as the scanner reads it; everything else is the
 * scanner's: comments, escapes, and whatever is wrong.
 */
export function createTokenReader(text: string): () => Token {
  const scanner = createScanner(text, false);
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  let lineStart = 0;

  const token = (type: number, value: string, length: number): Token => {
    const offset = at;
    at += length;
    const column = offset - lineStart + 1;
    return { type, value, offset, length, scanError: jsonScanError.none, line, column };
  };

  const skipSpace = (): number => {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 10 || code === 13) {
        if (code === 13 && text.charCodeAt(at + 1) === 10) at += 1;
        line += 1;
        lineStart = at + 1;
      } else if (code !== 32 && code !== 9) return code;
      at += 1;
    }
  };

  /** What `pattern` finds right at `from`; null for nothing. */
  const match = (pattern: RegExp, from: number): string | null => {
    pattern.lastIndex = from;
    return pattern.test(text) ? text.slice(from, pattern.lastIndex) : null;
  };

  const countLines = (from: number, to: number): void => {
    for (const found of text.slice(from, to).matchAll(/\r\n|\n|\r/g)) {
      line += 1;
      lineStart = from + found.index + found[0].length;
    }
  };

  const scanned = (): Token => {
    scanner.setPosition(at);
    const from = at;
    for (;;) {
      let type: number = scanner.scan();
      const scanError: number = scanner.getTokenError();
      if (type === jsonToken.blockComment && scanError === jsonScanError.openComment) {
        type = jsonToken.unknown;
      }
      if (type >= jsonToken.lineComment && type <= jsonToken.space) continue;
      const offset = scanner.getTokenOffset();
      const length = scanner.getTokenLength();
      countLines(from, offset);
      at = offset + length;
      const column = offset - lineStart + 1;
      return { type, value: scanner.getTokenValue(), offset, length, scanError, line, column };
    }
  };

  return () => {
    const code = skipSpace();
    const sign = punctuation.get(code);
    if (sign !== undefined) return token(sign, '', 1);
    if (code === 0x22) {
      const found = match(plainString, at + 1);
      if (found !== null) return token(jsonToken.string, found.slice(0, -1), found.length + 1);
    } else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      const found = match(plainNumber, at);
      if (found !== null) return token(jsonToken.number, found, found.length);
    } else if (code === 0x6e || code === 0x74 || code === 0x66) {
      const found = match(plainWord, at);
      const type = found === null ? undefined : words.get(found);
      if (found !== null && type !== undefined) return token(type, found, found.length);
    }
    return scanned();
  };
}
