import { getLocation } from 'jsonc-parser';
import { isEndpointPath } from '#shared/braze/endpoints';
import { referenceFor } from '#shared/braze/reference';
import type { FieldReference } from '#shared/braze/reference';
import type { Language } from '#shared/domain/language';

export interface BodyHover {
  readonly reference: FieldReference;
  readonly offset: number;
  readonly length: number;
}

/** The reference of the field whose key stands at a place; null elsewhere. */
export function hoverBody(
  endpoint: string,
  text: string,
  offset: number,
  language: Language,
): BodyHover | null {
  if (!isEndpointPath(endpoint)) return null;
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  if (!isAtPropertyKey || previousNode === undefined) return null;
  const pointer = path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
  const reference = referenceFor(endpoint, pointer, language);
  if (reference === null) return null;
  return { reference, offset: previousNode.offset, length: previousNode.length };
}
