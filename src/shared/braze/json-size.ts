import type { JsonNode } from './json-node';

/** UTF-8 bytes of a text. A lone surrogate counts 3, as its replacement character does. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (isPairAt(text, index)) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}

function isPairAt(text: string, index: number): boolean {
  const high = text.charCodeAt(index);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(index + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** UTF-8 bytes of a text as JSON writes it, quotes and escapes included. */
export function jsonTextSize(text: string): number {
  let bytes = 2;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22 || code === 0x5c) bytes += 2;
    else if (code < 0x20) bytes += code >= 8 && code <= 13 && code !== 11 ? 2 : 6;
    else if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code < 0xd800 || code > 0xdfff) bytes += 3;
    else if (isPairAt(text, index)) {
      bytes += 4;
      index += 1;
    } else bytes += 6;
  }
  return bytes;
}

function ownSize(node: JsonNode): number {
  switch (node.kind) {
    case 'string':
      return jsonTextSize(node.value);
    case 'number':
      return node.text.length;
    case 'boolean':
      return node.value ? 4 : 5;
    case 'null':
      return 4;
    case 'array':
      return 2 + Math.max(0, node.items.length - 1);
    case 'object': {
      let bytes = 2 + Math.max(0, node.members.size - 1);
      for (const key of node.members.keys()) bytes += jsonTextSize(key) + 1;
      return bytes;
    }
  }
}

/** A lone surrogate or a control character is one unit and written as an escape of six bytes. */
const MOST_BYTES_PER_UNIT = 6;

/**
 * What `compactSize` cannot exceed, told from the length of the source alone, in UTF-16 units: most values are far
 * below every limit, and counting them takes longer than reading them.
 */
export function mostCompactBytes(sourceLength: number): number {
  return sourceLength * MOST_BYTES_PER_UNIT;
}

/** UTF-8 bytes of a value as compact JSON; numbers count as written in the source. */
export function compactSize(root: JsonNode): number {
  let bytes = 0;
  const open: JsonNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    bytes += ownSize(node);
    if (node.kind === 'array') for (const item of node.items) open.push(item);
    else if (node.kind === 'object') for (const member of node.members.values()) open.push(member);
  }
  return bytes;
}
