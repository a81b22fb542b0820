import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, getLocation, parseTree } from 'jsonc-parser';
import { isEndpointPath } from '#shared/braze/endpoints';
import type { FieldSpec } from '#shared/braze/field-spec';
import { fieldName, fieldOf, SHAPES } from '#shared/braze/fields';
import { referenceText } from '#shared/braze/reference';
import type { Language } from '#shared/domain/language';
import { type BodyKnowledge, knowsNothing } from './body-knowledge';
import { placeAt } from './body-shape';
import { knownProperties, knownProperty, knownValues, knownVariables } from './known-completion';

export interface Completion {
  readonly label: string;
  readonly kind: 'field' | 'value';
  readonly required: boolean;
  /** The JSON types, as the documentation calls them. */
  readonly detail: string;
  readonly documentation: string;
  /** A snippet: `$1` is where the cursor goes. */
  readonly snippet: string;
  readonly deprecated: boolean;
  /** Typed to find it, where that is more than the label. */
  readonly filter?: string;
  /** The part of the text it takes the place of. */
  readonly offset: number;
  readonly length: number;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** What a new field is given to be filled in. */
function valueSnippet({ types, values, itemType, shape }: FieldSpec): string {
  const [first] = types;
  if (first === 'array') {
    if (shape !== undefined) return '[\n\t{ $1 }\n]';
    return itemType === 'string' ? '["$1"]' : '[$1]';
  }
  if (first === 'object') return '{ $1 }';
  if (first === 'boolean') return '${1|true,false|}';
  if (first !== 'string') return '$1';
  return values === undefined ? '"$1"' : '"${1}"';
}

/** The values a field may have, as they are written. */
function literalsOf({ types, values, itemType }: FieldSpec): string[] {
  if (values !== undefined) return values.map((value) => JSON.stringify(value));
  return types.includes('boolean') || itemType === 'boolean' ? ['true', 'false'] : [];
}

function membersOf(root: Node | undefined, path: readonly (string | number)[]): Set<string> {
  const object = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
  return new Set(
    (object?.children ?? []).map(({ children }) => String(children?.[0]?.value ?? '')),
  );
}

/** Whether a colon, and so a value, stands behind a key. */
function hasValue(text: string, end: number): boolean {
  return /^\s*:/.test(text.slice(end, end + 200));
}

/** What may be written at a place of a body: documented fields that are not there yet, or allowed values. */
export function completeBody(
  endpoint: string,
  text: string,
  offset: number,
  language: Language,
  known: BodyKnowledge = knowsNothing,
): Completion[] {
  if (!isEndpointPath(endpoint)) return [];
  const begun = knownVariables(text, offset, known);
  if (begun !== null) {
    const { names, ...at } = begun;
    return names.map((name): Completion => ({
      ...at,
      label: `{{${name}}}`,
      kind: 'value',
      required: false,
      detail: '',
      documentation: '',
      snippet: escaped(`{{${name}}}`),
      deprecated: false,
    }));
  }
  const location = getLocation(text, offset);
  const node = location.previousNode;
  const touches = node !== undefined && offset <= node.offset + node.length;
  const at = touches
    ? { offset: node.offset, length: node.length }
    : { offset: wordStart(text, offset), length: offset - wordStart(text, offset) };

  if (location.isAtPropertyKey) {
    const path = location.path.slice(0, -1);
    const { shape } = placeAt(endpoint, path);
    const properties = knownProperties(endpoint, path, known);
    if (shape === null && properties === null) return [];
    const present = membersOf(parseTree(text), path);
    const own = touches ? String(node.value) : null;
    const end = at.offset + at.length;
    const withValue = !hasValue(text, end);
    // Another field follows, and nothing divides them yet.
    const comma = /^\s*"/.test(text.slice(end, end + 1000)) ? ',' : '';
    if (properties !== null) {
      return properties
        .filter(({ name }) => !present.has(name) || name === own)
        .map((property): Completion => {
          const { label, detail, value, required } = knownProperty(property);
          const name = escaped(JSON.stringify(label));
          return {
            ...at,
            label,
            kind: 'field',
            required,
            detail,
            documentation: '',
            snippet: withValue ? `${name}: ${propertySnippet(value)}${comma}` : name,
            deprecated: false,
          };
        });
    }
    if (shape === null) return [];
    const { fields, required } = SHAPES[shape];
    return fields
      .filter((id) => !present.has(fieldName(id)) || fieldName(id) === own)
      .map((id) => {
        const field = fieldOf(id);
        const name = fieldName(id);
        return {
          ...at,
          label: name,
          kind: 'field',
          required: required?.includes(name) ?? false,
          detail: field.types.join(' | '),
          documentation: referenceText(id, language),
          snippet: withValue
            ? `"${escaped(name)}": ${valueSnippet(field)}${comma}`
            : `"${escaped(name)}"`,
          deprecated: field.deprecated === true,
        };
      });
  }

  const { field } = placeAt(endpoint, location.path);
  const typed = touches ? typedBefore(text, at.offset, offset) : '';
  const named = knownValues(location.path, typed, known).map(
    ({ label, filter, detail, value }): Completion => ({
      ...at,
      label,
      filter,
      kind: 'value',
      required: false,
      detail,
      documentation: '',
      snippet: escaped(value),
      deprecated: false,
    }),
  );
  if (field === null) return named;
  const literals = literalsOf(field).map((literal): Completion => ({
    ...at,
    label: literal.replaceAll('"', ''),
    kind: 'value',
    required: false,
    detail: '',
    documentation: '',
    snippet: escaped(literal),
    deprecated: false,
  }));
  return [...named, ...literals];
}

/** What stands between the quotation mark and the cursor; of a text that is an id already, nothing. */
function typedBefore(text: string, start: number, offset: number): string {
  const typed = text.slice(start, offset).replace(/^"/, '').replace(/"$/, '');
  return /^[0-9a-f-]{36}$/i.test(typed) ? '' : typed;
}

/** The cursor goes into the first value that is to be filled in. */
function propertySnippet(value: string): string {
  return escaped(value).replace('""', '"$1"');
}

function wordStart(text: string, offset: number): number {
  const word = /[\w-]*$/.exec(text.slice(Math.max(0, offset - 100), offset));
  return offset - (word?.[0].length ?? 0);
}
