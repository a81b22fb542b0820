import { parse } from 'csv-parse/browser/esm/sync';
import type { BodyChange } from '#shared/braze/body-change';
import type { JsonNode } from '#shared/braze/json-node';
import type { BodyPath, ValueChange } from '#shared/braze/value-edits';
import type { Recipients } from './read-recipients';
import {
  identifierKinds,
  type IdentifierKind,
  pathOfCell,
  type PropertiesField,
  type RecipientColumn,
} from './recipient-table';
import { jsonSource, typedSource } from './typed-text';

/** Where to paste: over the cells from there, or as new rows. */
export interface PasteQuestion {
  readonly endpoint: string;
  readonly text: string;
  readonly columns: readonly RecipientColumn[];
  readonly at: { readonly row: number; readonly column: number } | null;
}

export interface PasteAnswer {
  readonly changes: readonly BodyChange[];
  /** New recipients. */
  readonly added: number;
  /** Recipients that were there and get other values. */
  readonly changed: number;
}

const texts = new Set<RecipientColumn['group']>(['identifier', 'aliasLabel']);

/** Column of a header by its name; anything unknown is a property. */
function namedColumn(name: string, properties: PropertiesField): NamedColumn {
  const trimmed = name.trim();
  if ((identifierKinds as readonly string[]).includes(trimmed) && trimmed !== 'user_alias') {
    return { path: [trimmed], isText: true };
  }
  if (trimmed === 'alias_name' || trimmed === 'alias_label') {
    return { path: ['user_alias', trimmed], isText: true };
  }
  if (trimmed === 'prioritization') return { path: [trimmed], isText: false, isNames: true };
  if (trimmed === 'send_to_existing_only') return { path: [trimmed], isText: false };
  const dotted = /^(attributes|trigger_properties|context|canvas_entry_properties)\.(.+)$/s.exec(
    trimmed,
  );
  if (dotted?.[1] !== undefined && dotted[2] !== undefined) {
    const field = dotted[1] === 'attributes' ? dotted[1] : properties;
    return { path: [field, dotted[2]], isText: false };
  }
  return { path: [properties, trimmed], isText: false };
}

interface NamedColumn {
  readonly path: readonly string[];
  readonly isText: boolean;
  /** A list of names that may be written with commas. */
  readonly isNames?: boolean;
}

const headerNames = new Set([
  'external_user_id',
  'email',
  'braze_id',
  'alias_name',
  'alias_label',
  'prioritization',
  'send_to_existing_only',
]);

/** The cells of a text from a spreadsheet: quotes, line ends in cells; tabs, or what stands most often. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  const counted = [',', ';'].map((sign) => [sign, firstLine.split(sign).length] as const);
  const [comma, semicolon] = counted;
  const fallback = (semicolon?.[1] ?? 0) > (comma?.[1] ?? 0) ? ';' : ',';
  const delimiter = text.includes('\t') ? '\t' : fallback;
  const rows = parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    // A quote inside a cell that does not start with one is only a quote.
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  }) as unknown as readonly (readonly string[])[];
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

function namesSource(text: string): string {
  const names = text.split(',').map((name) => name.trim());
  return jsonSource(text) ?? JSON.stringify(names.filter((name) => name !== ''));
}

function sourceOf(column: NamedColumn, text: string): string {
  if (column.isText) return JSON.stringify(text);
  return column.isNames === true ? namesSource(text) : typedSource(text);
}

/** One new recipient as JSON text. */
function recipientSource(columns: readonly NamedColumn[], cells: readonly string[]): string {
  const parts: string[] = [];
  const nested = new Map<string, string[]>();
  for (const [at, column] of columns.entries()) {
    const text = cells[at] ?? '';
    const [outer, inner] = column.path;
    if (text === '' || outer === undefined) continue;
    const source = sourceOf(column, text);
    if (inner === undefined) {
      parts.push(`${JSON.stringify(outer)}:${source}`);
      continue;
    }
    const members = nested.get(outer);
    const member = `${JSON.stringify(inner)}:${source}`;
    if (members === undefined) {
      const started = [member];
      nested.set(outer, started);
      parts.push(outer);
    } else {
      members.push(member);
    }
  }
  const written = parts.map((part) => {
    const members = nested.get(part);
    return members === undefined ? part : `${JSON.stringify(part)}:{${members.join(',')}}`;
  });
  return `{${written.join(',')}}`;
}

function identifierOf(item: JsonNode | undefined): IdentifierKind | null {
  if (item?.kind !== 'object') return null;
  return identifierKinds.find((kind) => item.members.has(kind)) ?? null;
}

/** What pasting a text would change; null when it holds nothing. */
export function pasteRows(recipients: Recipients, question: PasteQuestion): PasteAnswer | null {
  const rows = cellsOf(question.text);
  const [first] = rows;
  if (first === undefined) return null;
  const { properties, count } = recipients.table;
  const hasHeader = first.some((cell) => headerNames.has(cell.trim()));
  if (hasHeader || question.at === null) {
    const columns = hasHeader
      ? first.map((name) => namedColumn(name, properties))
      : columnsWithoutHeader(first, question.columns, properties);
    const values = (hasHeader ? rows.slice(1) : rows).map((cells) =>
      recipientSource(columns, cells),
    );
    if (values.length === 0) return null;
    const index = count;
    const change: BodyChange = { kind: 'insert', path: ['recipients'], index, values };
    return { changes: [change], added: values.length, changed: 0 };
  }
  return pasteOver(recipients, question, question.at, rows);
}

/** A list of plain words is one of external ids; more columns are those of the table in their order. */
function columnsWithoutHeader(
  first: readonly string[],
  shown: readonly RecipientColumn[],
  properties: PropertiesField,
): readonly NamedColumn[] {
  const identifier: NamedColumn = {
    path: [first[0]?.includes('@') === true ? 'email' : 'external_user_id'],
    isText: true,
  };
  const others = shown.flatMap(({ group, key }): readonly NamedColumn[] =>
    group === 'property' ? [{ path: [properties, key], isText: false }] : [],
  );
  const named = [identifier, ...others];
  return first.map(
    (_cell, at) => named[at] ?? { path: [properties, `property_${at}`], isText: false },
  );
}

function pasteOver(
  recipients: Recipients,
  { columns }: PasteQuestion,
  at: { readonly row: number; readonly column: number },
  rows: readonly (readonly string[])[],
): PasteAnswer {
  const { properties, count } = recipients.table;
  const values: ValueChange[] = [];
  const touched = new Set<number>();
  for (const [down, cells] of rows.entries()) {
    const row = at.row + down;
    const identifier = identifierOf(recipients.nodes[row]);
    for (const [right, text] of cells.entries()) {
      const column = columns[at.column + right];
      if (column === undefined) break;
      if (column.group === 'kind') continue;
      const path: BodyPath | null = pathOfCell(row, column, properties, identifier);
      if (path === null || (text === '' && row >= count)) continue;
      const isNames = column.group === 'field' && column.key === 'prioritization';
      const isText = texts.has(column.group);
      values.push({
        path,
        value: text === '' ? null : sourceOf({ path: [], isText, isNames }, text),
      });
      touched.add(row);
    }
  }
  const added = [...touched].filter((row) => row >= count).length;
  return {
    changes: values.length === 0 ? [] : [{ kind: 'set', values }],
    added,
    changed: touched.size - added,
  };
}
