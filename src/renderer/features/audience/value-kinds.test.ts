import { describe, expect, it } from 'vitest';
import { parseDocument } from '#shared/braze/document';
import type { JsonNode } from '#shared/braze/json-node';
import { convertedTo, entryJson, jsonOf, kindOfValue, offeredKinds } from './value-kinds';

function node(json: string): JsonNode {
  const { root } = parseDocument(json);
  if (root === null) throw new Error(json);
  return root;
}

describe('values of a condition', () => {
  it.each([
    ['12', '12'],
    [' -0.50 ', '-0.50'],
    ['12345678901234567890', '12345678901234567890'],
    ['{{visits}}', '"{{visits}}"'],
    ['1,5', null],
    ['', null],
    ['0x10', null],
    ['01', null],
    ['12; "broadcast": true', null],
  ])('%j as a number is %j', (typed, expected) => {
    expect(jsonOf(typed, 'number')).toBe(expected);
  });

  it.each([
    ['"a"', 'text'],
    ['7', 'number'],
    ['false', 'boolean'],
    ['["a", 1]', 'list'],
    ['[["a"]]', null],
    ['{}', null],
    ['null', null],
  ])('%s is written as %s', (json, expected) => {
    expect(kindOfValue(node(json))).toBe(expected);
  });

  it.each([
    ['number', '"5"', '5'],
    ['number', '"five"', '0'],
    ['boolean', '"false"', 'false'],
    ['list', '"a"', '["a"]'],
    ['list', '""', '[]'],
    ['text', '["a", "b"]', '"a"'],
    ['text', '12.50', '"12.50"'],
  ] as const)('to %s: %s becomes %s', (kind, json, expected) => {
    expect(convertedTo(kind, node(json), json)).toBe(expected);
  });

  it('offers a kind that is there, though the rule does not take it', () => {
    expect(offeredKinds('number', 'text')).toEqual(['number', 'text']);
    expect(offeredKinds('number', 'number')).toEqual(['number']);
  });

  it('keeps numbers in a list of numbers, and texts in a list of texts', () => {
    expect(entryJson('5', 'member', node('4'))).toBe('5');
    expect(entryJson('5', 'member', node('"4"'))).toBe('"5"');
    expect(entryJson('five', 'member', node('4'))).toBe('"five"');
    expect(entryJson('5', 'texts', node('4'))).toBe('"5"');
  });
});
