import { indentationAt, replaceValue } from './add-edits';
import { appendChildren } from './child-edits';
import type { JsonDocument } from './document';
import type { ArrayNode, JsonNode, ObjectNode } from './json-node';
import { removeChildren } from './remove-edits';
import type { TextEdit } from './text-edit';
import { layOut, layoutOf, type TextLayout } from './value-layout';

/** Field names and list indices from the top of a body down. */
export type BodyPath = readonly (string | number)[];

/** What to put at a path. */
export interface ValueChange {
  readonly path: BodyPath;
  /** JSON text, put in digit for digit; null removes what is there. */
  readonly value: string | null;
}

interface Wanted {
  /** Undefined where only something below is wanted. */
  value: string | null | undefined;
  readonly below: Map<string | number, Wanted>;
}

/** Says that a path leads through a text, a number or the end of a list. */
class NoWay extends Error {}

/** The node at a path; undefined where there is none. */
export function nodeAtPath(root: JsonNode | null, path: BodyPath): JsonNode | undefined {
  let at: JsonNode | undefined = root ?? undefined;
  for (const part of path) {
    if (at?.kind === 'object' && typeof part === 'string') at = at.members.get(part);
    else if (at?.kind === 'array' && typeof part === 'number') at = at.items[part];
    else return undefined;
  }
  return at;
}

function treeOf(changes: readonly ValueChange[]): Wanted {
  const top: Wanted = { value: undefined, below: new Map() };
  for (const { path, value } of changes) {
    let at = top;
    for (const part of path) {
      if (at.value !== undefined) throw new NoWay();
      const next: Wanted = at.below.get(part) ?? { value: undefined, below: new Map() };
      at.below.set(part, next);
      at = next;
    }
    if (at.below.size > 0) throw new NoWay();
    at.value = value;
  }
  return top;
}

/** JSON text of what is wanted where nothing is yet; null when nothing is left of it. */
function newText(wanted: Wanted): string | null {
  if (wanted.value !== undefined) return wanted.value;
  const parts: string[] = [];
  let isList = false;
  for (const [key, below] of wanted.below) {
    const text = newText(below);
    if (text === null) continue;
    if (typeof key === 'number') {
      if (key !== parts.length) throw new NoWay();
      isList = true;
      parts.push(text);
    } else {
      parts.push(`${JSON.stringify(key)}:${text}`);
    }
  }
  if (parts.length === 0) return null;
  return isList ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

/**
 * Edits that put values at paths and take others away, all at once. Missing objects on the way are made; null
 * on the way counts as missing. Everything else in the text stays as it is: comments, layout, spelling.
 * Of a repeated field the last is changed, and all are removed.
 * @returns null when the text is broken, or a path leads through something that holds nothing.
 */
export function changeValues(
  document: JsonDocument,
  changes: readonly ValueChange[],
): readonly TextEdit[] | null {
  const { text, root } = document;
  if (root === null) return null;
  const layout = layoutOf(text);
  const edits: TextEdit[] = [];
  let earlierOf: Map<JsonNode, JsonNode> | null = null;

  function allOf(node: JsonNode): readonly JsonNode[] {
    earlierOf ??= new Map(document.repeats.map(({ earlier, later }) => [later, earlier]));
    const nodes: JsonNode[] = [];
    for (let at: JsonNode | undefined = node; at !== undefined; at = earlierOf.get(at)) {
      nodes.push(at);
    }
    return nodes;
  }

  function replace(node: JsonNode, value: string): void {
    const start = node.keyLength > 0 ? node.keyOffset : node.offset;
    const laidOut = layOut(value, layout, indentationAt(text, start));
    if (laidOut !== text.slice(node.offset, node.offset + node.length)) {
      edits.push(...replaceValue(node, laidOut));
    }
  }

  function change(node: JsonNode, wanted: Wanted): void {
    if (typeof wanted.value === 'string') replace(node, wanted.value);
    else if (wanted.value === null) throw new NoWay();
    else if (node.kind === 'object' || node.kind === 'array') changeChildren(node, wanted);
    else if (node.kind === 'null') {
      const value = newText(wanted);
      if (value !== null) replace(node, value);
    } else if (newText(wanted) !== null) throw new NoWay();
  }

  function changeChildren(parent: ObjectNode | ArrayNode, wanted: Wanted): void {
    const removed: JsonNode[] = [];
    const added: (readonly [key: string | number, value: string])[] = [];
    for (const [key, below] of wanted.below) {
      const child = childOf(parent, key);
      if (child !== undefined) {
        if (below.value === null) removed.push(child);
        else change(child, below);
        continue;
      }
      const value = newText(below);
      if (value === null) continue;
      if ((typeof key === 'number') !== (parent.kind === 'array')) throw new NoWay();
      added.push([key, value]);
    }
    if (parent.kind === 'array') {
      const wantedFrom = parent.items.length;
      if (added.some(([key], at) => key !== wantedFrom + at)) throw new NoWay();
      if (added.length > 0 && removed.length > 0) throw new NoWay();
    }
    // A field that comes while another goes takes its place, so that commas need no thought.
    const pairs = Math.min(removed.length, added.length);
    for (const [at, node] of removed.slice(0, pairs).entries()) {
      const [key, value] = added[at] ?? ['', ''];
      const laidOut = layOut(value, layout, indentationAt(text, node.keyOffset));
      edits.push({
        offset: node.keyOffset,
        length: node.offset + node.length - node.keyOffset,
        text: `${JSON.stringify(key)}: ${laidOut}`,
      });
    }
    const gone = [
      ...removed.slice(pairs).flatMap(allOf),
      ...removed.slice(0, pairs).flatMap((node) => allOf(node).slice(1)),
    ];
    if (gone.length > 0) edits.push(...removeChildren(text, parent, new Set(gone)));
    edits.push(...appended(text, layout, parent, added.slice(pairs)));
  }

  try {
    change(root, treeOf(changes));
  } catch (error) {
    if (error instanceof NoWay) return null;
    throw error;
  }
  return edits;
}

function childOf(parent: ObjectNode | ArrayNode, key: string | number): JsonNode | undefined {
  if (parent.kind === 'object')
    return typeof key === 'string' ? parent.members.get(key) : undefined;
  return typeof key === 'number' ? parent.items[key] : undefined;
}

function appended(
  text: string,
  layout: TextLayout,
  parent: ObjectNode | ArrayNode,
  added: readonly (readonly [key: string | number, value: string])[],
): readonly TextEdit[] {
  if (added.length === 0) return [];
  const children = parent.kind === 'array' ? parent.items : [...parent.members.values()];
  const writers = added.map(([key, value]) => (indentation: string | null) => {
    const laidOut = layOut(value, layout, indentation);
    return typeof key === 'number' ? laidOut : `${JSON.stringify(key)}: ${laidOut}`;
  });
  return appendChildren(text, layout, parent, children.at(-1), writers);
}
