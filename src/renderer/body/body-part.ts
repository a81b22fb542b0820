import type { JsonDocument } from '#shared/braze/document';
import type { JsonKind } from '#shared/braze/json-node';
import { createTextPlaces } from '../lib/text-places';

/** Where something is wrong with a body, so that a view of it can lead there. Lines and columns count from 1. */
export type BodyObstacle =
  | { readonly state: 'broken'; readonly line: number; readonly column: number }
  | {
      readonly state: 'wrong';
      /** The body itself is no object. */
      readonly whole: boolean;
      readonly kind: JsonKind;
      readonly line: number;
      readonly column: number;
    };

/** One field at the top of a body, as a view of it needs it. */
export type BodyPart =
  | BodyObstacle
  | { readonly state: 'missing' }
  /** Its own source text, comments and all: `parseDocument` reads it. */
  | { readonly state: 'ready'; readonly text: string };

/** What stands in the way of showing a field of the body as what it should be; null when nothing does. */
export function obstacleOf(
  document: JsonDocument,
  name: string,
  kind: JsonKind,
): BodyObstacle | null {
  const { text, root, faults } = document;
  const at = (offset: number) => createTextPlaces(text).at(offset);
  if (root === null) return { state: 'broken', ...at(faults[0]?.offset ?? 0) };
  if (root.kind !== 'object') {
    return { state: 'wrong', whole: true, kind: root.kind, ...at(root.offset) };
  }
  const node = root.members.get(name);
  if (node === undefined || node.kind === 'null' || node.kind === kind) return null;
  return { state: 'wrong', whole: false, kind: node.kind, ...at(node.offset) };
}

/** Reads one field at the top of a body; null in it counts as missing. */
export function readPart(document: JsonDocument, name: string, kind: JsonKind): BodyPart {
  const obstacle = obstacleOf(document, name, kind);
  if (obstacle !== null) return obstacle;
  const node = document.root?.kind === 'object' ? document.root.members.get(name) : undefined;
  if (node?.kind !== kind) return { state: 'missing' };
  return { state: 'ready', text: document.text.slice(node.offset, node.offset + node.length) };
}
