import type { Diagnostic } from './diagnostic';
import type { DiagnosticCode } from './diagnostic-codes';
import { type JsonDocument, parseDocument } from './document';
import type { EndpointPath } from './endpoints';
import { type JsonNode, nodeAt } from './json-node';
import type { Repair } from './repair';
import { REMOVABLE, RENAMES, SPECIAL_REPAIRS } from './repair-table';
import { renameField } from './add-edits';
import { removeChildren, removeNode } from './remove-edits';
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
  const document = parseDocument(text);
  const { root } = document;
  const node = root === null ? undefined : nodeAt(root, diagnostic.pointer);
  if (node === undefined) return [];
  if (code === 'JSON.duplicate_key' || code === 'JSON.duplicate_target') {
    return repeatedField(diagnostic, document);
  }
  const special = SPECIAL_REPAIRS[code];
  return [
    ...(special?.({ diagnostic, text, endpoint, node }) ?? []),
    ...rename(code, diagnostic, node),
    ...(REMOVABLE.has(code) && node.key !== null ? [removal(text, node)] : []),
  ].filter((repair) => repair.edits.length > 0 || repair.code === 'split_calls');
}

/** Keeping the last changes nothing but the text: that one counts already. */
function repeatedField({ offset }: Diagnostic, { text, repeats }: JsonDocument): readonly Repair[] {
  const repeat = repeats.find(({ later }) => later.keyOffset === offset);
  const parent = repeat?.later.parent;
  if (repeat === undefined || parent?.kind !== 'object') return [];
  const { earlier, later } = repeat;
  const field = String(later.key);
  const others = repeats.map((one) => one.earlier).filter((node) => node.parent === parent);
  const without = (node: JsonNode) => removeChildren(text, parent, new Set([node]), others);
  const last: Repair = { code: 'keep_last', params: { field }, edits: without(earlier) };
  const widens = field === 'segment_id' || (field === 'broadcast' && !isBoolean(earlier, false));
  if (widens && parent.parent === null) return [last];
  return [last, { code: 'keep_first', params: { field }, edits: without(later) }];
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
