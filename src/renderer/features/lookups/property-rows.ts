import type { ContractProperty, PropertyContract } from '#shared/braze/contract/contract';
import { propertyPlaces } from '#shared/braze/contract/property-text';
import { isEndpointPath } from '#shared/braze/endpoints';
import { checkKnownTarget } from '#shared/braze/known-target';
import type { TargetKnowledge } from '#shared/domain/lookup';

/** One property of the contract as it is listed, and whether the body lacks it. */
export interface PropertyRow {
  readonly path: string;
  readonly depth: number;
  readonly name: string;
  readonly required: boolean;
  readonly list: boolean;
  readonly place: string;
  readonly missing: boolean;
}

/** The contract's properties, parents before what is below them. */
export function propertyRows(
  { properties }: PropertyContract,
  missing: ReadonlySet<string>,
): PropertyRow[] {
  const rows: PropertyRow[] = [];
  const add = (level: readonly ContractProperty[], prefix: string, depth: number): void => {
    for (const property of level) {
      const { name, required, list, children } = property;
      const path = prefix + name;
      const place = propertyPlaces(property);
      rows.push({ path, depth, name, required, list, place, missing: missing.has(path) });
      add(children, `${path}${list ? '[]' : ''}.`, depth + 1);
    }
  };
  add(properties, '', 0);
  return rows;
}

/** What a body lacks, as the contract names it. */
export function missingProperties(
  endpoint: string,
  bodyText: string,
  known: TargetKnowledge,
): ReadonlySet<string> {
  if (!isEndpointPath(endpoint)) return new Set();
  return new Set(
    checkKnownTarget(endpoint, bodyText, known, 'allow')
      .filter(({ code }) => code.startsWith('T02.missing') || code === 'T02.merge_unclear')
      .map(({ params }) => String(params['property'])),
  );
}
