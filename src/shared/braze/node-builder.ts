import type { ArrayNode, JsonNode, ObjectNode } from './json-node';

/** Where a value stands in its parent and text. */
export interface Place {
  readonly offset: number;
  readonly parent: ObjectNode | ArrayNode | null;
  readonly key: string | number | null;
  readonly keyOffset: number;
  readonly keyLength: number;
}

/** An object under construction. */
export type OpenObject = ObjectNode & { length: number; readonly members: Map<string, JsonNode> };

/** A list under construction. */
export type OpenArray = ArrayNode & { length: number; readonly items: JsonNode[] };

/** Starts an object; its length is set when it closes. */
export function openObject(place: Place): OpenObject {
  return { kind: 'object', ...place, length: 0, members: new Map<string, JsonNode>() };
}

/** Starts a list; its length is set when it closes. */
export function openArray(place: Place): OpenArray {
  return { kind: 'array', ...place, length: 0, items: [] };
}

/** Place of a node that has no text. */
export function placeIn(parent: ObjectNode | ArrayNode | null, key: string | number | null): Place {
  return { offset: 0, parent, key, keyOffset: 0, keyLength: 0 };
}
