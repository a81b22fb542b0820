import type { SyntaxKind } from 'jsonc-parser';

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
  string: 10,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  space: 15,
  end: 17,
} as const satisfies Record<string, SyntaxKind>;
