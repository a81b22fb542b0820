import * as fc from 'fast-check';
import { createScanner } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { jsonScanError, jsonToken } from '../lib/json-tokens';
import { type Token, TokenReader } from './token-reader';

/** Nothing is read behind a comment that never ends. */
function isLast(type: number, scanError: number): boolean {
  return type === jsonToken.end || scanError === jsonScanError.openComment;
}

/** Every token by the scanner alone, with places counted from the start. */
function scannedTokens(text: string): Token[] {
  const scanner = createScanner(text, false);
  if (text.charCodeAt(0) === 0xfeff) scanner.setPosition(1);
  const found: Token[] = [];
  for (;;) {
    let type: number = scanner.scan();
    const scanError: number = scanner.getTokenError();
    if (type === jsonToken.blockComment && scanError === jsonScanError.openComment) {
      type = jsonToken.unknown;
    }
    if (type >= jsonToken.lineComment && type <= jsonToken.space) continue;
    found.push({
      type,
      value: scanner.getTokenValue(),
      offset: scanner.getTokenOffset(),
      length: scanner.getTokenLength(),
      scanError,
      line: scanner.getTokenStartLine() + 1,
      column: scanner.getTokenStartCharacter() + 1,
    });
    if (isLast(type, scanError)) return found;
  }
}

function readTokens(text: string): Token[] {
  const reader = new TokenReader(text);
  const found: Token[] = [];
  for (;;) {
    reader.next();
    const { type, value, offset, length, scanError, line, column } = reader;
    found.push({ type, value, offset, length, scanError, line, column });
    if (isLast(type, scanError)) return found;
  }
}

/** What matters of a token: punctuation has no value of its own. */
function compared(tokens: readonly Token[]): unknown[] {
  return tokens.map(({ value, ...token }) =>
    token.type <= jsonToken.colon ? token : { ...token, value },
  );
}

const pieces = [
  ...['{', '}', '[', ']', ',', ':', ' ', '\t', '\n', '\r\n', '\r', '"a"', '"é서"', '"\\n"', '"'],
  ...['"\\u00e9"', '"\\x"', '"a\tb"', '"a\u0000"', '"\ud800"', '"😀"', '\\', '\u00a0', '\ufeff'],
  ...[
    '0',
    '-1',
    '1.5e+3',
    '-',
    '01',
    '1.',
    '1e',
    '2,',
    '3x',
    'true',
    'false',
    'null',
    'truex',
    'nul',
  ],
  ...['// c', '// c\n', '/* c */', '/* a\nb */', '/*', "'x'", 'NaN', '\u2028', '\u0000'],
];

describe('tokens', () => {
  it('are those of the scanner, with their places, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
        (text) => {
          expect(compared(readTokens(text))).toEqual(compared(scannedTokens(text)));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are those of the scanner for JSON in every layout', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(compared(readTokens(text))).toEqual(compared(scannedTokens(text)));
      }),
    );
  });
});
