import type { ScanError, SyntaxKind } from 'jsonc-parser';

/**
 * jsonc-parser's token numbers. It declares them as an ambient const enum, which isolated modules may not read;
 * the type checks that each number is one of its kinds.
 */
export const jsonToken = {
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
  space: 15,
  unknown: 16,
  end: 17,
} as const satisfies Record<string, SyntaxKind>;

/** jsonc-parser's numbers for what is wrong inside a token. */
export const jsonScanError = {
  none: 0,
  openComment: 1,
  openString: 2,
  openNumber: 3,
  badUnicode: 4,
  badEscape: 5,
  badCharacter: 6,
} as const satisfies Record<string, ScanError>;
