import fc from 'fast-check';
import { createScanner } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { jsonToken } from './json-tokens';
import { skipBrackets } from './skip-brackets';

/** The same by a whole scanner, token by token. */
function byTokens(text: string): { end: number; isPaired: boolean } {
  const scanner = createScanner(text, true);
  const open: number[] = [];
  for (let token = scanner.scan(); token !== jsonToken.end; token = scanner.scan()) {
    if (token === jsonToken.openBrace) open.push(jsonToken.closeBrace);
    else if (token === jsonToken.openBracket) open.push(jsonToken.closeBracket);
    else if (token === jsonToken.closeBrace || token === jsonToken.closeBracket) {
      if (open.pop() !== token) return { end: scanner.getTokenOffset(), isPaired: false };
      if (open.length === 0) return { end: scanner.getPosition(), isPaired: true };
    }
  }
  return { end: text.length, isPaired: false };
}

describe('skipping brackets', () => {
  it.each([
    ['{}', 2],
    ['[{"a": "]"}], 1', 12],
    ['{ "\\"}": 1 } x', 12],
    ['[ // ]\n 1 ]', 11],
    ['[ /* ] */ ]]', 11],
    ['{"a": /1}', 9],
  ])('ends %j at %i', (text, end) => {
    expect(skipBrackets(text, 0)).toEqual({ end, isPaired: true });
  });

  it.each([
    ['{]', 1],
    ['{', 1],
    ['["]', 3],
    ['[/*]', 4],
    ['[//]', 4],
    ['["\\', 3],
  ])('stops in %j at %i', (text, end) => {
    expect(skipBrackets(text, 0)).toEqual({ end, isPaired: false });
  });

  it('is what a scanner says, whatever the text', () => {
    const unit = fc.constantFrom(
      ...'{}[]",:/*\\\n\r u1a.-'.split(''),
      'true',
      '\\"',
      '//',
      '/*',
      '*/',
    );
    const text = fc.array(unit, { maxLength: 40 }).map((units) => `[${units.join('')}`);
    fc.assert(
      fc.property(text, (given) => {
        expect(skipBrackets(given, 0)).toEqual(byTokens(given));
      }),
      { numRuns: 5000 },
    );
  });
});
