import type { DiagnosticParams } from '../diagnostic';
import type { DiagnosticCode } from '../diagnostic-codes';
import type { JsonNode, ObjectNode } from '../json-node';
import type { Mark } from '../reporter';
import { nearestName } from '../rules/nearest-name';
import type { RuleContext } from '../rules/rule-context';
import type { ContractProperty, PropertyContract } from './contract';
import { propertyPlaces } from './property-text';

/** Entries of one list that are looked at; the rest are taken to be alike. */
const mostEntries = 100;

/** The properties of the request or of one recipient. `unknown`: a variable stands for them. */
type Given = ObjectNode | 'unknown' | null;

/** The fields that hold a call's properties, the one that counts first. */
export function propertyFields(kind: 'campaign' | 'canvas'): readonly string[] {
  return kind === 'campaign' ? ['trigger_properties'] : ['context', 'canvas_entry_properties'];
}

/** What one recipient is sent: its own properties before the request's, name by name. */
interface Effective {
  readonly own: ObjectNode | null;
  /** Null for the request as a whole. */
  readonly recipient: ObjectNode | null;
  readonly number: number;
}

/**
 * T02: holds the properties of a call against the contract of its target. The request's are overridden by
 * the recipient's as a whole, name by name; whether the server merges what is nested is not documented.
 */
export function checkContract(
  context: Pick<RuleContext, 'body' | 'recipients' | 'report' | 'isUntyped'>,
  kind: 'campaign' | 'canvas',
  contract: PropertyContract,
): void {
  const fields = propertyFields(kind);
  const given = (object: ObjectNode): Given => {
    const node = fields.map((field) => object.members.get(field)).find((one) => one !== undefined);
    if (node === undefined || node.kind === 'null') return null;
    return node.kind === 'object' ? node : context.isUntyped(node) ? 'unknown' : null;
  };
  const base = given(context.body);
  if (base === 'unknown') return;

  const recipients = context.recipients.map((recipient, index) => ({
    recipient,
    own: given(recipient),
    number: index + 1,
  }));
  const known = recipients.filter(
    (one): one is typeof one & { own: ObjectNode | null } => one.own !== 'unknown',
  );
  const report = onceEach(context.report);
  const misspelt: Misspelt = new Map();
  for (const object of [base, ...known.map(({ own }) => own)]) {
    if (object === null) continue;
    const rest = object === base ? [] : [...(base?.members.keys() ?? [])];
    reportStrays(object, contract.properties, contract.complete, rest, '', report, misspelt);
  }

  const all: readonly Effective[] =
    recipients.length > 0 ? known : [{ own: null, recipient: null, number: 0 }];
  for (const property of contract.properties) {
    const { name, required } = property;
    const lacks = (object: ObjectNode | null): boolean =>
      object === null || (!object.members.has(name) && misspelt.get(object)?.has(name) !== true);
    const without = lacks(base) ? all.filter(({ own }) => lacks(own)) : [];
    if (required && without.length > 0) {
      reportAbsent(context.body, base, property, { without, of: recipients.length }, report);
    }
    for (const { own } of all) {
      const value = own?.members.get(name) ?? base?.members.get(name);
      if (value === undefined) continue;
      const beneath = own?.members.has(name) === true ? base?.members.get(name) : undefined;
      reportBelow(value, beneath, property, name, {
        report,
        misspelt,
        isUntyped: context.isUntyped,
      });
    }
  }
}

/** The names that an object has in another spelling, so that they are not reported as missing too. */
type Misspelt = Map<ObjectNode, Set<string>>;

type ReportOnce = (
  code: DiagnosticCode,
  node: JsonNode,
  params: DiagnosticParams,
  mark: Mark,
) => void;

/** Values of the request are looked at for each recipient, and reported once. */
function onceEach(report: RuleContext['report']): ReportOnce {
  const seen = new Map<JsonNode, Set<string>>();
  return (code, node, params, mark) => {
    const key = `${code} ${String(params['property'] ?? params['field'] ?? '')}`;
    const keys = seen.get(node) ?? new Set();
    if (keys.has(key)) return;
    seen.set(node, keys.add(key));
    report(code, node, params, mark);
  };
}

/** Names that the contract does not have: near to one that it has, or not used at all. */
function reportStrays(
  object: ObjectNode,
  properties: readonly ContractProperty[],
  complete: boolean,
  alsoThere: readonly string[],
  prefix: string,
  report: ReportOnce,
  misspelt: Misspelt,
): void {
  const names = properties.map(({ name }) => name);
  const free = names.filter((name) => !object.members.has(name) && !alsoThere.includes(name));
  for (const [field, node] of object.members) {
    const property = properties.find(({ name }) => name === field);
    if (property === undefined) {
      const suggestion = nearestName(field, free);
      const written = prefix + field;
      if (suggestion !== null) {
        misspelt.set(object, (misspelt.get(object) ?? new Set()).add(suggestion));
        report('T02.misspelt', node, { field: written, suggestion }, 'key');
      } else if (complete) report('T02.unused', node, { field: written }, 'key');
      continue;
    }
    if (property.open || property.children.length === 0) continue;
    const entries =
      node.kind === 'array' && property.list ? node.items.slice(0, mostEntries) : [node];
    for (const entry of entries) {
      if (entry.kind !== 'object') continue;
      const below = `${prefix}${field}${node.kind === 'array' ? '[]' : ''}.`;
      reportStrays(entry, property.children, complete, [], below, report, misspelt);
    }
  }
}

function reportAbsent(
  body: ObjectNode,
  base: ObjectNode | null,
  property: ContractProperty,
  missing: { readonly without: readonly Effective[]; readonly of: number },
  report: ReportOnce,
): void {
  const params = { property: property.name, place: propertyPlaces(property) };
  if (missing.without.length >= missing.of) {
    report('T02.missing', base ?? body, params, 'open');
    return;
  }
  for (const { own, recipient, number } of missing.without) {
    const node = own ?? recipient;
    if (node !== null) {
      report('T02.missing_for_recipient', node, { ...params, recipient: number }, 'open');
    }
  }
}

interface Below {
  readonly report: ReportOnce;
  readonly misspelt: Misspelt;
  readonly isUntyped: RuleContext['isUntyped'];
}

/** What is required inside a value that is there. */
function reportBelow(
  value: JsonNode,
  beneath: JsonNode | undefined,
  property: ContractProperty,
  path: string,
  tools: Below,
): void {
  const { report, misspelt, isUntyped } = tools;
  if (property.open || property.children.length === 0 || isUntyped(value)) return;
  if (value.kind === 'array') {
    if (!property.list) return;
    for (const entry of value.items.slice(0, mostEntries)) {
      if (entry.kind === 'object') reportBelow(entry, undefined, property, `${path}[]`, tools);
    }
    return;
  }
  // Going through an object gives its pairs; a null counts as given (R06 speaks of it).
  if (value.kind === 'null' || (property.list && !path.endsWith('[]'))) return;
  for (const child of property.children) {
    const childPath = `${path}.${child.name}`;
    const params = { property: childPath, place: propertyPlaces(child) };
    const found = value.kind === 'object' ? value.members.get(child.name) : undefined;
    const under = beneath?.kind === 'object' ? beneath.members.get(child.name) : undefined;
    if (found !== undefined) reportBelow(found, under, child, childPath, tools);
    else if (!child.required) continue;
    else if (value.kind === 'object' && misspelt.get(value)?.has(child.name) === true) continue;
    else if (under !== undefined && value.kind === 'object') {
      report('T02.merge_unclear', value, params, 'open');
    } else report('T02.missing', value, params, value.kind === 'object' ? 'open' : 'value');
  }
}
