import { type JsonDocument, parseDocument } from '#shared/braze/document';
import type { JsonNode } from '#shared/braze/json-node';
import { asRoot } from '#shared/braze/node-builder';
import { memberText } from '../member-text';

/** What a line `{name, endpoint, body}` says. */
export interface LineRequest {
  /** As JSON has it; undefined where it is missing. */
  readonly name: unknown;
  readonly endpoint: unknown;
  /** Null where it is missing. Places in it mean nothing unless it has faults or repeated fields. */
  readonly body: JsonDocument | null;
}

/** Takes a line apart; `not_json` and `not_object` where it cannot be. */
export function readLineRequest(text: string): LineRequest | 'not_json' | 'not_object' {
  return readAtOnce(text) ?? readByParts(text);
}

/**
 * Reads the whole line as one document, as most can be. Null where that would not tell the same as `JSON.parse` and
 * the body by itself: faults and repeated fields are reported with their places in the body.
 */
function readAtOnce(text: string): LineRequest | null {
  const { root, isPlain, faults, repeats } = parseDocument(text);
  if (!isPlain || root?.kind !== 'object' || faults.length > 0 || repeats.length > 0) return null;
  const { members } = root;
  const name = textOrNothing(members.get('name'));
  const endpoint = textOrNothing(members.get('endpoint'));
  if (name === 'other' || endpoint === 'other') return null;
  const body = members.get('body');
  return {
    name: name.value,
    endpoint: endpoint.value,
    body:
      body === undefined ? null : { text, root: asRoot(body), faults: [], repeats: [], isPlain },
  };
}

function textOrNothing(
  node: JsonNode | undefined,
): { readonly value: string | null | undefined } | 'other' {
  if (node === undefined) return { value: undefined };
  if (node.kind === 'null') return { value: null };
  return node.kind === 'string' ? { value: node.value } : 'other';
}

function readByParts(text: string): LineRequest | 'not_json' | 'not_object' {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not_json';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not_object';
  const { name, endpoint } = value as Record<string, unknown>;
  // The text and not the value: a field that is given twice shows only there.
  const body = memberText(text, 'body');
  return { name, endpoint, body: body === null ? null : parseDocument(body) };
}
