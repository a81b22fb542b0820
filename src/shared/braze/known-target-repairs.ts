import type { TargetKnowledge } from '../domain/lookup';
import { addField, addFields } from './add-edits';
import { propertyFields } from './contract/check-contract';
import { findProperty, propertySkeleton } from './contract/property-text';
import type { Diagnostic } from './diagnostic';
import type { DiagnosticCode } from './diagnostic-codes';
import { parseDocument } from './document';
import type { EndpointPath } from './endpoints';
import { nodeAt, type ObjectNode } from './json-node';
import type { Repair } from './repair';
import { repairsFor } from './repairs';
import type { TextEdit } from './text-edit';

const absent: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'T02.missing',
  'T02.missing_for_recipient',
  'T02.merge_unclear',
]);

/**
 * Repairs for findings of `checkKnownTarget`, those that lie together. What is missing is added with an
 * empty value for everything that is needed below it; several at one place can be added at once.
 */
export function knownTargetRepairs(
  found: readonly Diagnostic[],
  text: string,
  endpoint: EndpointPath,
  known: TargetKnowledge,
): readonly Repair[] {
  const missing = found.filter(({ code }) => absent.has(code));
  const additions = [...byPointer(missing)].flatMap(([pointer, group]): Repair[] => {
    const names = group.map(({ params }) => String(params['property'] ?? ''));
    const single = names.flatMap((name): Repair[] => {
      const edits = additionEdits(text, pointer, [name], known);
      return edits === null ? [] : [{ code: 'add_field', params: { field: name }, edits }];
    });
    const edits = names.length > 1 ? additionEdits(text, pointer, names, known) : null;
    if (edits === null) return single;
    return [{ code: 'add_missing', params: { count: names.length }, edits }, ...single];
  });
  const others = found
    .filter(({ code }) => !absent.has(code))
    .flatMap((one) => repairsFor(one, text, endpoint));
  return [...others, ...additions];
}

function byPointer(found: readonly Diagnostic[]): ReadonlyMap<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const one of found) groups.set(one.pointer, [...(groups.get(one.pointer) ?? []), one]);
  return groups;
}

/** Edits that give the object at a place what is missing there; null where there is no such object. */
function additionEdits(
  text: string,
  pointer: string,
  paths: readonly string[],
  { kind, details }: TargetKnowledge,
): readonly TextEdit[] | null {
  const { root } = parseDocument(text);
  const node = root === null ? undefined : nodeAt(root, pointer);
  if (node?.kind !== 'object' || details === null) return null;
  const fields = paths.flatMap((path) => {
    const property = findProperty(details.contract.properties, path);
    return property === null ? [] : [[property.name, propertySkeleton(property)] as const];
  });
  if (fields.length === 0) return null;
  if (!holdsProperties(node)) return addFields(text, node, fields);
  const [field = ''] = propertyFields(kind);
  // A field that is there and holds nothing takes the properties; two of a name would not do.
  const present = node.members.get(field);
  const written = fields.map(([name, value]) => `${JSON.stringify(name)}: ${value}`);
  const value = `{ ${written.join(', ')} }`;
  return present === undefined
    ? addField(text, node, field, value)
    : [{ offset: present.offset, length: present.length, text: value }];
}

/** Whether a node is the body or a recipient, where properties are in a field of their own. */
function holdsProperties({ parent }: ObjectNode): boolean {
  return parent === null || (parent.kind === 'array' && parent.key === 'recipients');
}
