import type { Language } from '../domain/language';
import type { EndpointPath } from './endpoints';
import type { FieldType, ShapeName } from './field-spec';
import { BODY_SHAPES, type FieldId, fieldName, fieldOf, fieldsByName, SHAPES } from './fields';
import { de } from './reference/de';
import { en } from './reference/en';
import { fr } from './reference/fr';
import { ko } from './reference/ko';
import { endpointLimits, fieldLimits } from './reference/limits';
import type { ReferenceTexts } from './reference/reference-texts';

const TEXTS: Readonly<Record<Language, ReferenceTexts>> = { en, de, fr, ko };

/** What is known of the field at one place of a body. */
export interface FieldReference {
  readonly id: FieldId;
  readonly name: string;
  readonly types: readonly FieldType[];
  readonly required: boolean;
  /** The only texts allowed; null where any is. */
  readonly values: readonly string[] | null;
  /** What it is for, in one or two sentences. */
  readonly text: string;
  /** What the field is limited to, a sentence each; may be empty. */
  readonly limits: readonly string[];
  /** What calls of the endpoint are limited to, a sentence each; only for fields at the body's top. */
  readonly endpointLimits: readonly string[];
}

/** The text of a field by its id. */
export function referenceText(id: FieldId, language: Language): string {
  return TEXTS[language][id];
}

/**
 * The field a JSON Pointer stands at; an entry of a list is its list. Null outside the documented
 * fields, such as inside `trigger_properties`.
 */
export function referenceFor(
  endpoint: EndpointPath,
  pointer: string,
  language: Language,
): FieldReference | null {
  let shape: ShapeName = BODY_SHAPES[endpoint];
  let found: { readonly id: FieldId; readonly required: boolean } | null = null;
  let isIn = true;
  let names = 0;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (found !== null && fieldOf(found.id).types.includes('array') && /^\d+$/.test(name)) continue;
    const id: FieldId | undefined = isIn ? fieldsByName(shape).get(name) : undefined;
    if (id === undefined) return null;
    names += 1;
    found = { id, required: SHAPES[shape].required?.includes(name) ?? false };
    const below: ShapeName | undefined = fieldOf(id).shape;
    isIn = below !== undefined;
    shape = below ?? shape;
  }
  if (found === null) return null;
  const { id, required } = found;
  const field = fieldOf(id);
  return {
    id,
    name: fieldName(id),
    types: field.types,
    required,
    values: field.values ?? null,
    text: referenceText(id, language),
    limits: fieldLimits(field, required, language),
    endpointLimits: names === 1 ? endpointLimits(endpoint, language) : [],
  };
}
