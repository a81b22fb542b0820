import type { RowProblem } from '../domain/data-row';
import type { ColumnMapping } from '../domain/run';
import {
  type CellReading,
  isEmptyCell,
  readCell,
  readPrioritization,
  scalarText,
} from './cell-value';

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
  /** Nothing but an id and properties made of columns: no rule but those of size can be broken. */
  readonly plain: boolean;
}

/** A row as it would be sent, or why it cannot be. */
export type RowMapping = MappedRow | { readonly ok: false; readonly problem: RowProblem };

/** Reads one row's values. */
export type MapRow = (values: Values) => RowMapping;

type Values = Readonly<Record<string, unknown>>;
/** Reads what belongs to one place; null: there is nothing to send. */
type Read = (values: Values) => CellReading | null;

/** The four ways to name a user (R13), with the letter each has in an identity. */
const identifiers: ReadonlyMap<string, string> = new Map([
  ['external_user_id', 'e'],
  ['user_alias', 'a'],
  ['email', 'm'],
  ['braze_id', 'b'],
]);

interface Field {
  readonly name: string;
  readonly key: string;
  readonly read: Read;
  readonly node: ColumnMapping | TargetTree;
  readonly isProperties: boolean;
}

/** Makes the function that reads rows: their recipient's fields by `tree`, parts of the whole call by `request`. */
export function createRowMapper(
  tree: TargetTree,
  propertiesFields: readonly string[],
  request: readonly MappedPlace[],
): MapRow {
  const fields = [...tree].map(([name, node]): Field => {
    const read = node instanceof Map ? treeReader(node) : fieldReader(name, node);
    const isProperties = propertiesFields.includes(name);
    return { name, key: `${JSON.stringify(name)}:`, read, node, isProperties };
  });
  const plain = fields.every(
    ({ name, node, isProperties }) =>
      name === 'external_user_id' || name === 'braze_id' || (isProperties && node instanceof Map),
  );
  const parts = request.map(({ entry, path }) => ({ path, read: entryReader(entry) }));

  return (values) => {
    let members = '';
    let named = 0;
    let identity = '';
    let prioritization: string | null = null;
    const properties: { field: string; json: string }[] = [];
    for (const { name, key, read, node, isProperties } of fields) {
      const json = read(values);
      if (json === null) continue;
      if (typeof json !== 'string') return { ok: false, problem: json };
      if (name === 'prioritization') {
        prioritization = `${key}${json}`;
        continue;
      }
      members += members === '' ? `${key}${json}` : `,${key}${json}`;
      if (isProperties) properties.push({ field: name, json });
      const letter = identifiers.get(name);
      if (letter === undefined) continue;
      named += 1;
      if (node instanceof Map || letter === 'a') {
        const alias = aliasIdentity(json);
        if (typeof alias !== 'string') return { ok: false, problem: alias };
        identity = alias;
      } else identity = `${letter}:${scalarText(values[node.column]) ?? ''}`;
    }
    if (named !== 1) return { ok: false, problem: identifierProblem(fields, values) };
    // R16: it belongs to an address and to nothing else.
    if (identity.startsWith('m:')) {
      if (prioritization === null) return bad('prioritization_missing', {});
      members += `,${prioritization}`;
      identity = identity.toLowerCase();
    }
    let said: RequestPart[] | null = null;
    for (const { path, read } of parts) {
      const json = read(values);
      if (json === null) continue;
      if (typeof json !== 'string') return { ok: false, problem: json };
      said ??= [];
      said.push({ path, json });
    }
    return { ok: true, recipient: `{${members}}`, identity, properties, request: said, plain };
  };
}

function bad(code: RowProblem['code'], params: RowProblem['params']): RowMapping & { ok: false } {
  return { ok: false, problem: { code, params } };
}

function identifierProblem(fields: readonly Field[], values: Values): RowProblem {
  const named = fields.flatMap(({ name, read }) =>
    identifiers.has(name) && read(values) !== null ? [name] : [],
  );
  return named.length === 0
    ? { code: 'identifier_missing', params: {} }
    : { code: 'identifier_several', params: { fields: named.join(', ') } };
}

function valueOf(values: Values, column: string): unknown {
  return Object.hasOwn(values, column) ? values[column] : undefined;
}

function entryReader({ column, type, whenEmpty }: ColumnMapping): Read {
  const empty = whenEmpty === 'leave_out' ? null : whenEmpty === 'null' ? 'null' : '""';
  return (values) => {
    const value = valueOf(values, column);
    return isEmptyCell(value) ? empty : readCell(column, value, type);
  };
}

/** Fields of the recipient have their own types, and an empty one is never sent: it would name nobody. */
function fieldReader(name: string, entry: ColumnMapping): Read {
  const { column } = entry;
  const notEmpty =
    (read: (value: unknown) => CellReading): Read =>
    (values) => {
      const value = valueOf(values, column);
      return isEmptyCell(value) ? null : read(value);
    };
  switch (name) {
    case 'external_user_id':
    case 'email':
    case 'braze_id':
      return notEmpty((value) => readCell(column, value, 'text'));
    case 'user_alias':
      return notEmpty((value) => readCell(column, value, 'json'));
    case 'prioritization':
      return notEmpty((value) => readPrioritization(column, value));
    case 'send_to_existing_only':
      return notEmpty((value) => readCell(column, value, 'boolean'));
    default:
      return entryReader(entry);
  }
}

/** An object of what its columns give; nothing where they give nothing. */
function treeReader(tree: TargetTree): Read {
  const members = [...tree].map(([name, node]) => ({
    key: `${JSON.stringify(name)}:`,
    read: node instanceof Map ? treeReader(node) : entryReader(node),
  }));
  return (values) => {
    let text = '';
    for (const { key, read } of members) {
      const json = read(values);
      if (json === null) continue;
      if (typeof json !== 'string') return json;
      text += text === '' ? `${key}${json}` : `,${key}${json}`;
    }
    return text === '' ? null : `{${text}}`;
  };
}

function aliasIdentity(json: string): CellReading {
  const value: unknown = JSON.parse(json);
  const alias = typeof value === 'object' && value !== null ? value : {};
  const parts: unknown[] = [];
  for (const name of ['alias_name', 'alias_label']) {
    const part = valueOf(alias as Values, name);
    if (typeof part !== 'string' || part === '')
      return { code: 'alias_incomplete', params: { field: name } };
    parts.push(part);
  }
  return `a:${JSON.stringify(parts)}`;
}
