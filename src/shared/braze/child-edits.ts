import { endOfCommentedLine, indentationAt } from './add-edits';
import type { ArrayNode, JsonNode, ObjectNode } from './json-node';
import { commaAfter } from './text-commas';
import type { TextEdit } from './text-edit';
import type { TextLayout } from './value-layout';

type Parent = ObjectNode | ArrayNode;

/** A child to write: given the indentation of its line, or null where it has no line of its own. */
export type WriteChild = (indentation: string | null) => string;

function startOf(node: JsonNode): number {
  return node.keyLength > 0 ? node.keyOffset : node.offset;
}

function endOf(node: JsonNode): number {
  return node.offset + node.length;
}

/** The blanks that the line of a position starts with. */
function lineIndentation(text: string, at: number): string {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
  return /[ \t]*/.exec(text.slice(start, at))?.[0] ?? '';
}

/** The indentation that the lines of a child have which starts in the middle of a line. */
function innerIndentation(text: string, node: JsonNode): string | null {
  return /[\r\n]/.test(text.slice(node.offset, endOf(node)))
    ? lineIndentation(text, node.offset)
    : null;
}

function insertion(offset: number, text: string): TextEdit {
  return { offset, length: 0, text };
}

function intoEmpty(
  text: string,
  layout: TextLayout,
  parent: Parent,
  children: readonly WriteChild[],
): readonly TextEdit[] {
  const at = parent.offset + 1;
  if (!layout.lines) return [insertion(at, children.map((write) => write(null)).join(', '))];
  const base = lineIndentation(text, parent.offset);
  const indentation = base + layout.unit;
  const start = layout.eol + indentation;
  const lines = children.map((write) => start + write(indentation)).join(',');
  const lineEnd = endOfCommentedLine(text, at);
  return lineEnd === null
    ? [insertion(at, lines + layout.eol + base)]
    : [insertion(lineEnd, lines)];
}

/** Edits that add children after the last one of an object or list, each on a line where the others have theirs. */
export function appendChildren(
  text: string,
  layout: TextLayout,
  parent: Parent,
  last: JsonNode | undefined,
  children: readonly WriteChild[],
): readonly TextEdit[] {
  if (children.length === 0) return [];
  if (last === undefined) return intoEmpty(text, layout, parent, children);
  const end = endOf(last);
  const comma = commaAfter(text, end);
  const indentation = indentationAt(text, startOf(last));
  const after = comma === null ? end : comma + 1;
  if (indentation === null) {
    const inner = innerIndentation(text, last);
    const added = children.map((write) => write(inner)).join(', ');
    return [insertion(after, comma === null ? `, ${added}` : ` ${added}`)];
  }
  const start = layout.eol + indentation;
  const lines = children.map((write) => start + write(indentation)).join(',');
  const lineEnd = endOfCommentedLine(text, after);
  if (comma !== null) return [insertion(lineEnd ?? after, lines)];
  if (lineEnd === null || lineEnd === end) return [insertion(end, `,${lines}`)];
  return [insertion(end, ','), insertion(lineEnd, lines)];
}

/** Edits that put entries before one of a list, which thereby moves on. */
export function insertBefore(
  text: string,
  layout: TextLayout,
  list: ArrayNode,
  index: number,
  children: readonly WriteChild[],
): readonly TextEdit[] {
  const next = list.items[index];
  if (children.length === 0 || next === undefined) return [];
  const previous = list.items[index - 1];
  const comma = previous === undefined ? null : commaAfter(text, endOf(previous));
  const indentation = indentationAt(text, next.offset);
  if (indentation === null || (previous !== undefined && comma === null)) {
    const inner = indentation ?? innerIndentation(text, next);
    return [insertion(next.offset, children.map((write) => `${write(inner)}, `).join(''))];
  }
  const start = layout.eol + indentation;
  const lines = children.map((write) => `${start}${write(indentation)},`).join('');
  const after = comma === null ? list.offset + 1 : comma + 1;
  const lineEnd = endOfCommentedLine(text, after);
  // Between the one before and this one is more than a line end: it may belong to this one and stays with it.
  return [insertion(lineEnd ?? after, lines)];
}
