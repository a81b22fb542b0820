import { stat } from 'node:fs/promises';
import { isEndpointPath } from '#shared/braze/endpoints';
import { type BadRow, isBadRow, type Row } from '#shared/domain/data-row';
import type { RunDataRow } from '#shared/domain/run-state';
import { DeskError } from '#shared/errors';
import { jsonText } from '#shared/lib/json-text';
import type { MapRow } from '#shared/lib/row-mapper';
import { compileMapping } from '#shared/lib/row-mapping';
import { withFileErrors } from '../files/file-error';
import type { DataIndex } from './data-index';
import { openMarkedBatches, openRowBatches, resolveSource } from './rows/open-rows';
import type { RunPlan } from './run-plan';

/** UTF-16 units of a cell that are shown. */
const mostShown = 2000;

type DataPlan = Pick<RunPlan, 'data' | 'mapping' | 'request'>;

/**
 * A run's data, row by row, as it stands in the file. Reads from the start, in constant memory.
 * @throws DeskError `data_changed` where the file has another size than when the run began; of data files.
 */
export async function* dataRowsOf(plan: DataPlan): AsyncGenerator<readonly RunDataRow[]> {
  const { path, options, fingerprint } = plan.data;
  const { size } = await withFileErrors(path, () => stat(path));
  if (size !== fingerprint.bytes) throw new DeskError('data_changed', { path });
  const mapRow = mapRowOf(plan);
  const source = await resolveSource(path, options);
  for await (const { rows } of openRowBatches(path, source)) {
    yield rows.map((row) => shownRow(row, mapRow));
  }
}

/**
 * Those rows of a run's data, in the order of the file. `rows` are indexes; those beyond its end are left out.
 * Reads from the nearest known place on. @throws DeskError `data_changed`, `call_cancelled`, of data files.
 */
export async function readDataRows(
  plan: DataPlan,
  rows: readonly number[],
  signal: AbortSignal,
  index: DataIndex,
): Promise<readonly RunDataRow[]> {
  const data = await index.open(plan);
  const mapRow = mapRowOf(plan);
  const wanted = [...new Set(rows)].sort((a, b) => a - b);
  const found: RunDataRow[] = [];
  let at = 0;
  while (at < wanted.length) {
    const from = data.before(wanted[at] ?? 0);
    let jumps = false;
    let last = (from?.index ?? 0) - 1;
    for await (const batch of openMarkedBatches(plan.data.path, data.source, from, data.add)) {
      if (signal.aborted) throw new DeskError('call_cancelled', {});
      for (const row of batch.rows) {
        while ((wanted[at] ?? Infinity) < row.index) at += 1;
        if (wanted[at] !== row.index) continue;
        found.push(shownRow(row, mapRow));
        at += 1;
      }
      last = batch.rows.at(-1)?.index ?? last;
      // Further on, a place is known that is nearer to the next one than this.
      jumps = at < wanted.length && (data.before(wanted[at] ?? 0)?.index ?? 0) > last + 1;
      if (jumps || at >= wanted.length) break;
    }
    // At the end of the file: the others are beyond it.
    if (!jumps) break;
  }
  return found;
}

function mapRowOf({ mapping, request: { endpoint } }: DataPlan): MapRow | null {
  const compiled = isEndpointPath(endpoint) ? compileMapping(mapping, endpoint) : null;
  return compiled?.ok === true ? compiled.mapRow : null;
}

function shownRow(row: Row | BadRow, mapRow: MapRow | null): RunDataRow {
  const { index, line } = row;
  if (isBadRow(row)) return { index, line, identifier: null, cells: [] };
  const mapped = mapRow?.(row.values);
  return {
    index,
    line,
    identifier: mapped?.ok === true ? identifierOf(mapped.identity) : null,
    cells: Object.entries(row.values).map(([column, value]) => ({ column, text: shown(value) })),
  };
}

/** A user as a person would write it; an alias has its label behind it. */
export function identifierOf(identity: string): string {
  const name = identity.slice(2);
  if (!identity.startsWith('a:')) return name;
  const parts: unknown = JSON.parse(name);
  return Array.isArray(parts) ? parts.join(' · ') : name;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : jsonText(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
