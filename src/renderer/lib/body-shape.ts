import type { EndpointPath } from '#shared/braze/endpoints';
import type { FieldSpec, ShapeName } from '#shared/braze/field-spec';
import type { FieldId } from '#shared/braze/fields';
import { BODY_SHAPES, fieldOf, fieldsByName } from '#shared/braze/fields';

type Path = readonly (string | number)[];

/** What a place in a body is for. */
export interface BodyPlace {
  /** The fields the object there may have; null where it is free or no object. */
  readonly shape: ShapeName | null;
  readonly field: FieldSpec | null;
}

/** Walks from the body's top along a path; an entry of a list is what the list is a list of. */
export function placeAt(endpoint: EndpointPath, path: Path): BodyPlace {
  let place: BodyPlace = { shape: BODY_SHAPES[endpoint], field: null };
  for (const part of path) {
    if (typeof part === 'number') {
      if (!place.field?.types.includes('array')) return { shape: null, field: null };
      continue;
    }
    const id: FieldId | undefined =
      place.shape === null ? undefined : fieldsByName(place.shape).get(part);
    if (id === undefined) return { shape: null, field: null };
    const field = fieldOf(id);
    place = { shape: field.shape ?? null, field };
  }
  return place;
}
