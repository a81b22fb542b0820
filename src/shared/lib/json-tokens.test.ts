import * as parser from 'jsonc-parser';
import { expect, it } from 'vitest';
import { jsonToken } from './json-tokens';

it('has the numbers that jsonc-parser has at run time', () => {
  const kinds = (parser as unknown as { SyntaxKind: Record<string, number> }).SyntaxKind;
  expect(Object.values(jsonToken)).toEqual(
    [
      'OpenBraceToken',
      'CloseBraceToken',
      'OpenBracketToken',
      'CloseBracketToken',
      'CommaToken',
      'ColonToken',
      'StringLiteral',
      'LineCommentTrivia',
      'BlockCommentTrivia',
      'LineBreakTrivia',
      'Trivia',
      'EOF',
    ].map((name) => kinds[name]),
  );
});
