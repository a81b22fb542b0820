import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from './document';
import { type JsonNode, nodeAt, pointerOf, walk } from './json-node';

function valueOf(node: JsonNode): unknown {
  if (node.kind === 'array') return node.items.map(valueOf);
  if (node.kind === 'object') {
    return Object.fromEntries([...node.members].map(([key, member]) => [key, valueOf(member)]));
  }
  return node.kind === 'null' ? null : node.value;
}

describe('documents', () => {
  it('are what JSON.parse makes of them', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(4), (source, indent) => {
        const text = JSON.stringify(JSON.parse(source), null, indent);
        const { root, faults } = parseDocument(text);
        expect(faults).toEqual([]);
        expect(root === null ? undefined : valueOf(root)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('are refused where JSON.parse refuses them, but for comments and commas', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-',
      'true',
      'null',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        let legal = true;
        try {
          JSON.parse(text);
        } catch {
          legal = false;
        }
        expect(parseDocument(text).faults.length === 0).toBe(legal);
      }),
      { numRuns: 2000 },
    );
  });

  it('are plain where JSON.parse takes the text as it stands', () => {
    const pieces = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '"\\n"', '"\\x"', '"\ud800"', '"\\ud800"', '"a\tb"'],
      ...['1', '-0', '01', '1.', '1e5', 'true', 'nulL', ' ', '\n', '\u00a0', '\ufeff', '\u2028'],
      ...['/**/', '//', '// a\n'],
    );
    const wrapped = fc.constantFrom<readonly [string, string]>(
      ['', ''],
      ['[', ']'],
      ['{"a":', '}'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), wrapped, (parts, [before, after]) => {
        const text = `${before}${parts.join('')}${after}`;
        let legal = true;
        try {
          JSON.parse(text);
        } catch {
          legal = false;
        }
        expect(parseDocument(text).isPlain).toBe(legal);
      }),
      { numRuns: 5000 },
    );
  });

  it('know the place of every value', () => {
    fc.assert(
      fc.property(fc.json(), (source) => {
        const { root } = parseDocument(source);
        if (root === null) return;
        for (const node of walk(root)) {
          const slice = source.slice(node.offset, node.offset + node.length);
          expect(JSON.parse(slice)).toEqual(JSON.parse(JSON.stringify(valueOf(node))));
          expect(nodeAt(root, pointerOf(node))).toBe(node);
        }
      }),
    );
  });

  it('keep the digits of a number', () => {
    const { root } = parseDocument('{"n": 12345678901234567890.50}');
    const number = root === null ? undefined : nodeAt(root, '/n');
    expect(number?.kind === 'number' && number.text).toBe('12345678901234567890.50');
  });

  it('tell line and column', () => {
    expect(parseDocument('{\r\n  "a": 1\r\n  "b": 2 }').faults).toMatchObject([
      { code: 'JSON.missing_comma', params: { line: 3, column: 3 } },
    ]);
  });
});
