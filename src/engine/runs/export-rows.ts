import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { RunDataRow, RunRow, RunRowPage } from '#shared/domain/run-state';
import { withFileErrors } from '../files/file-error';

/** How rows are written down. */
export type RowsFormat = 'csv' | 'ndjson';

/** Where rows come from. */
export interface ExportSource {
  /** The rows from an index on. */
  page(from: number): Promise<RunRowPage>;
  /** The run's data in the order of the file; ends early where the file is not there any more. */
  data(): AsyncGenerator<readonly RunDataRow[]>;
}

const columns = [
  'row',
  'line',
  'identifier',
  'outcome',
  'status',
  'dispatch_id',
  'call',
  'text',
] as const;

/**
 * Writes rows with what became of them, a page at a time, so that a million rows fit. Row numbers count from 1.
 * The columns of the data file follow as one JSON text in CSV and as an object in NDJSON.
 * @throws DeskError of the file family.
 */
export async function exportRows(
  file: string,
  format: RowsFormat,
  source: ExportSource,
): Promise<void> {
  await withFileErrors(file, () => writeRows(file, format, source));
}

async function writeRows(file: string, format: RowsFormat, source: ExportSource): Promise<void> {
  const out = createWriteStream(file);
  const failed = once(out, 'error').then(([error]) => {
    throw error;
  });
  failed.catch(() => undefined);
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await Promise.race([once(out, 'drain'), failed]);
  };
  const data = createDataCursor(source.data());
  try {
    if (format === 'csv') await write(`\uFEFF${[...columns, 'data'].join(',')}\r\n`);
    for (let from: number | null = 0; from !== null;) {
      const page: RunRowPage = await source.page(from);
      let text = '';
      for (const row of page.rows) text += lineOf(format, row, await data.at(row.index));
      await write(text);
      from = page.next;
    }
    out.end();
    await Promise.race([once(out, 'finish'), failed]);
  } finally {
    await data.close();
    out.destroy();
  }
}

function lineOf(format: RowsFormat, row: RunRow, data: RunDataRow | null): string {
  const values = {
    row: row.index + 1,
    line: data?.line ?? null,
    identifier: data?.identifier ?? null,
    outcome: row.outcome,
    status: row.status,
    dispatch_id: row.dispatchId,
    call: row.call,
    text: row.text,
  };
  const cells = Object.fromEntries((data?.cells ?? []).map(({ column, text }) => [column, text]));
  if (format === 'ndjson') return `${JSON.stringify({ ...values, data: cells })}\n`;
  const texts = columns.map((column) => csvCell(values[column]));
  return `${[...texts, csvCell(data === null ? null : JSON.stringify(cells))].join(',')}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Goes forward through the data to the row asked for; rows are asked for in order. */
function createDataCursor(batches: AsyncGenerator<readonly RunDataRow[]>) {
  let batch: readonly RunDataRow[] = [];
  let at = 0;
  let ended = false;
  return {
    async at(index: number): Promise<RunDataRow | null> {
      while (!ended) {
        while (at < batch.length) {
          const row = batch[at];
          if (row === undefined || row.index > index) return null;
          if (row.index === index) return row;
          at += 1;
        }
        // What was sent is worth writing down without the data, too.
        const next = await batches.next().catch(() => ({ done: true, value: [] }) as const);
        ended = next.done === true;
        batch = next.done === true ? [] : next.value;
        at = 0;
      }
      return null;
    },
    close: async (): Promise<void> => {
      await batches.return(undefined).catch(() => undefined);
    },
  };
}
