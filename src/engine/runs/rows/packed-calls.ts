import type { EndpointPath } from '#shared/braze/endpoints';
import { type BadRow, isBadRow, type RowRange } from '#shared/domain/data-row';
import type { Mapping, RowSourceOptions } from '#shared/domain/run';
import { DeskError } from '#shared/errors';
import { createPacker, type PackedCall } from '#shared/lib/packing';
import type { MapRow } from '#shared/lib/row-mapper';
import { compileMapping } from '#shared/lib/row-mapping';
import { hasIndex } from '#shared/lib/row-ranges';
import { openRowBatches, resolveSource } from './open-rows';
import { prepareRows } from './prepare-rows';

/** What a run's calls are made of. The same plan over the same file gives the same calls in the same order. */
export interface PackingPlan {
  readonly path: string;
  /** Pass on what was found out (`sourceOptionsOf`): it judged the whole file, not only its beginning. */
  readonly source: RowSourceOptions;
  readonly mapping: Mapping;
  readonly endpoint: EndpointPath;
  /** The request's body as sent (`composeWireBody(…).json`). */
  readonly bodyJson: string;
  /** Most recipients a call; default 50. */
  readonly batch?: number;
  /** Rows that are left out, sorted; neither packed nor reported. */
  readonly skip?: readonly RowRange[];
}

/** One step of packing: a call, or a row that will not be sent. */
export type PackedItem =
  | { readonly kind: 'call'; readonly call: PackedCall }
  | { readonly kind: 'bad'; readonly row: BadRow };

/** The function of a plan's mapping; throws `mapping_invalid` with the first thing that is wrong with it. */
export function mapperOf({ mapping, endpoint }: Pick<PackingPlan, 'mapping' | 'endpoint'>): MapRow {
  const compiled = compileMapping(mapping, endpoint);
  if (compiled.ok) return compiled.mapRow;
  const { code = '', column = '', target = '' } = compiled.problems[0] ?? {};
  throw new DeskError('mapping_invalid', { problem: code, column, target });
}

/**
 * Reads, maps, checks and packs the rows of a file, a call at a time; nothing is read ahead of what is asked for
 * but one chunk. Throws the codes of `openRows`, and `mapping_invalid` for a mapping that cannot be used.
 */
export async function* packedCalls(plan: PackingPlan): AsyncGenerator<PackedItem, void, undefined> {
  const { path, endpoint, bodyJson, batch, skip = [] } = plan;
  const mapRow = mapperOf(plan);
  const packer = createPacker(batch === undefined ? { bodyJson } : { bodyJson, batch });
  const source = await resolveSource(path, plan.source);
  for await (const { rows } of openRowBatches(path, source)) {
    const wanted = skip.length === 0 ? rows : rows.filter(({ index }) => !hasIndex(skip, index));
    for (const row of prepareRows(wanted, mapRow, endpoint)) {
      if (isBadRow(row)) {
        yield { kind: 'bad', row };
        continue;
      }
      const { calls, bad } = packer.add(row, row.mapped);
      for (const call of calls) yield { kind: 'call', call };
      if (bad !== null) yield { kind: 'bad', row: bad };
    }
  }
  for (const call of packer.flush()) yield { kind: 'call', call };
}
