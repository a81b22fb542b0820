import { parse } from 'jsonc-parser';
import type { Variable } from '../domain/variable';
import { patchLines } from './patch-lines';
import { readTopLevel, type TopLevel, type TopLevelProperty } from './top-level';
import type { TextError } from './wire-body';

/** The parts of a request file. The text stays the truth; edits are patches of it. */
export interface RequestParts {
  readonly ok: true;
  /** Null in a bare body: the file does not say. */
  readonly endpoint: string | null;
  readonly notes: string;
  readonly variables: readonly Variable[];
  /** The body as it stands in the file, comments and all, moved left by the file's own indentation. */
  readonly bodyText: string;
  /** The file is nothing but a body. */
  readonly bare: boolean;
}

export type RequestFileReading =
  | RequestParts
  | (TextError & {
      readonly reason: 'broken_json' | 'not_object' | 'wrong_type';
      readonly field: string | null;
    });

export interface RequestEdit {
  readonly endpoint?: string;
  readonly notes?: string;
  readonly variables?: readonly Variable[];
  readonly bodyText?: string;
}

/** The same as `variableNamePattern` of the domain, which cannot be imported here without zod. */
const variableName = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;

/** A request file that was taken apart once, for any number of edits. */
export interface OpenedRequestFile {
  readonly reading: RequestFileReading;
  /** See `applyRequestEdit`. */
  apply(edit: RequestEdit): string;
}

/** Reads a request file: `{ "endpoint", "notes"?, "variables"?, "body" }` as JSON with comments, or a bare body. */
export function readRequestFile(text: string): RequestFileReading {
  return openRequestFile(text).reading;
}

/** Reads a request file and remembers where its parts are: an edit of a body of megabytes then costs little. */
export function openRequestFile(text: string): OpenedRequestFile {
  const top = readTopLevel(text);
  if (!top.ok) return { reading: { ...top, field: null }, apply: () => text };
  const place = top.properties.findLast(({ name }) => name === 'body');
  const body = place === undefined ? null : { ...place, ...moveLeft(text, place) };
  const reading = readParts(text, top, body);
  return { reading, apply: (edit) => (reading.ok ? applyTo(text, reading, body, edit) : text) };
}

/** The body as it is in the file, and moved left. */
type PlacedBody = TopLevelProperty & { readonly text: string; readonly indent: string };

function readParts(
  text: string,
  top: Extract<TopLevel, { ok: true }>,
  body: PlacedBody | null,
): RequestFileReading {
  const find = (name: string) => top.properties.findLast((property) => property.name === name);
  const endpoint = find('endpoint');
  if (endpoint === undefined && body === null) {
    return {
      ok: true,
      endpoint: null,
      notes: '',
      variables: [],
      bodyText: text.replace(/^\uFEFF/, ''),
      bare: true,
    };
  }

  const endpointValue = endpoint === undefined ? null : valueOf(text, endpoint);
  if (endpointValue !== null && typeof endpointValue !== 'string')
    return wrongType(text, endpoint, 'endpoint');
  const notes = find('notes');
  const notesValue = notes === undefined ? '' : valueOf(text, notes);
  if (typeof notesValue !== 'string') return wrongType(text, notes, 'notes');
  const variables = find('variables');
  const variablesValue = variables === undefined ? [] : readVariables(valueOf(text, variables));
  if (variablesValue === null) return wrongType(text, variables, 'variables');

  return {
    ok: true,
    endpoint: endpointValue,
    notes: notesValue,
    variables: variablesValue,
    bodyText: body === null ? '{\n}' : body.text,
    bare: false,
  };
}

/**
 * Puts changed parts into a request file's text. Characters of parts that are not named, or that do not
 * differ, stay exactly as they are: comments, layout, line ends, byte order mark.
 * A file that cannot be read is returned unchanged.
 */
export function applyRequestEdit(text: string, edit: RequestEdit): string {
  return openRequestFile(text).apply(edit);
}

function applyTo(
  text: string,
  current: RequestParts,
  body: PlacedBody | null,
  edit: RequestEdit,
): string {
  if (current.bare) {
    if (edit.bodyText === undefined) return text;
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    return mark + patchLines(current.bodyText, edit.bodyText);
  }
  let result = text;
  if (edit.endpoint !== undefined && edit.endpoint !== current.endpoint) {
    result = setProperty(result, 'endpoint', JSON.stringify(edit.endpoint));
  }
  if (edit.notes !== undefined && edit.notes !== current.notes) {
    result = setProperty(result, 'notes', JSON.stringify(edit.notes));
  }
  if (
    edit.variables !== undefined &&
    JSON.stringify(edit.variables) !== JSON.stringify(current.variables)
  ) {
    result = setProperty(
      result,
      'variables',
      variablesText(edit.variables, endOfLine(text), indentOf(text)),
    );
  }
  if (edit.bodyText === undefined || edit.bodyText === current.bodyText) return result;
  // Where it was, unless something before it has another length now.
  return setBody(result, edit.bodyText, result === text ? body : placedBody(result));
}

/** The text of a new request file. */
export function newRequestFile(endpoint: string, bodyText: string): string {
  const body = bodyText.replaceAll('\n', '\n  ').replace(/[ \t]+$/gm, '');
  return `{\n  "endpoint": ${JSON.stringify(endpoint)},\n  "body": ${body}\n}\n`;
}

function valueOf(text: string, property: TopLevelProperty): unknown {
  const value: unknown = parse(
    text.slice(property.valueOffset, property.valueOffset + property.valueLength),
    [],
    {
      allowTrailingComma: true,
    },
  );
  return value;
}

/** Checked by hand: this file runs in the page, which carries no zod. */
function readVariables(value: unknown): Variable[] | null {
  if (!Array.isArray(value) || value.length > 500) return null;
  const variables: Variable[] = [];
  for (const entry of value as unknown[]) {
    if (typeof entry !== 'object' || entry === null) return null;
    const { name, value: text, kind = 'text' } = entry as Record<string, unknown>;
    if (typeof name !== 'string' || !variableName.test(name) || typeof text !== 'string')
      return null;
    if (kind !== 'text' && kind !== 'json') return null;
    variables.push({ name, value: text, kind });
  }
  return variables;
}

function wrongType(
  text: string,
  property: TopLevelProperty | undefined,
  field: string,
): RequestFileReading {
  const offset = property?.valueOffset ?? 0;
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return {
    ok: false,
    reason: 'wrong_type',
    field,
    offset,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}

/** The value's text with the key's indentation taken off its later lines, and that indentation ('' when it cannot be taken off without loss). */
function moveLeft(text: string, property: TopLevelProperty): { text: string; indent: string } {
  const slice = text.slice(property.valueOffset, property.valueOffset + property.valueLength);
  const lineStart =
    Math.max(
      text.lastIndexOf('\n', property.keyOffset - 1),
      text.lastIndexOf('\r', property.keyOffset - 1),
    ) + 1;
  const indent = text.slice(lineStart, property.keyOffset);
  if (indent === '' || !/^[ \t]+$/.test(indent)) return { text: slice, indent: '' };
  const moved = slice.includes('\r')
    ? slice.replace(new RegExp(`(\\r\\n|\\n|\\r)${indent}`, 'g'), '$1')
    : slice.replaceAll(`\n${indent}`, '\n');
  return moveRight(moved, indent) === slice ? { text: moved, indent } : { text: slice, indent: '' };
}

function moveRight(text: string, indent: string): string {
  if (indent === '') return text;
  if (text.includes('\r')) return text.replace(/(\r\n|\n|\r)(?=[^\r\n])/g, `$1${indent}`);
  // Much faster than the pattern for the hundred thousand lines of a large body.
  const moved = text.replaceAll('\n', `\n${indent}`);
  const whole = text.endsWith('\n') ? moved.slice(0, -indent.length) : moved;
  if (!text.includes('\n\n')) return whole;
  // Empty lines stay empty. Of those in a row one pass sees every other.
  const empty = `\n${indent}\n`;
  return whole.replaceAll(empty, '\n\n').replaceAll(empty, '\n\n');
}

function placedBody(text: string): PlacedBody | null {
  const top = readTopLevel(text);
  const body = top.ok ? top.properties.findLast(({ name }) => name === 'body') : undefined;
  return body === undefined ? null : { ...body, ...moveLeft(text, body) };
}

function setBody(text: string, bodyText: string, body: PlacedBody | null): string {
  if (body === null) return setProperty(text, 'body', moveRight(bodyText, indentOf(text)));
  const patched = moveRight(patchLines(body.text, bodyText), body.indent);
  return (
    text.slice(0, body.valueOffset) + patched + text.slice(body.valueOffset + body.valueLength)
  );
}

function setProperty(text: string, name: string, valueText: string): string {
  const top = readTopLevel(text);
  if (!top.ok) return text;
  const present = top.properties.findLast((property) => property.name === name);
  if (present !== undefined) {
    return (
      text.slice(0, present.valueOffset) +
      valueText +
      text.slice(present.valueOffset + present.valueLength)
    );
  }
  // Before the body, which is long; a body itself goes to the end.
  const next =
    name === 'body'
      ? undefined
      : (top.properties.find((property) => property.name === 'body') ?? top.properties[0]);
  const eol = endOfLine(text);
  const indent = indentOf(text);
  if (next !== undefined) {
    return `${text.slice(0, next.keyOffset)}${JSON.stringify(name)}: ${valueText},${eol}${indent}${text.slice(next.keyOffset)}`;
  }
  const last = top.properties.at(-1);
  const at = last === undefined ? top.open + 1 : last.valueOffset + last.valueLength;
  const comma = last === undefined ? '' : ',';
  const rest = last === undefined ? text.slice(at) : text.slice(at).replace(/^\s*,/, '');
  return `${text.slice(0, at)}${comma}${eol}${indent}${JSON.stringify(name)}: ${valueText}${/^\s*\}/.test(rest) && !/^[\r\n]/.test(rest) ? eol : ''}${rest}`;
}

function variablesText(variables: readonly Variable[], eol: string, indent: string): string {
  if (variables.length === 0) return '[]';
  const lines = variables.map(
    ({ name, value, kind }) => `${indent}${indent}${JSON.stringify({ name, value, kind })}`,
  );
  return `[${eol}${lines.join(`,${eol}`)}${eol}${indent}]`;
}

function endOfLine(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function indentOf(text: string): string {
  return /[\r\n]([ \t]+)"/.exec(text)?.[1] ?? '  ';
}
