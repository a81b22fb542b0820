import { wholePlaceholderName } from '../../lib/variables';
import type { JsonDocument } from '../document';
import { type ArrayNode, type JsonNode, type ObjectNode, pointerOf } from '../json-node';
import {
  type AudienceOperator,
  type FilterKind,
  isAudienceOperator,
  isFilterKind,
} from './grammar';

interface PartBase {
  /** JSON Pointer in the body. */
  readonly pointer: string;
  readonly node: JsonNode;
}

/** AND or OR over a list of parts. */
export interface AudienceGroup extends PartBase {
  readonly kind: 'group';
  readonly operator: AudienceOperator;
  readonly list: ArrayNode;
  readonly parts: readonly AudiencePart[];
}

/** One filter. Its fields are as they stand in the text: missing, or of any type. */
export interface AudienceCondition extends PartBase {
  readonly kind: 'condition';
  readonly filter: FilterKind;
  readonly fields: ObjectNode;
}

/** Why a part is no group and no condition. */
export type UnknownReason =
  | 'variable'
  | 'not_object'
  | 'empty'
  | 'several_keys'
  | 'unknown_key'
  | 'not_list'
  | 'filter_not_object'
  | 'repeated'
  | 'too_deep';

/** A part that is left as it is. */
export interface AudienceUnknown extends PartBase {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
}

/** One part of a connected audience. */
export type AudiencePart = AudienceGroup | AudienceCondition | AudienceUnknown;

/** A body's audience as parts. */
export type AudienceReading =
  | { readonly state: 'unreadable' }
  | { readonly state: 'absent'; readonly body: ObjectNode }
  | {
      readonly state: 'present';
      readonly body: ObjectNode;
      readonly root: AudiencePart;
      /** A comma too many or too few in it: what a change would do is not certain, so there is none. */
      readonly locked: boolean;
    };

/** Nobody nests deeper by hand; what does is left to the text. */
const DEEPEST = 12;

/**
 * Reads the audience of a body (R26). What the grammar does not know becomes an unknown part and is
 * never guessed at. Never throws.
 */
export function readAudience(document: JsonDocument): AudienceReading {
  const body = document.root;
  if (body?.kind !== 'object') return { state: 'unreadable' };
  const node = body.members.get('audience');
  if (node === undefined) return { state: 'absent', body };
  const repeated = new Set(document.repeats.map(({ later }) => later.parent));
  const locked = document.faults.some(
    ({ offset }) => offset >= node.offset && offset <= node.offset + node.length,
  );
  return { state: 'present', body, root: readPart(node, 1, repeated), locked };
}

function readPart(node: JsonNode, depth: number, repeated: ReadonlySet<unknown>): AudiencePart {
  const base = { pointer: pointerOf(node), node };
  const unknown = (reason: UnknownReason): AudienceUnknown => ({
    ...base,
    kind: 'unknown',
    reason,
  });
  if (node.kind === 'string' && wholePlaceholderName(node.value) !== null) {
    return unknown('variable');
  }
  if (node.kind !== 'object') return unknown('not_object');
  if (repeated.has(node)) return unknown('repeated');
  const [entry, ...others] = node.members;
  if (entry === undefined) return unknown('empty');
  if (others.length > 0) return unknown('several_keys');
  const [key, inner] = entry;
  if (isFilterKind(key)) {
    if (inner.kind !== 'object') return unknown('filter_not_object');
    if (repeated.has(inner)) return unknown('repeated');
    return { ...base, kind: 'condition', filter: key, fields: inner };
  }
  if (!isAudienceOperator(key)) return unknown('unknown_key');
  if (inner.kind !== 'array') return unknown('not_list');
  if (depth >= DEEPEST) return unknown('too_deep');
  const parts = inner.items.map((item) => readPart(item, depth + 1, repeated));
  return { ...base, kind: 'group', operator: key, list: inner, parts };
}

/** Every part below and including one, parents first, in the order of the text. */
export function partsOf(root: AudiencePart): readonly AudiencePart[] {
  return root.kind === 'group' ? [root, ...root.parts.flatMap(partsOf)] : [root];
}

/** Levels of groups: 0 for one condition alone. */
export function depthOf(part: AudiencePart): number {
  if (part.kind !== 'group') return 0;
  return 1 + Math.max(0, ...part.parts.map(depthOf));
}

/** The part at a JSON Pointer; undefined where there is none. */
export function partAt(root: AudiencePart, pointer: string): AudiencePart | undefined {
  return partsOf(root).find((part) => part.pointer === pointer);
}
