import { parseDocument } from '#shared/braze/document';
import type { JsonKind, JsonNode, ObjectNode } from '#shared/braze/json-node';
import { textOf } from '#shared/braze/json-node';
import { isFilterKind } from '#shared/braze/audience/grammar';

/** A place of a body with a name to find it by. Offsets are UTF-16 units. */
export interface OutlineEntry {
  readonly name: string;
  /** What it is, or holds, in short; may be empty. */
  readonly detail: string;
  readonly kind: JsonKind;
  /** All of it, with the field's name. */
  readonly offset: number;
  readonly length: number;
  /** Where the cursor goes. */
  readonly nameOffset: number;
  readonly nameLength: number;
  readonly children: readonly OutlineEntry[];
}

/** More is looked through by searching the text. */
const mostEntries = 5000;
/** Nobody nests deeper by hand. */
const deepest = 16;
const longestName = 80;
const identifiers = ['external_user_id', 'email', 'braze_id'] as const;

function shortened(text: string): string {
  return text.length > longestName ? `${text.slice(0, longestName)}…` : text;
}

/** A value in a few characters: a text as it reads, a list by its size. */
function inShort(node: JsonNode | undefined): string {
  switch (node?.kind) {
    case undefined:
      return '';
    case 'string':
      return shortened(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'array':
      return `[${node.items.length}]`;
    case 'object':
      return '';
  }
}

function aliasOf(node: ObjectNode): string | null {
  const inner = node.members.get('user_alias');
  const alias = inner?.kind === 'object' ? inner : node;
  const name = textOf(alias.members.get('alias_name'));
  if (name === null) return null;
  const label = textOf(alias.members.get('alias_label'));
  return label === null ? name : `${name} (${label})`;
}

/** Who an entry of a list names: a recipient by its identifier; null for anything else. */
function identifierOf(node: ObjectNode): string | null {
  for (const name of identifiers) {
    const value = textOf(node.members.get(name));
    if (value !== null) return value;
  }
  return aliasOf(node);
}

/** What a filter of an audience asks, in its own words; null for anything else. */
function conditionOf(node: ObjectNode): string | null {
  const [key, fields] = [...node.members][0] ?? [];
  if (key === undefined || !isFilterKind(key) || fields?.kind !== 'object') return null;
  const attribute = textOf(fields.members.get('custom_attribute_name'));
  const comparison = inShort(fields.members.get('comparison'));
  const value = fields.members.get('value');
  const compared =
    value?.kind === 'array' ? value.items.slice(0, 5).map(inShort).join(', ') : inShort(value);
  return shortened(
    [attribute ?? key, comparison, compared].filter((part) => part !== '').join(' '),
  );
}

function nameOf(node: JsonNode): string {
  if (typeof node.key === 'string') return node.key === '' ? '""' : shortened(node.key);
  const number = String((node.key ?? 0) + 1);
  if (node.kind === 'string' && node.value !== '') return shortened(node.value);
  if (node.kind !== 'object') return number;
  return shortened(
    identifierOf(node) ?? conditionOf(node) ?? textOf(node.members.get('file_name')) ?? number,
  );
}

/**
 * The fields of a body, one below the other as they stand: recipients by who they name, filters by what they ask.
 * Empty while the text is no JSON object or list.
 */
export function outlineBody(text: string): readonly OutlineEntry[] {
  const { root } = parseDocument(text);
  let left = mostEntries;

  function entriesIn(node: JsonNode, depth: number): OutlineEntry[] {
    if (depth > deepest) return [];
    const inner =
      node.kind === 'array' ? node.items : node.kind === 'object' ? node.members.values() : [];
    const found: OutlineEntry[] = [];
    for (const child of inner) {
      if (left <= 0) break;
      left -= 1;
      found.push(entryOf(child, depth));
    }
    return found;
  }

  function entryOf(node: JsonNode, depth: number): OutlineEntry {
    const isField = typeof node.key === 'string';
    const end = node.offset + node.length;
    const offset = isField ? node.keyOffset : node.offset;
    const isNamed = isField || node.kind === 'object' || node.kind === 'array';
    return {
      name: nameOf(node),
      detail: isNamed ? inShort(node) : '',
      kind: node.kind,
      offset,
      length: end - offset,
      nameOffset: offset,
      nameLength: isField ? node.keyLength : node.length,
      children: entriesIn(node, depth + 1),
    };
  }

  return root === null ? [] : entriesIn(root, 0);
}
