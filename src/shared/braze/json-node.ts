interface NodeBase {
  /** UTF-16 offset of the value in its text; 0 for a node made from a value. */
  readonly offset: number;
  readonly length: number;
  readonly parent: ObjectNode | ArrayNode | null;
  /** Field name or list index in the parent; null at the root. */
  readonly key: string | number | null;
  /** Range of the field name with its quotes; both 0 where there is none. */
  readonly keyOffset: number;
  readonly keyLength: number;
}

/** A JSON object; of a repeated field the last value counts, as in JSON.parse. */
export interface ObjectNode extends NodeBase {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, JsonNode>;
}

/** A JSON list. */
export interface ArrayNode extends NodeBase {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

/** A JSON text. */
export interface StringNode extends NodeBase {
  readonly kind: 'string';
  readonly value: string;
}

/** A JSON number, with its source text: numbers beyond 2⁵³ must not be rewritten. */
export interface NumberNode extends NodeBase {
  readonly kind: 'number';
  readonly value: number;
  readonly text: string;
}

/** true or false. */
export interface BooleanNode extends NodeBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

/** null. */
export interface NullNode extends NodeBase {
  readonly kind: 'null';
}

/** One JSON value with its place in the source text. */
export type JsonNode = ObjectNode | ArrayNode | StringNode | NumberNode | BooleanNode | NullNode;

/** The kinds of JSON value. */
export type JsonKind = JsonNode['kind'];

/** JSON Pointer (RFC 6901) of a node, from its root. */
export function pointerOf(node: JsonNode): string {
  const parts: string[] = [];
  for (let at: JsonNode = node; at.parent !== null; at = at.parent) {
    const key = String(at.key);
    parts.push(/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key);
  }
  return parts.length === 0 ? '' : `/${parts.reverse().join('/')}`;
}

/** The node a JSON Pointer names; undefined where there is none. */
export function nodeAt(root: JsonNode, pointer: string): JsonNode | undefined {
  if (pointer === '') return root;
  let at: JsonNode | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (at.kind === 'object') at = at.members.get(key);
    else if (at.kind === 'array') at = at.items[/^(0|[1-9]\d*)$/.test(key) ? Number(key) : -1];
    else return undefined;
    if (at === undefined) return undefined;
  }
  return at;
}

/** The value of a text node that is not empty; null for everything else. */
export function textOf(node: JsonNode | undefined): string | null {
  return node?.kind === 'string' && node.value !== '' ? node.value : null;
}

/** Every node below and including one, parents first, in document order. Depth does not matter. */
export function walk(root: JsonNode): JsonNode[] {
  const found: JsonNode[] = [];
  const open: JsonNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node);
    if (node.kind !== 'array' && node.kind !== 'object') continue;
    const children = node.kind === 'array' ? node.items : [...node.members.values()];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) open.push(child);
    }
  }
  return found;
}
