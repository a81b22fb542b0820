import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepestNesting, parseJsonBody } from './parse-json-body';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('parseJsonBody', () => {
  it('gives back whatever JSON text says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const parsed = parseJsonBody(bytes(text));
        expect(parsed.ok && JSON.stringify(parsed.value)).toBe(text);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['white space', '  \n'],
    ['a trailing comma', '{"a":1,}'],
    ['a comment', '{"a":1} // no'],
    ['single quotes', "{'a':1}"],
    ['an extra brace', '{"a":1}}'],
    ['two texts', '{"a":1}{"a":1}'],
    ['an open string', '{"a":"'],
    ['NaN', '{"a":NaN}'],
    ['a raw line break in a string', '{"a":"x\ny"}'],
    ['a bare word', 'hello'],
  ])('refuses %s and keeps the text', (_name, text) => {
    expect(parseJsonBody(bytes(text))).toEqual({ ok: false, text });
  });

  it('refuses bytes that are no UTF-8', () => {
    const parsed = parseJsonBody(Buffer.from([0x22, 0xff, 0x22]));
    expect(parsed).toEqual({ ok: false, text: '"\uFFFD"' });
  });

  it('takes the last of two equal keys', () => {
    expect(parseJsonBody(bytes('{"a":1,"a":2}'))).toEqual({ ok: true, value: { a: 2 } });
  });

  it('makes nothing of __proto__ and constructor', () => {
    const parsed = parseJsonBody(bytes('{"__proto__":{"polluted":true},"constructor":1}'));
    const value = parsed.ok ? (parsed.value as object) : {};
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect('polluted' in {}).toBe(false);
  });

  it('counts brackets in structure, not in strings', () => {
    const text = JSON.stringify({ a: '['.repeat(5000), b: '\\"[{'.repeat(500) });
    expect(parseJsonBody(bytes(text)).ok).toBe(true);
  });

  it('draws the line at the deepest nesting', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJsonBody(bytes(nested(deepestNesting))).ok).toBe(true);
    expect(parseJsonBody(bytes(nested(deepestNesting + 1))).ok).toBe(false);
    expect(parseJsonBody(bytes('['.repeat(2_000_000))).ok).toBe(false);
  });
});
