import type { ContractProperty } from './contract';

/** Where a property is read, such as `Email (subject)`; '' where that is not known. */
export function propertyPlaces({ places, children }: ContractProperty): string {
  const [place] = places.length > 0 ? places : children.flatMap((child) => child.places);
  if (place === undefined) return '';
  return place.field === '' ? place.message : `${place.message} (${place.field})`;
}

/** JSON text with a place for everything that a property needs. */
export function propertySkeleton(property: ContractProperty): string {
  const value = skeleton(property);
  return typeof value === 'string' ? '""' : JSON.stringify(value);
}

function skeleton({ list, children }: ContractProperty): unknown {
  const needed = children.filter(({ required }) => required);
  const value =
    needed.length === 0
      ? children.length > 0
        ? {}
        : ''
      : Object.fromEntries(needed.map((child) => [child.name, skeleton(child)]));
  if (!list) return value;
  return needed.length === 0 ? [] : [value];
}

/** The property that a written path such as `items[].name` names; null where the contract has none. */
export function findProperty(
  properties: readonly ContractProperty[],
  path: string,
): ContractProperty | null {
  let found: ContractProperty | undefined;
  let level = properties;
  for (const part of path.split('.')) {
    const name = part.replace(/(\[\])+$/, '');
    found = level.find((property) => property.name === name);
    if (found === undefined) return null;
    level = found.children;
  }
  return found ?? null;
}
