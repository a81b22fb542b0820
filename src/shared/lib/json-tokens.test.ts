import * as parser from 'jsonc-parser';
import { expect, it } from 'vitest';
import { jsonScanError, jsonToken } from './json-tokens';

/** Its enums, which are there at run time. */
const enums = parser as unknown as Record<'SyntaxKind' | 'ScanError', Record<string, number>>;

it('has the numbers that jsonc-parser has at run time', () => {
  expect(jsonToken).toEqual({
    openBrace: enums.SyntaxKind['OpenBraceToken'],
    closeBrace: enums.SyntaxKind['CloseBraceToken'],
    openBracket: enums.SyntaxKind['OpenBracketToken'],
    closeBracket: enums.SyntaxKind['CloseBracketToken'],
    comma: enums.SyntaxKind['CommaToken'],
    colon: enums.SyntaxKind['ColonToken'],
    null: enums.SyntaxKind['NullKeyword'],
    true: enums.SyntaxKind['TrueKeyword'],
    false: enums.SyntaxKind['FalseKeyword'],
    string: enums.SyntaxKind['StringLiteral'],
    number: enums.SyntaxKind['NumericLiteral'],
    lineComment: enums.SyntaxKind['LineCommentTrivia'],
    blockComment: enums.SyntaxKind['BlockCommentTrivia'],
    lineBreak: enums.SyntaxKind['LineBreakTrivia'],
    space: enums.SyntaxKind['Trivia'],
    unknown: enums.SyntaxKind['Unknown'],
    end: enums.SyntaxKind['EOF'],
  });
  expect(jsonScanError).toEqual({
    none: enums.ScanError['None'],
    openComment: enums.ScanError['UnexpectedEndOfComment'],
    openString: enums.ScanError['UnexpectedEndOfString'],
    openNumber: enums.ScanError['UnexpectedEndOfNumber'],
    badUnicode: enums.ScanError['InvalidUnicode'],
    badEscape: enums.ScanError['InvalidEscapeCharacter'],
    badCharacter: enums.ScanError['InvalidCharacter'],
  });
});
