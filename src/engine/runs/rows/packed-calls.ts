import type { EndpointPath } from '#shared/braze/endpoints';
import { type BadRow, isBadRow, type RowRange } from '#shared/domain/data-row';
import type { Mapping, RowSourceOptions } from '#shared/domain/run';
import { DeskError } from '#shared/errors';
import { createPacker, type PackedCall } from '#shared/lib/packing';
import { compileMapping } from '#shared/lib/row-mapping';
import { hasIndex } from '#shared/lib/row-ranges';
import { openRowBatches, resolveSource } from './open-rows';

/** What a run's calls are made of. The same plan over the same file gives the same calls in the same order. */
export interface PackingPlan {
  readonly path: string;
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

/**
 * Reads, maps and packs the rows of a file, a call at a time; nothing is read ahead of what is asked for but one
 * chunk. Throws the codes of `openRows`, and `mapping_invalid` for a mapping that cannot be used.
 */
export async function* packedCalls(plan: PackingPlan): AsyncGenerator<PackedItem, void, undefined> {
  const { path, endpoint, bodyJson, batch, skip = [] } = plan;
  const compiled = compileMapping(plan.mapping, endpoint);
  if (!compiled.ok) {
    const [first] = compiled.problems;
    throw new DeskError('mapping_invalid', {
      problem: first?.code ?? '',
      column: first?.column ?? '',
      target: first?.target ?? '',
    });
  }
  const packer = createPacker(batch === undefined ? { bodyJson } : { bodyJson, batch });
  const source = await resolveSource(path, plan.source);
  for await (const { rows } of openRowBatches(path, source)) {
    for (const row of rows) {
      if (skip.length > 0 && hasIndex(skip, row.index)) continue;
      if (isBadRow(row)) {
        yield { kind: 'bad', row };
        continue;
      }
      const mapped = compiled.mapRow(row.values);
      if (!mapped.ok) {
        const { index, line } = row;
        yield { kind: 'bad', row: { index, line, problem: mapped.problem } };
        continue;
      }
      const { calls, bad } = packer.add(row, mapped);
      for (const call of calls) yield { kind: 'call', call };
      if (bad !== null) yield { kind: 'bad', row: bad };
    }
  }
  for (const call of packer.flush()) yield { kind: 'call', call };
}
