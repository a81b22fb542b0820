import { appendChildren, insertBefore, type WriteChild } from './child-edits';
import type { JsonDocument } from './document';
import type { ArrayNode, JsonNode } from './json-node';
import { removeChildren } from './remove-edits';
import type { TextEdit } from './text-edit';
import { type BodyPath, changeValues, nodeAtPath } from './value-edits';
import { layOut, layoutOf, type TextLayout } from './value-layout';

/** Edits that put entries before the one at an index, or at the end. */
function putEntries(
  text: string,
  layout: TextLayout,
  list: ArrayNode,
  index: number,
  writers: readonly WriteChild[],
): readonly TextEdit[] {
  return index < list.items.length
    ? insertBefore(text, layout, list, index, writers)
    : appendChildren(text, layout, list, list.items.at(-1), writers);
}

/**
 * Edits that insert entries into a list; `values` are JSON texts. A list that is missing is made.
 * @returns null when the text is broken or there is something else than a list.
 */
export function insertEntries(
  document: JsonDocument,
  path: BodyPath,
  index: number,
  values: readonly string[],
): readonly TextEdit[] | null {
  if (document.root === null) return null;
  if (values.length === 0) return [];
  const list = nodeAtPath(document.root, path);
  if (list === undefined || list.kind === 'null') {
    return changeValues(document, [{ path, value: `[${values.join(',')}]` }]);
  }
  if (list.kind !== 'array') return null;
  const { text } = document;
  const layout = layoutOf(text);
  const at = Math.min(Math.max(index, 0), list.items.length);
  const neighbour = list.items[at - 1] ?? list.items[at];
  const oneLine =
    neighbour !== undefined &&
    !/[\r\n]/.test(text.slice(neighbour.offset, neighbour.offset + neighbour.length));
  const writers = values.map(
    (value) => (indentation: string | null) => layOut(value, layout, oneLine ? null : indentation),
  );
  return putEntries(text, layout, list, at, writers);
}

/** Edits that remove entries of a list by their indices. Null when there is no list. */
export function removeEntries(
  document: JsonDocument,
  path: BodyPath,
  indices: readonly number[],
): readonly TextEdit[] | null {
  const list = nodeAtPath(document.root, path);
  if (list?.kind !== 'array') return null;
  const removed = new Set<JsonNode>();
  for (const index of indices) {
    const item = list.items[index];
    if (item !== undefined) removed.add(item);
  }
  return removed.size === 0 ? [] : removeChildren(document.text, list, removed);
}

/**
 * Edits that move one entry of a list so that it has the index `to` afterwards. Its own text moves as it is;
 * comments beside it stay where they are. Null when there is no list or no such entry.
 */
export function moveEntry(
  document: JsonDocument,
  path: BodyPath,
  from: number,
  to: number,
): readonly TextEdit[] | null {
  const { text, root } = document;
  const list = nodeAtPath(root, path);
  if (list?.kind !== 'array') return null;
  const item = list.items[from];
  if (item === undefined || list.items[to] === undefined) return null;
  if (from === to) return [];
  const source = text.slice(item.offset, item.offset + item.length);
  return [
    ...removeChildren(text, list, new Set([item])),
    ...putEntries(text, layoutOf(text), list, to < from ? to : to + 1, [() => source]),
  ];
}
