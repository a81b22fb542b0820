import { ExactNumber } from './exact-number';
import { parseDocument } from '../braze/document';
import type { JsonNode } from '../braze/json-node';

/** Deepest nesting a value of a row may have. */
export const maxRowDepth = 100;

/** A parsed value, whose objects have no prototype where they were read with care for digits. */
export type ExactJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: 'broken' | 'too_deep' };

/** Whether a text may hold a number that JavaScript would write with other digits; may say yes for a text's digits. */
const mayLoseDigits = /\d{16}|\d[.eE]|-0/;
/** Parses strict JSON; numbers that JavaScript would write with other digits become `ExactNumber`. Never throws. */
export function parseExactJson(text: string): ExactJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'broken' };
  }
  if (hasManyBrackets(text) && isTooDeep(value)) return { ok: false, reason: 'too_deep' };
  if (!mayLoseDigits.test(text)) return { ok: true, value };
  const { root } = parseDocument(text);
  return root === null ? { ok: false, reason: 'broken' } : { ok: true, value: exactValue(root) };
}

/** Whether there are enough brackets for a value that is too deep; most rows have a few. */
function hasManyBrackets(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x5b && code !== 0x7b) continue;
    count += 1;
    if (count > maxRowDepth) return true;
  }
  return false;
}

/** Goes level by level: a value may be deeper than the stack. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxRowDepth) return true;
    level = level.flatMap((one): unknown[] =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}

function exactValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'null':
      return null;
    case 'string':
    case 'boolean':
      return node.value;
    case 'number':
      return Object.is(node.value, -0) || String(node.value) !== node.text
        ? new ExactNumber(node.text)
        : node.value;
    case 'array':
      return node.items.map(exactValue);
    case 'object': {
      const object = Object.create(null) as Record<string, unknown>;
      for (const [key, member] of node.members) object[key] = exactValue(member);
      return object;
    }
  }
}
