import { nodeAt, pointerOf, type ArrayNode, type JsonNode } from './json-node';
import { parseDocument } from './document';
import { removeNode } from './remove-edits';
import { commaAfter } from './text-commas';
import { applyEdits } from './text-edit';
import {
  type CommentPlace,
  commentsBetween,
  hasLineBreak,
  indentOfLine,
  indentUnitOf,
  lineEndOf,
  lineStart,
  reindented,
  startsLine,
} from './text-layout';

/** An entry of a list as text, with the comments that belong to it. */
export interface ListPiece {
  /** Comments on lines of their own right above it. */
  readonly lead: readonly string[];
  readonly body: string;
  /** Comments behind it on its line. */
  readonly tail: readonly string[];
  /** Indentation of the line that `body` was on. */
  readonly indent: string;
}

interface OwnComments {
  readonly lead: readonly CommentPlace[];
  readonly tail: readonly CommentPlace[];
}

/** The comments that a person would take along with an entry. */
function ownComments(text: string, list: ArrayNode, index: number): OwnComments {
  const node = list.items[index];
  if (node === undefined) return { lead: [], tail: [] };
  const previous = list.items[index - 1];
  const after = previous === undefined ? list.offset + 1 : previous.offset + previous.length;
  const separator = previous === undefined ? after : (commaAfter(text, after) ?? after - 1) + 1;
  const lead: CommentPlace[] = [];
  let below = node.offset;
  for (const comment of commentsBetween(text, separator, node.offset).toReversed()) {
    const isBeside = !hasLineBreak(text, separator, comment.offset);
    if (isBeside && hasLineBreak(text, comment.offset, node.offset)) break;
    const gap = text.slice(comment.end, below);
    if (/(\r\n|\n|\r)[ \t]*(\r\n|\n|\r)/.test(gap)) break;
    lead.unshift(comment);
    below = comment.offset;
  }
  const end = node.offset + node.length;
  const comma = commaAfter(text, end);
  const next = list.items[index + 1]?.offset ?? list.offset + list.length - 1;
  const from = comma === null ? end : comma + 1;
  const tail = commentsBetween(text, from, next).filter(
    ({ offset }) => !hasLineBreak(text, end, offset),
  );
  // Between two entries on one line a comment may belong to either: it stays with the later.
  const isShared =
    tail.length > 0 && next < list.offset + list.length - 1 && !hasLineBreak(text, end, next);
  return { lead, tail: isShared ? [] : tail };
}

/** Takes an entry out of a list, with its comments. Nothing else changes but a comma. */
export function takePiece(
  text: string,
  list: ArrayNode,
  index: number,
): { readonly text: string; readonly piece: ListPiece } | null {
  const node = list.items[index];
  if (node === undefined) return null;
  const { lead, tail } = ownComments(text, list, index);
  const piece: ListPiece = {
    lead: lead.map((comment) => comment.text),
    body: text.slice(node.offset, node.offset + node.length),
    tail: tail.map((comment) => comment.text),
    indent: indentOfLine(text, node.offset),
  };
  const bare = applyEdits(text, [
    ...lead.map((comment) => withoutComment(text, comment, true)),
    ...tail.map((comment) => withoutComment(text, comment, false)),
  ]);
  const there = nodeIn(bare, node);
  return there === undefined ? null : { text: applyEdits(bare, removeNode(bare, there)), piece };
}

/** Comments change no pointer. */
function nodeIn(text: string, node: JsonNode): JsonNode | undefined {
  const { root } = parseDocument(text);
  return root === null ? undefined : nodeAt(root, pointerOf(node));
}

/** A comment before an entry goes with the white space up to what follows, one behind it with the blanks before. */
function withoutComment(text: string, { offset, end }: CommentPlace, isLead: boolean) {
  let start = offset;
  let stop = end;
  if (isLead) {
    while (/[ \t]/.test(text[stop] ?? '')) stop += 1;
    if (startsLine(text, offset) && /[\r\n]/.test(text[stop] ?? '')) {
      start = lineStart(text, offset);
      stop += text.startsWith('\r\n', stop) ? 2 : 1;
    }
  } else {
    while (/[ \t]/.test(text[start - 1] ?? '')) start -= 1;
  }
  return { offset: start, length: stop - start, text: '' };
}

/** Puts an entry into a list before the one at `index`; behind the last where there is none. */
export function putPiece(text: string, list: ArrayNode, index: number, piece: ListPiece): string {
  const lineEnd = lineEndOf(text);
  const close = list.offset + list.length - 1;
  const previous = list.items[Math.min(index, list.items.length) - 1];
  const next = list.items[index];
  const sibling = previous ?? next;
  const onLines = sibling === undefined || startsLine(text, sibling.offset);
  const outer = indentOfLine(text, list.keyLength > 0 ? list.keyOffset : list.offset);
  const indent =
    sibling !== undefined && onLines
      ? indentOfLine(text, sibling.offset)
      : `${outer}${indentUnitOf(text)}`;
  const isPlain = piece.lead.length === 0 && piece.tail.length === 0;

  if (sibling !== undefined && !onLines && isPlain && !/[\r\n]/.test(piece.body)) {
    return next === undefined
      ? insertAfterLast(text, list, ` ${piece.body}`)
      : splice(text, next.offset, next.offset, `${piece.body}, `);
  }

  const tail = piece.tail.map((comment) => ` ${comment}`).join('');
  const lines = (comma: string): string =>
    [...piece.lead, reindented(piece.body, piece.indent, indent)]
      .map((line) => `${lineEnd}${indent}${line}`)
      .join('') +
    comma +
    tail;

  if (sibling === undefined) {
    const inside = text.slice(list.offset + 1, close);
    if (/^\s*$/.test(inside)) {
      return splice(text, list.offset + 1, close, `${lines('')}${lineEnd}${outer}`);
    }
    const start = /[ \t\r\n]*$/.exec(inside)?.[0].length ?? 0;
    return splice(text, close - start, close, `${lines('')}${lineEnd}${outer}`);
  }
  if (next === undefined) {
    return insertAfterLast(text, list, lines(''), `${lineEnd}${outer}`);
  }
  const from = previous === undefined ? list.offset + 1 : afterComma(text, previous);
  const at = endOfLineComments(text, from, next.offset);
  const needsBreak = !hasLineBreak(text, at, nextThing(text, at));
  const rest = needsBreak ? `${lineEnd}${indent}` : '';
  const stop = needsBreak ? nextThing(text, at) : endOfBlanks(text, at);
  return splice(text, at, stop, `${lines(',')}${rest}`);
}

function afterComma(text: string, node: JsonNode): number {
  const end = node.offset + node.length;
  const comma = commaAfter(text, end);
  return comma === null ? end : comma + 1;
}

/** Behind the comments that follow a position on its line; the position where more than comments follows. */
function endOfLineComments(text: string, from: number, to: number): number {
  const beside = commentsBetween(text, from, to).filter(
    ({ offset }) => !hasLineBreak(text, from, offset),
  );
  const last = beside.at(-1);
  return last === undefined || !hasLineBreak(text, last.end, to) ? from : last.end;
}

/** Blanks at the end of a line would become part of a comment that is put before them. */
function endOfBlanks(text: string, from: number): number {
  let at = from;
  while (/[ \t]/.test(text[at] ?? '')) at += 1;
  return /[\r\n]/.test(text[at] ?? '') ? at : from;
}

function nextThing(text: string, from: number): number {
  let at = from;
  while (/[ \t\r\n]/.test(text[at] ?? '')) at += 1;
  return at;
}

function insertAfterLast(text: string, list: ArrayNode, added: string, closing = ''): string {
  const last = list.items.at(-1);
  if (last === undefined) return text;
  const end = last.offset + last.length;
  const close = list.offset + list.length - 1;
  const comments = commentsBetween(text, end, close);
  // On one line the new entry stands before what comments there are: a line comment would swallow it.
  const beside = closing === '' ? [] : comments;
  const at = beside.filter(({ offset }) => !hasLineBreak(text, end, offset)).at(-1)?.end ?? end;
  const isOpen = closing === '' || hasLineBreak(text, at, nextThing(text, at));
  const comma = splice(text, end, end, ',');
  return isOpen
    ? splice(comma, at + 1, closing === '' ? at + 1 : endOfBlanks(comma, at + 1), added)
    : splice(comma, at + 1, nextThing(comma, at + 1), `${added}${closing}`);
}

function splice(text: string, from: number, to: number, replacement: string): string {
  return text.slice(0, from) + replacement + text.slice(to);
}
