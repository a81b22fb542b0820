import type { ArrayNode, JsonNode, ObjectNode } from './json-node';
import type { TextEdit } from './text-edit';
import { commaAfter, lastCommaBetween } from './text-commas';

interface Span {
  readonly start: number;
  readonly end: number;
}

function childrenOf(parent: ObjectNode | ArrayNode): readonly JsonNode[] {
  return parent.kind === 'array' ? parent.items : [...parent.members.values()];
}

function spanOf(node: JsonNode): Span {
  const start = node.keyLength > 0 ? node.keyOffset : node.offset;
  return { start, end: node.offset + node.length };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || Number.isNaN(code);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function skipBlanksBack(text: string, from: number): number {
  let at = from;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** Start of the line end that stands right before a position. */
function lineEndBefore(text: string, at: number): number {
  return text.charCodeAt(at - 1) === 10 && text.charCodeAt(at - 2) === 13 ? at - 2 : at - 1;
}

/** Widens what is removed: to the whole line where nothing else stands on it, else to the blanks beside. */
function widened(text: string, { start, end }: Span, commaIncluded: boolean): Span {
  const left = skipBlanksBack(text, start);
  const right = skipBlanks(text, end);
  const isAlone =
    left > 0 && isLineEnd(text.charCodeAt(left - 1)) && isLineEnd(text.charCodeAt(right));
  if (isAlone) return { start: lineEndBefore(text, left), end: right };
  return commaIncluded ? { start, end: right } : { start: left, end };
}

/** The children of a parent and, of repeated fields, the earlier ones, by place. */
function withRepeats(
  children: readonly JsonNode[],
  repeats: readonly JsonNode[],
): readonly JsonNode[] {
  const known = new Set(children);
  const earlier = repeats.filter((node) => !known.has(node));
  if (earlier.length === 0) return children;
  return [...children, ...earlier].sort((left, right) => left.offset - right.offset);
}

/**
 * Edits that remove some fields or entries of one object or list, with one comma each. Comments beside
 * them stay, and so does the layout of the rest.
 * @param alsoThere fields of the object that are repeated later on, and so are not among its members.
 */
export function removeChildren(
  text: string,
  parent: ObjectNode | ArrayNode,
  removed: ReadonlySet<JsonNode>,
  alsoThere: readonly JsonNode[] = [],
): readonly TextEdit[] {
  const children = withRepeats(childrenOf(parent), [...new Set([...removed, ...alsoThere])]);
  const lastKept = children.findLastIndex((child) => !removed.has(child));
  const spans: Span[] = [];
  for (const [index, child] of children.entries()) {
    if (!removed.has(child)) continue;
    const own = spanOf(child);
    const previous = children[index - 1];
    // At the end of the list the comma before goes; elsewhere, or where nothing is left, the one after.
    const isTail = index > lastKept && lastKept >= 0;
    const comma =
      isTail && previous !== undefined
        ? lastCommaBetween(text, spanOf(previous).end, own.start)
        : commaAfter(text, own.end);
    if (comma !== null && comma >= own.end && skipBlanks(text, own.end) === comma) {
      spans.push(widened(text, { start: own.start, end: comma + 1 }, true));
    } else {
      if (comma !== null) spans.push({ start: comma, end: comma + 1 });
      spans.push(widened(text, own, false));
    }
  }
  return spans.map(({ start, end }) => ({ offset: start, length: end - start, text: '' }));
}

/** Edits that remove one field or entry. */
export function removeNode(text: string, node: JsonNode): readonly TextEdit[] {
  return node.parent === null ? [] : removeChildren(text, node.parent, new Set([node]));
}
