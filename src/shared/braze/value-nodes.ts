import type { JsonNode } from './json-node';
import {
  booleanNode,
  nullNode,
  numberNode,
  openArray,
  type OpenContainer,
  openObject,
  type Place,
  stringNode,
} from './node-builder';

interface Frame {
  readonly node: OpenContainer;
  readonly source: object;
  readonly keys: readonly string[];
  next: number;
}

const NO_KEYS: readonly string[] = [];

function scalarNode(value: unknown, place: Place): JsonNode {
  switch (typeof value) {
    case 'string':
      return stringNode(place, value);
    case 'number':
      return Number.isFinite(value) ? numberNode(place, value, String(value)) : nullNode(place);
    case 'bigint':
      return numberNode(place, Number(value), value.toString());
    case 'boolean':
      return booleanNode(place, value);
    default:
      return nullNode(place);
  }
}

/** JSON leaves these out of objects and writes null for them in lists. */
function isUnwritable(value: unknown): boolean {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol';
}

/**
 * Makes nodes of a JavaScript value as JSON would write it. Iterative, so depth does not matter;
 * a cycle becomes null. Offsets are 0.
 */
export function nodesOfValue(root: unknown): JsonNode {
  const frames: Frame[] = [];
  const onPath = new Set<object>();

  const build = (
    value: unknown,
    parent: OpenContainer | null,
    key: string | number | null,
  ): JsonNode => {
    const place = { parent, key, offset: 0, length: 0, keyOffset: 0, keyLength: 0 };
    if (typeof value !== 'object' || value === null || onPath.has(value)) {
      return scalarNode(value, place);
    }
    const isList = Array.isArray(value);
    const node = isList ? openArray(place) : openObject(place);
    onPath.add(value);
    frames.push({ node, source: value, keys: isList ? NO_KEYS : Object.keys(value), next: 0 });
    return node;
  };

  const result = build(root, null, null);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    if (!stepInto(frame, build)) {
      onPath.delete(frame.source);
      frames.pop();
    }
  }
  return result;
}

/** Adds children up to the first that has children of its own; false when there are none left. */
function stepInto(
  frame: Frame,
  build: (value: unknown, parent: OpenContainer, key: string | number) => JsonNode,
): boolean {
  const { node, source, keys } = frame;
  if (node.kind === 'array') {
    const list = source as readonly unknown[];
    while (frame.next < list.length) {
      const index = frame.next;
      frame.next += 1;
      const child = build(list[index], node, index);
      node.items.push(child);
      if (child.kind === 'array' || child.kind === 'object') return true;
    }
    return false;
  }
  while (frame.next < keys.length) {
    const key = keys[frame.next] ?? '';
    frame.next += 1;
    const value = (source as Readonly<Record<string, unknown>>)[key];
    if (isUnwritable(value)) continue;
    const child = build(value, node, key);
    node.members.set(key, child);
    if (child.kind === 'array' || child.kind === 'object') return true;
  }
  return false;
}
