import { type EndpointPath, endpointOf, isEndpointPath } from '#shared/braze/endpoints';
import { targetStep } from '#shared/lib/target-path';

/** A place that a column can go to by one choice. */
export interface MappingPlace {
  readonly target: string;
  /** What it is, for the grouping of the list. */
  readonly group: 'user' | 'properties' | 'other';
}

/** Stands for "not sent" in a list of places. */
export const notSent = '-';
/** Stands for a place that is typed. */
export const typedPlace = '*';

function propertiesField(endpoint: string): string {
  if (!isEndpointPath(endpoint)) return 'trigger_properties';
  const known: EndpointPath = endpoint;
  return endpointOf(known).family === 'canvas' ? 'context' : 'trigger_properties';
}

/** The places that make sense for a column of that name. */
export function placesFor(column: string, endpoint: string): readonly MappingPlace[] {
  const step = targetStep(column === '' ? 'column' : column);
  const properties = propertiesField(endpoint);
  const user = ['external_user_id', 'email', 'alias_name', 'alias_label', 'braze_id'];
  const other = ['prioritization', 'send_to_existing_only'];
  return [
    ...user.map((target) => ({ target, group: 'user' as const })),
    ...[`${properties}.${step}`, `attributes.${step}`, properties, 'attributes'].map((target) => ({
      target,
      group: 'properties' as const,
    })),
    ...other.map((target) => ({ target, group: 'other' as const })),
  ];
}
