import type { JsonNode } from './json-node';
import { type OpenArray, type OpenObject, openArray, openObject, placeIn } from './node-builder';

type Container = OpenArray | OpenObject;

interface Frame {
  readonly node: Container;
  readonly source: object;
  readonly keys: readonly string[];
  next: number;
}

function scalarNode(
  value: unknown,
  parent: Container | null,
  key: string | number | null,
): JsonNode {
  const place = { ...placeIn(parent, key), length: 0 };
  switch (typeof value) {
    case 'string':
      return { kind: 'string', ...place, value };
    case 'number':
      if (!Number.isFinite(value)) return { kind: 'null', ...place };
      return { kind: 'number', ...place, value, text: JSON.stringify(value) };
    case 'bigint':
      return { kind: 'number', ...place, value: Number(value), text: value.toString() };
    case 'boolean':
      return { kind: 'boolean', ...place, value };
    default:
      return { kind: 'null', ...place };
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
    parent: Container | null,
    key: string | number | null,
  ): JsonNode => {
    if (typeof value !== 'object' || value === null || onPath.has(value)) {
      return scalarNode(value, parent, key);
    }
    const place = placeIn(parent, key);
    const node = Array.isArray(value) ? openArray(place) : openObject(place);
    const keys = node.kind === 'array' ? [] : Object.keys(value);
    onPath.add(value);
    frames.push({ node, source: value, keys, next: 0 });
    return node;
  };

  const result = build(root, null, null);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { node, source } = frame;
    if (node.kind === 'array') {
      const list = source as readonly unknown[];
      if (frame.next < list.length) {
        const index = frame.next;
        frame.next += 1;
        node.items.push(build(list[index], node, index));
        continue;
      }
    } else if (frame.next < frame.keys.length) {
      const key = frame.keys[frame.next] ?? '';
      frame.next += 1;
      const value = (source as Readonly<Record<string, unknown>>)[key];
      if (!isUnwritable(value)) node.members.set(key, build(value, node, key));
      continue;
    }
    onPath.delete(source);
    frames.pop();
  }
  return result;
}
