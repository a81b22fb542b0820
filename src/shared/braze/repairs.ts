import type { Diagnostic } from './diagnostic';
import type { DiagnosticCode } from './diagnostic-codes';
import { parseDocument } from './document';
import type { EndpointPath } from './endpoints';
import { type JsonNode, nodeAt } from './json-node';
import type { Repair } from './repair';
import { REMOVABLE, RENAMES, SPECIAL_REPAIRS } from './repair-table';
import { renameField } from './add-edits';
import { removeNode } from './remove-edits';
import { isBoolean } from './rules/rule-context';

/**
 * Repairs for one finding of a text, best first; none where only the author can know. Edits keep
 * comments and layout. No repair turns a broadcast on or targets a segment.
 */
export function repairsFor(
  diagnostic: Diagnostic,
  text: string,
  endpoint: EndpointPath,
): readonly Repair[] {
  const { code, offset } = diagnostic;
  if (code === 'JSON.missing_comma') {
    return [{ code: 'insert_comma', params: {}, edits: [{ offset, length: 0, text: ',' }] }];
  }
  if (code === 'JSON.trailing_comma') {
    return [{ code: 'remove_comma', params: {}, edits: [{ offset, length: 1, text: '' }] }];
  }
  const { root } = parseDocument(text);
  const node = root === null ? undefined : nodeAt(root, diagnostic.pointer);
  if (node === undefined) return [];
  const special = SPECIAL_REPAIRS[code];
  return [
    ...(special?.({ diagnostic, text, endpoint, node }) ?? []),
    ...rename(code, diagnostic, node),
    ...(REMOVABLE.has(code) && node.key !== null ? [removal(text, node)] : []),
  ].filter((repair) => repair.edits.length > 0);
}

function removal(text: string, node: JsonNode): Repair {
  const edits = removeNode(text, node);
  if (typeof node.key !== 'string') return { code: 'remove_entry', params: {}, edits };
  return { code: 'remove_field', params: { field: node.key }, edits };
}

function rename(code: DiagnosticCode, { params }: Diagnostic, node: JsonNode): readonly Repair[] {
  const to = RENAMES[code]?.(params);
  const { parent } = node;
  if (to === undefined || parent?.kind !== 'object' || parent.members.has(to)) return [];
  if (to === 'segment_id' || (to === 'broadcast' && !isBoolean(node, false))) return [];
  const from = String(node.key);
  return [{ code: 'rename_field', params: { from, to }, edits: renameField(node, to) }];
}
