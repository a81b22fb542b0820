import type { RowsInspection } from '#shared/domain/data-row';
import type { RowSourceOptions } from '#shared/domain/run';
import { fingerprintOf } from './data-fingerprint';
import { openRowBatches, resolveSource } from './rows/open-rows';

/** How a data file is read, and its columns. @throws DeskError of data files. */
export async function firstLook(path: string, options: RowSourceOptions): Promise<RowsInspection> {
  const source = await resolveSource(path, options);
  let columns: readonly string[] = [];
  for await (const batch of openRowBatches(path, source)) {
    columns = batch.columns;
    break;
  }
  return {
    format: source.format,
    encoding: source.encoding,
    byteOrderMark: source.markBytes > 0,
    delimiter: source.dialect?.delimiter ?? null,
    quote: source.dialect?.quote ?? null,
    columns,
    sample: [],
    badSample: [],
    fingerprint: await fingerprintOf(path),
  };
}
