import { type EndpointPath, endpointOf, reachesUsers } from './endpoints';

/** Fields at the top of a body that have a view of their own. */
export const BODY_PARTS = ['recipients', 'audience', 'attachments'] as const;

/** One of those fields. */
export type BodyPartName = (typeof BODY_PARTS)[number];

/** Which of these fields the body of an endpoint has, in their order (R11, R31, R33). */
export function bodyPartsOf(path: EndpointPath): readonly BodyPartName[] {
  if (!reachesUsers(path)) return [];
  switch (endpointOf(path).family) {
    case 'campaign':
      return BODY_PARTS;
    case 'canvas':
      return ['recipients', 'audience'];
    case 'messages':
      return ['audience'];
    case 'sends':
      return [];
  }
}
