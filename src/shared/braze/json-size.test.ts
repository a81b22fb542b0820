import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from './document';
import { compactSize, mostCompactBytes, utf8Length } from './json-size';
import { nodesOfValue } from './value-nodes';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('sizes', () => {
  it('of a text are its UTF-8 bytes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text));
      }),
    );
  });

  it.each(['', 'a', 'é', '語', '🚀', '\ud800', '\udc00a', 'a\ud800', '\ud800\ud800\udc00'])(
    'of %j are its UTF-8 bytes',
    (text) => {
      expect(utf8Length(text)).toBe(Buffer.byteLength(text));
      expect(compactSize(nodesOfValue(text))).toBe(Buffer.byteLength(JSON.stringify(text)));
    },
  );

  it('of a value are the bytes of its compact JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(compactSize(nodesOfValue(value))).toBe(Buffer.byteLength(JSON.stringify(value)));
      }),
    );
  });

  it('are never more than the length of the source allows', () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"\ud800"',
        '"\u0001"',
        '"語"',
        '"\\u0001"',
        '1.0',
        ' ',
      ],
    );
    const wrapped = fc.constantFrom<readonly [string, string]>(['', ''], ['[', ']'], ['{"":', '}']);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), wrapped, (parts, [before, after]) => {
        const { text, root } = parseDocument(`${before}${parts.join('')}${after}`);
        if (root === null) return;
        expect(compactSize(root)).toBeLessThanOrEqual(mostCompactBytes(text.length));
        expect(compactSize(root)).toBeLessThanOrEqual(mostCompactBytes(root.length));
      }),
      { numRuns: 3000 },
    );
  });
});
