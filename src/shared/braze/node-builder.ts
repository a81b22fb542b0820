import type {
  ArrayNode,
  BooleanNode,
  JsonNode,
  NullNode,
  NumberNode,
  ObjectNode,
  StringNode,
} from './json-node';

/** An object under construction. */
export type OpenObject = ObjectNode & {
  length: number;
  readonly parent: OpenContainer | null;
  readonly members: Map<string, JsonNode>;
};

/** A list under construction. */
export type OpenArray = ArrayNode & {
  length: number;
  readonly parent: OpenContainer | null;
  readonly items: JsonNode[];
};

/** An object or list under construction. */
export type OpenContainer = OpenArray | OpenObject;

/** A node that was just made. */
export type BuiltNode = OpenContainer | StringNode | NumberNode | BooleanNode | NullNode;

/** Whether a node that was just made takes members or items. */
export function isOpen(node: BuiltNode): node is OpenContainer {
  return node.kind === 'object' || node.kind === 'array';
}

/** Where a value stands in its parent and text; all numbers are 0 without a text. */
export interface Place {
  readonly parent: OpenContainer | null;
  readonly key: string | number | null;
  readonly offset: number;
  readonly length: number;
  readonly keyOffset: number;
  readonly keyLength: number;
}

// Fields are listed one by one: bodies have thousands of nodes, and copying a place with `...` takes
// several times as long.

/** Starts an object; its length is set when it closes. */
export function openObject(place: Place): OpenObject {
  const { parent, key, offset, length, keyOffset, keyLength } = place;
  const members = new Map<string, JsonNode>();
  return { kind: 'object', parent, key, offset, length, keyOffset, keyLength, members };
}

/** Starts a list; its length is set when it closes. */
export function openArray(place: Place): OpenArray {
  const { parent, key, offset, length, keyOffset, keyLength } = place;
  return { kind: 'array', parent, key, offset, length, keyOffset, keyLength, items: [] };
}

/** Makes a text. */
export function stringNode(place: Place, value: string): StringNode {
  const { parent, key, offset, length, keyOffset, keyLength } = place;
  return { kind: 'string', parent, key, offset, length, keyOffset, keyLength, value };
}

/** Makes a number with its source text. */
export function numberNode(place: Place, value: number, text: string): NumberNode {
  const { parent, key, offset, length, keyOffset, keyLength } = place;
  return { kind: 'number', parent, key, offset, length, keyOffset, keyLength, value, text };
}

/** Makes a boolean. */
export function booleanNode(place: Place, value: boolean): BooleanNode {
  const { parent, key, offset, length, keyOffset, keyLength } = place;
  return { kind: 'boolean', parent, key, offset, length, keyOffset, keyLength, value };
}

/** Makes a null. */
export function nullNode(place: Place): NullNode {
  const { parent, key, offset, length, keyOffset, keyLength } = place;
  return { kind: 'null', parent, key, offset, length, keyOffset, keyLength };
}

/**
 * Makes a value the root of a tree of its own, with the places it has. It changes the node, so it is only for who
 * had the document parsed and needs nothing else of it.
 */
export function asRoot(node: JsonNode): JsonNode {
  const root: { -readonly [Key in 'parent' | 'key' | 'keyOffset' | 'keyLength']: JsonNode[Key] } =
    node;
  root.parent = null;
  root.key = null;
  root.keyOffset = 0;
  root.keyLength = 0;
  return node;
}
