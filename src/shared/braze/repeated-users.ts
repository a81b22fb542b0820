import { parseDocument } from './document';
import type { EndpointPath } from './endpoints';
import { type ArrayNode, type JsonNode, nodeAt } from './json-node';
import { validateDocument } from './validate';

/**
 * The entries of a list that name a user whom a later one names as well (R21, letter for letter); the last of them
 * decides.
 */
export function repeatedUsers(
  text: string,
  list: ArrayNode,
  endpoint: EndpointPath,
): ReadonlySet<JsonNode> {
  const document = parseDocument(text);
  const groups = new Map<number, number[]>();
  for (const { code, pointer, params } of validateDocument(endpoint, document)) {
    const node =
      code === 'R21.same_user' && document.root !== null
        ? nodeAt(document.root, pointer)
        : undefined;
    if (typeof node?.key !== 'number' || node.parent?.offset !== list.offset) continue;
    const first = Number(params['first']) - 1;
    groups.set(first, [...(groups.get(first) ?? [first]), node.key]);
  }
  const repeated = [...groups.values()].flatMap((places) =>
    places.toSorted((left, right) => left - right).slice(0, -1),
  );
  return new Set(repeated.flatMap((place) => list.items[place] ?? []));
}
