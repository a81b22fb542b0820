import type { EndpointPath } from '#shared/braze/endpoints';
import { type BadRow, isBadRow, type Row } from '#shared/domain/data-row';
import { checkRecipients } from '#shared/lib/recipient-rules';
import type { MappedRow, MapRow } from '#shared/lib/row-mapper';

/** A row that can be packed. */
export interface ReadyRow {
  readonly index: number;
  readonly line: number;
  readonly mapped: MappedRow;
}

/** Maps rows and checks their recipients against the rules; the order stays. */
export function prepareRows(
  rows: readonly (Row | BadRow)[],
  mapRow: MapRow,
  endpoint: EndpointPath,
): readonly (ReadyRow | BadRow)[] {
  const mapped = rows.map((row): ReadyRow | BadRow => {
    if (isBadRow(row)) return row;
    const { index, line } = row;
    const result = mapRow(row.values);
    return result.ok ? { index, line, mapped: result } : { index, line, problem: result.problem };
  });
  const ready = mapped.filter((row): row is ReadyRow => !isBadRow(row) && !row.mapped.plain);
  const problems = checkRecipients(
    endpoint,
    ready.map((row) => row.mapped.recipient),
  );
  if (problems.size === 0) return mapped;
  const byIndex = new Map([...problems].map(([at, problem]) => [ready[at]?.index, problem]));
  return mapped.map((row) => {
    const problem = isBadRow(row) ? undefined : byIndex.get(row.index);
    return problem === undefined ? row : { index: row.index, line: row.line, problem };
  });
}
