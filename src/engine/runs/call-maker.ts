import type { EndpointPath } from '#shared/braze/endpoints';
import { type BadRow, isBadRow, type Row } from '#shared/domain/data-row';
import { createPacker, type PackedCall } from '#shared/lib/packing';
import type { RequestPart } from '#shared/lib/row-mapper';
import { listIndexes } from '#shared/lib/row-ranges';
import { type JoinedTexts, joinTexts, textsIn } from './joined-texts';
import { openRowBatches, resolveSource } from './rows/open-rows';
import { mapperOf } from './rows/packed-calls';
import { prepareRows, type ReadyRow } from './rows/prepare-rows';
import type { RowState } from './row-table';
import type { RunPlan } from './run-plan';

/** Rows that are to leave together. */
export interface RunCall {
  /** Row indexes, in the order of `recipients`. */
  readonly rows: readonly number[];
  /** Compact JSON, one a row. */
  readonly recipients: JoinedTexts;
  readonly parts: readonly RequestPart[] | null;
  /** Half of a refused call: if it is refused too, it is halved again. */
  readonly bisect: boolean;
  /** How often it was tried already. */
  readonly tries: number;
}

/** One step through the data file. */
export type MadeItem =
  | { readonly kind: 'call'; readonly call: RunCall }
  | { readonly kind: 'bad'; readonly row: BadRow }
  /** The file is at its end. */
  | { readonly kind: 'end'; readonly rowsTotal: number };

export interface CallMakerDeps {
  readonly plan: Pick<RunPlan, 'data' | 'mapping' | 'settings'>;
  readonly endpoint: EndpointPath;
  /** The body as sent, without the rows. */
  readonly bodyJson: string;
  stateOf(row: number): RowState;
  /** Whether a row belongs to the run at all. */
  belongs(row: number): boolean;
}

/**
 * Reads the file once and makes calls of the rows that wait. Nothing is read ahead of what is asked for but
 * one chunk. Rows that are to be bisected are gathered by the call in which they were refused.
 * @throws DeskError `mapping_invalid`, and those of data files.
 */
export async function* makeCalls(deps: CallMakerDeps): AsyncGenerator<MadeItem, void, undefined> {
  const { plan, bodyJson, stateOf, belongs } = deps;
  const mapRow = mapperOf({ mapping: plan.mapping, endpoint: deps.endpoint });
  const packer = createPacker({ bodyJson, batch: plan.settings.batch });
  const halves = new Map<number, Gathered>();
  /** Rows that are to be halved, with the call in which they were refused. */
  const refused = new Map<number, number>();
  let rowsTotal = 0;

  /** Only rows that wait, and that belong to the run. */
  const isWanted = ({ index }: Row | BadRow): boolean => {
    rowsTotal = Math.max(rowsTotal, index + 1);
    if (!belongs(index)) return false;
    const { outcome, bisect, call } = stateOf(index);
    if (bisect) refused.set(index, call);
    return outcome === 'waiting';
  };
  const take = (row: ReadyRow | BadRow): readonly MadeItem[] => {
    if (isBadRow(row)) return [{ kind: 'bad', row }];
    const { index, mapped } = row;
    const call = refused.get(index);
    if (call !== undefined) {
      const gathered = halves.get(call) ?? { rows: [], recipients: [], parts: mapped.request };
      gathered.rows.push(index);
      gathered.recipients.push(mapped.recipient);
      halves.set(call, gathered);
      return [];
    }
    const { calls, bad } = packer.add(row, mapped);
    const made = calls.map(toItem);
    return bad === null ? made : [...made, { kind: 'bad', row: bad }];
  };

  const source = await resolveSource(plan.data.path, plan.data.options);
  for await (const { rows } of openRowBatches(plan.data.path, source)) {
    for (const row of prepareRows(rows.filter(isWanted), mapRow, deps.endpoint)) {
      // Not `yield*`, which waits for each row, whether or not it made a call.
      for (const item of take(row)) yield item;
    }
  }
  for (const call of packer.flush()) yield toItem(call);
  for (const { rows, recipients, parts } of halves.values()) {
    const call = { rows, recipients: joinTexts(recipients), parts, bisect: true, tries: 0 };
    for (const half of halvesOf(call)) yield { kind: 'call', call: half };
  }
  yield { kind: 'end', rowsTotal };
}

/** Rows of a refused call. */
interface Gathered {
  readonly rows: number[];
  readonly recipients: string[];
  readonly parts: RunCall['parts'];
}

function toItem(packed: PackedCall): MadeItem {
  const rows = listIndexes(packed.rows);
  const recipients = joinTexts(packed.recipients);
  const call = { rows, recipients, parts: packed.requestParts, bisect: false, tries: 0 };
  return { kind: 'call', call };
}

/** A call in two; one of a single row stays whole. */
export function halvesOf(call: RunCall): readonly RunCall[] {
  const middle = Math.ceil(call.rows.length / 2);
  const parts = [
    [0, middle],
    [middle, call.rows.length],
  ] as const;
  return parts
    .filter(([from, to]) => to > from)
    .map(([from, to]) => ({
      ...call,
      rows: call.rows.slice(from, to),
      recipients: joinTexts(textsIn(call.recipients, from, to)),
      tries: 0,
    }));
}
