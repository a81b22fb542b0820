import { stat } from 'node:fs/promises';
import { isEndpointPath } from '#shared/braze/endpoints';
import { type BadRow, isBadRow, type Row } from '#shared/domain/data-row';
import type { RunDataRow } from '#shared/domain/run-state';
import { DeskError } from '#shared/errors';
import { jsonText } from '#shared/lib/json-text';
import type { MapRow } from '#shared/lib/row-mapper';
import { compileMapping } from '#shared/lib/row-mapping';
import { withFileErrors } from '../files/file-error';
import { openRowBatches, resolveSource } from './rows/open-rows';
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
  const { endpoint } = plan.request;
  const compiled = isEndpointPath(endpoint) ? compileMapping(plan.mapping, endpoint) : null;
  const mapRow = compiled?.ok === true ? compiled.mapRow : null;
  const source = await resolveSource(path, options);
  for await (const { rows } of openRowBatches(path, source)) {
    yield rows.map((row) => shownRow(row, mapRow));
  }
}

/** Those rows of a run's data, in the order of the file. `rows` are indexes; those beyond its end are left out. */
export async function readDataRows(
  plan: DataPlan,
  rows: readonly number[],
  signal: AbortSignal,
): Promise<readonly RunDataRow[]> {
  const wanted = new Set(rows);
  const found: RunDataRow[] = [];
  for await (const batch of dataRowsOf(plan)) {
    if (signal.aborted) throw new DeskError('call_cancelled', {});
    for (const row of batch) if (wanted.has(row.index)) found.push(row);
    if (found.length === wanted.size) break;
  }
  return found;
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
