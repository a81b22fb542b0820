import { addField } from '../add-edits';
import { parseDocument } from '../document';
import type { JsonNode } from '../json-node';
import { type ListPiece, putPiece, takePiece } from '../list-pieces';
import { removeNode } from '../remove-edits';
import { applyEdits } from '../text-edit';
import {
  commentsBetween,
  indentOfLine,
  indentUnitOf,
  laidOut,
  lineEndOf,
  reindented,
} from '../text-layout';
import type { AudienceOperator } from './grammar';
import { type AudienceGroup, type AudiencePart, partAt, readAudience } from './tree';

/** A text after a change. */
export interface ChangedText {
  readonly text: string;
  /** JSON Pointer of the part that was changed, as it stands now; null where it is gone. */
  readonly pointer: string | null;
}

/** A place among the parts of a group. */
export interface PartPlace {
  readonly group: string;
  readonly index: number;
}

/** The parts of a text that can be changed; null where there are none. */
function rootOf(text: string): AudiencePart | null {
  const reading = readAudience(parseDocument(text));
  return reading.state === 'present' && !reading.locked ? reading.root : null;
}

function groupAt(text: string, pointer: string): AudienceGroup | null {
  const root = rootOf(text);
  const part = root === null ? undefined : partAt(root, pointer);
  return part?.kind === 'group' ? part : null;
}

function freshPiece(text: string, value: unknown): ListPiece {
  const body = laidOut(value, indentUnitOf(text), '', lineEndOf(text));
  return { lead: [], body, tail: [], indent: '' };
}

function inGroup(group: AudienceGroup, index: number): string {
  return `${group.pointer}/${group.operator}/${index}`;
}

/** The group that holds a part, and where in it; null for the outermost part. */
export function placeOf(root: AudiencePart, pointer: string): PartPlace | null {
  const match = /^(.*)\/(AND|OR)\/(\d+)$/.exec(pointer);
  const [, group = '', , index = ''] = match ?? [];
  return match === null || partAt(root, group)?.kind !== 'group'
    ? null
    : { group, index: Number(index) };
}

/** Adds an audience to a body that has none, or null for it. Null where the body cannot be changed. */
export function startAudience(text: string, value: unknown): ChangedText | null {
  const document = parseDocument(text);
  const { root } = document;
  const present = root?.kind === 'object' ? root.members.get('audience') : undefined;
  if (root?.kind !== 'object' || (present !== undefined && present.kind !== 'null')) return null;
  if (document.faults.length > 0) return null;
  const last = [...root.members.values()].at(-1);
  const indent = last === undefined ? indentUnitOf(text) : indentOfLine(text, last.keyOffset);
  const lineEnd = lineEndOf(text);
  const json = laidOut(value, indentUnitOf(text), indent, lineEnd);
  if (present !== undefined) return { text: replaced(text, present, json), pointer: '/audience' };
  const alone = `${lineEnd}${indent}"audience": ${json}${lineEnd}`;
  const edits =
    last === undefined
      ? [{ offset: root.offset + 1, length: 0, text: alone }]
      : addField(text, root, 'audience', json);
  return { text: applyEdits(text, edits), pointer: '/audience' };
}

/** Adds a part to a group. */
export function addPart(
  text: string,
  { group, index }: PartPlace,
  value: unknown,
): ChangedText | null {
  const found = groupAt(text, group);
  if (found === null) return null;
  const at = Math.min(index, found.parts.length);
  return {
    text: putPiece(text, found.list, at, freshPiece(text, value)),
    pointer: inGroup(found, at),
  };
}

/** Puts a group round a part. */
export function wrapPart(
  text: string,
  pointer: string,
  operator: AudienceOperator,
): ChangedText | null {
  const root = rootOf(text);
  const node = root === null ? undefined : partAt(root, pointer)?.node;
  if (node === undefined) return null;
  const indent = indentOfLine(text, node.offset);
  const unit = indentUnitOf(text);
  const lineEnd = lineEndOf(text);
  const inner = `${indent}${unit}${unit}`;
  const body = reindented(sourceOf(text, node), indent, inner);
  const wrapped =
    `{${lineEnd}${indent}${unit}${JSON.stringify(operator)}: [${lineEnd}${inner}${body}` +
    `${lineEnd}${indent}${unit}]${lineEnd}${indent}}`;
  return { text: replaced(text, node, wrapped), pointer };
}

/** Whether a group can make place for its parts: the outermost only for one. */
export function canUngroup(part: AudiencePart): boolean {
  if (part.kind !== 'group' || part.parts.length === 0) return false;
  return part.pointer !== '/audience' || part.parts.length === 1;
}

/** Puts the parts of a group in its place. Comments round them stay. */
export function ungroupPart(text: string, pointer: string): ChangedText | null {
  const group = groupAt(text, pointer);
  const first = group?.parts[0]?.node;
  const last = group?.parts.at(-1)?.node;
  if (group === null || first === undefined || last === undefined || !canUngroup(group))
    return null;
  const { node } = group;
  const lastEnd = last.offset + last.length;
  const end = node.offset + node.length;
  const lineEnd = lineEndOf(text);
  const indent = indentOfLine(text, node.offset);
  const before = commentsBetween(text, node.offset + 1, group.list.keyOffset)
    .concat(commentsBetween(text, group.list.keyOffset + group.list.keyLength, first.offset))
    .map((comment) => `${comment.text}${lineEnd}${indent}`)
    .join('');
  const after = commentsIn(text, lastEnd, end, group.list.offset + group.list.length)
    .map((comment) => (comment.isLine ? ` ${comment.text}${lineEnd}${indent}` : ` ${comment.text}`))
    .join('');
  const inside = text.slice(first.offset, lastEnd);
  const body = reindented(inside, indentOfLine(text, first.offset), indent);
  return { text: replaced(text, node, `${before}${body}${after}`), pointer };
}

/** The comments between two positions with one bracket between them that ends at `bracketEnd`. */
function commentsIn(text: string, from: number, to: number, bracketEnd: number) {
  return [...commentsBetween(text, from, bracketEnd), ...commentsBetween(text, bracketEnd, to)];
}

/** Writes AND for OR or the other way round. */
export function setOperator(
  text: string,
  pointer: string,
  operator: AudienceOperator,
): ChangedText | null {
  const group = groupAt(text, pointer);
  if (group === null) return null;
  const { keyOffset, keyLength } = group.list;
  const name = JSON.stringify(operator);
  return { text: text.slice(0, keyOffset) + name + text.slice(keyOffset + keyLength), pointer };
}

/** Puts a copy of a part behind it. */
export function duplicatePart(text: string, pointer: string): ChangedText | null {
  const root = rootOf(text);
  const place = root === null ? null : placeOf(root, pointer);
  const group = place === null ? null : groupAt(text, place.group);
  const node = place === null ? undefined : group?.list.items[place.index];
  if (place === null || group === null || node === undefined) return null;
  const piece = {
    lead: [],
    body: sourceOf(text, node),
    tail: [],
    indent: indentOfLine(text, node.offset),
  };
  const index = place.index + 1;
  return { text: putPiece(text, group.list, index, piece), pointer: inGroup(group, index) };
}

/** Removes a part; the outermost takes the field with it. Comments beside it stay. */
export function removePart(text: string, pointer: string): ChangedText | null {
  const root = rootOf(text);
  const node = root === null ? undefined : partAt(root, pointer)?.node;
  if (node === undefined) return null;
  return { text: applyEdits(text, removeNode(text, node)), pointer: null };
}

/**
 * Takes a part to another place, its comments with it. `to.index` counts without the part itself. Null
 * where the place is inside the part.
 */
export function movePart(text: string, pointer: string, to: PartPlace): ChangedText | null {
  const root = rootOf(text);
  const from = root === null ? null : placeOf(root, pointer);
  const source = from === null ? null : groupAt(text, from.group);
  if (from === null || source === null) return null;
  if (to.group === pointer || to.group.startsWith(`${pointer}/`)) return null;
  const taken = takePiece(text, source.list, from.index);
  if (taken === null) return null;
  const target = groupAt(taken.text, shifted(to.group, inGroup(source, 0), from.index));
  if (target === null) return null;
  const index = Math.min(to.index, target.parts.length);
  return {
    text: putPiece(taken.text, target.list, index, taken.piece),
    pointer: inGroup(target, index),
  };
}

/** A pointer after the entry at `removed` left the list whose first entry is `first`. */
function shifted(pointer: string, first: string, removed: number): string {
  const list = first.slice(0, -1);
  const [own = '', ...below] = pointer.startsWith(list)
    ? pointer.slice(list.length).split('/')
    : [];
  const index = Number(own);
  if (own === '' || index < removed) return pointer;
  return [`${list}${index - 1}`, ...below].join('/');
}

function sourceOf(text: string, node: JsonNode): string {
  return text.slice(node.offset, node.offset + node.length);
}

function replaced(text: string, node: JsonNode, json: string): string {
  return text.slice(0, node.offset) + json + text.slice(node.offset + node.length);
}
