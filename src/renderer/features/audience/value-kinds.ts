import type { ValueRule } from '#shared/braze/audience/grammar';
import type { JsonNode } from '#shared/braze/json-node';
import { wholePlaceholderName } from '#shared/lib/variables';

/** How a value can be written here. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'list';

const OFFERED: Readonly<Record<ValueRule, readonly ValueKind[]>> = {
  scalar: ['text', 'number', 'boolean'],
  regex: ['text'],
  texts: ['list', 'text'],
  member: ['text', 'number', 'boolean', 'list'],
  number: ['number'],
  days: ['number'],
  date: ['text'],
  state: ['text'],
  none: [],
};

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** What a value is; null where it can only be written as JSON. */
export function kindOfValue(node: JsonNode): ValueKind | null {
  switch (node.kind) {
    case 'string':
      return 'text';
    case 'array':
      return node.items.every((item) => isScalar(item)) ? 'list' : null;
    case 'object':
    case 'null':
      return null;
    default:
      return node.kind;
  }
}

function isScalar({ kind }: JsonNode): boolean {
  return kind === 'string' || kind === 'number' || kind === 'boolean';
}

/** The kinds a rule takes, and the one that is there, even where it is wrong. */
export function offeredKinds(rule: ValueRule, present: ValueKind | null): readonly ValueKind[] {
  const offered = OFFERED[rule];
  return present === null || offered.includes(present) ? offered : [...offered, present];
}

/** A text as JSON of a kind; null where it is none. A variable stands for a value of any kind. */
export function jsonOf(text: string, kind: ValueKind): string | null {
  const trimmed = text.trim();
  if (kind === 'number') {
    if (NUMBER.test(trimmed)) return trimmed;
    return wholePlaceholderName(trimmed) === null ? null : JSON.stringify(trimmed);
  }
  if (kind === 'boolean') return trimmed === 'true' || trimmed === 'false' ? trimmed : null;
  return JSON.stringify(text);
}

/** The text of a value as it is typed. */
export function typedText(node: JsonNode): string {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return node.text;
  return node.kind === 'boolean' ? String(node.value) : '';
}

/** A value turned into another kind, as near to what it was as can be. */
export function convertedTo(kind: ValueKind, node: JsonNode, source: string): string {
  const first = node.kind === 'array' ? node.items[0] : node;
  const text = first === undefined ? '' : typedText(first);
  switch (kind) {
    case 'list':
      return node.kind === 'array' ? source : text === '' ? '[]' : `[${source}]`;
    case 'number':
      return jsonOf(text, 'number') ?? '0';
    case 'boolean':
      return text === 'false' ? 'false' : 'true';
    case 'text':
      return JSON.stringify(text);
  }
}

/** An entry of a list as JSON: a text, unless the list takes others and had one of them there. */
export function entryJson(text: string, rule: ValueRule, before: JsonNode | undefined): string {
  const mayBeOther = rule === 'member' && before !== undefined && before.kind !== 'string';
  if (!mayBeOther) return JSON.stringify(text);
  return jsonOf(text, before.kind === 'number' ? 'number' : 'boolean') ?? JSON.stringify(text);
}
