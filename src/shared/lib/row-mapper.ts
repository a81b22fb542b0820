import type { RowProblem } from '../domain/data-row';
import type { ColumnMapping } from '../domain/run';
import { type CellReading, isEmptyCell, readCell, readPrioritization } from './cell-value';

/** Columns by where they go: fields in the order of the mapping. */
export type TargetTree = Map<string, ColumnMapping | TargetTree>;

/** A column that belongs to the whole call. */
export interface MappedPlace {
  readonly entry: ColumnMapping;
  readonly path: readonly string[];
}

/** One part of the whole call that a row decides. */
export interface RequestPart {
  readonly path: readonly string[];
  /** Compact JSON. */
  readonly json: string;
}

/** A row as it would be sent. */
export interface MappedRow {
  readonly ok: true;
  /** Compact JSON of the recipient. */
  readonly recipient: string;
  /** The user whom the row names, the same for every way to write them; addresses in lower case. */
  readonly identity: string;
  /** Compact JSON of `trigger_properties` or `context`, which have a limit of their own. */
  readonly properties: readonly { readonly field: string; readonly json: string }[];
  /** What the row says of the whole call; null where it says nothing. */
  readonly request: readonly RequestPart[] | null;
}

/** A row as it would be sent, or why it cannot be. */
export type RowMapping = MappedRow | { readonly ok: false; readonly problem: RowProblem };

/** Reads one row's values. */
export type MapRow = (values: Readonly<Record<string, unknown>>) => RowMapping;

const identifiers = ['external_user_id', 'user_alias', 'email', 'braze_id'] as const;

/** Makes the function that reads rows: their recipient's fields by `tree`, parts of the whole call by `request`. */
export function createRowMapper(
  tree: TargetTree,
  propertiesFields: readonly string[],
  request: readonly MappedPlace[],
): MapRow {
  const keys = new Map([...tree.keys()].map((name) => [name, JSON.stringify(name)]));
  return (values) => {
    const fields = new Map<string, string>();
    for (const [name, node] of tree) {
      const reading = node instanceof Map ? readTree(node, values) : readField(name, node, values);
      if (reading === null) continue;
      if (!reading.ok) return reading;
      fields.set(name, reading.json);
    }
    const named = identifiers.filter((name) => fields.has(name));
    const [identifier] = named;
    if (identifier === undefined) return bad('identifier_missing', {});
    if (named.length > 1) return bad('identifier_several', { fields: named.join(', ') });
    // R16: it belongs to an address and to nothing else.
    if (identifier !== 'email') fields.delete('prioritization');
    else if (!fields.has('prioritization')) return bad('prioritization_missing', {});
    const identity = identityOf(identifier, fields.get(identifier) ?? '');
    if (!identity.ok) return identity;

    const parts: RequestPart[] = [];
    for (const { entry, path } of request) {
      const reading = readEntry(entry, values);
      if (reading === null) continue;
      if (!reading.ok) return reading;
      parts.push({ path, json: reading.json });
    }
    const members: string[] = [];
    for (const [name, json] of fields) members.push(`${keys.get(name) ?? ''}:${json}`);
    return {
      ok: true,
      recipient: `{${members.join(',')}}`,
      identity: identity.text,
      properties: propertiesFields.flatMap((field) => {
        const json = fields.get(field);
        return json === undefined ? [] : [{ field, json }];
      }),
      request: parts.length === 0 ? null : parts,
    };
  };
}

type Values = Readonly<Record<string, unknown>>;

function bad(code: RowProblem['code'], params: RowProblem['params']): RowMapping & { ok: false } {
  return { ok: false, problem: { code, params } };
}

/** Null: there is nothing to send. */
function readEntry(entry: ColumnMapping, values: Values): CellReading | null {
  const { column, type, whenEmpty } = entry;
  const value = Object.hasOwn(values, column) ? values[column] : undefined;
  if (!isEmptyCell(value)) return readCell(column, value, type);
  if (whenEmpty === 'leave_out') return null;
  return { ok: true, json: whenEmpty === 'null' ? 'null' : '""' };
}

function readField(name: string, entry: ColumnMapping, values: Values): CellReading | null {
  const { column } = entry;
  const value = Object.hasOwn(values, column) ? values[column] : undefined;
  switch (name) {
    case 'external_user_id':
    case 'email':
    case 'braze_id':
      // A user without a name is nobody, whatever an empty cell means elsewhere.
      return isEmptyCell(value) ? null : readCell(column, value, 'text');
    case 'user_alias':
      return isEmptyCell(value) ? null : readCell(column, value, 'json');
    case 'prioritization':
      return isEmptyCell(value) ? null : readPrioritization(column, value);
    case 'send_to_existing_only':
      return isEmptyCell(value) ? null : readCell(column, value, 'boolean');
    default:
      return readEntry(entry, values);
  }
}

/** An object of what its columns give; null where they give nothing. */
function readTree(tree: TargetTree, values: Values): CellReading | null {
  const members: string[] = [];
  for (const [name, node] of tree) {
    const reading = node instanceof Map ? readTree(node, values) : readEntry(node, values);
    if (reading === null) continue;
    if (!reading.ok) return reading;
    members.push(`${JSON.stringify(name)}:${reading.json}`);
  }
  return members.length === 0 ? null : { ok: true, json: `{${members.join(',')}}` };
}

function identityOf(
  field: (typeof identifiers)[number],
  json: string,
): { readonly ok: true; readonly text: string } | (RowMapping & { ok: false }) {
  const value: unknown = JSON.parse(json);
  if (field !== 'user_alias') {
    const text = String(value);
    return {
      ok: true,
      text: field === 'email' ? `m:${text.toLowerCase()}` : `${field[0]}:${text}`,
    };
  }
  const alias = typeof value === 'object' && value !== null ? value : {};
  const parts: unknown[] = [];
  for (const name of ['alias_name', 'alias_label']) {
    const part: unknown = Object.hasOwn(alias, name)
      ? (alias as Readonly<Record<string, unknown>>)[name]
      : undefined;
    if (typeof part !== 'string' || part === '') return bad('alias_incomplete', { field: name });
    parts.push(part);
  }
  return { ok: true, text: `a:${JSON.stringify(parts)}` };
}
