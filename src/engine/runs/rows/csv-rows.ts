import { Parser } from 'csv-parse';
import { createRecordReader } from './csv-records';
import type { CsvDialect } from './detect-format';
import { maxRowBytes, type RowBatch, type RowPlace } from './row-batch';

/** Keeps the rows as they are found: a stream's own queue would cost as much as the parsing. */
class RecordParser extends Parser {
  records: string[][] = [];

  override push(record: unknown): boolean {
    if (record === null) return super.push(null);
    this.records.push(record as string[]);
    return true;
  }

  takeRecords(): string[][] {
    const { records } = this;
    this.records = [];
    return records;
  }
}

/**
 * Rows of a CSV text, a batch for each chunk. The first row that is not blank names the columns. A quote that is
 * never closed, or a row over `maxRowBytes`, is a bad row and the end: nothing behind it can be told apart.
 */
export async function* csvRows(
  path: string,
  chunks: AsyncIterable<Buffer | string>,
  { delimiter, quote }: CsvDialect,
  start: RowPlace | null = null,
): AsyncGenerator<RowBatch, void, undefined> {
  const parser = new RecordParser({
    delimiter,
    quote,
    escape: quote,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: maxRowBytes,
  });
  const reader = createRecordReader(path, start);
  // Told by the callbacks as well; without a listener it would end the program.
  parser.on('error', () => undefined);
  for await (const chunk of chunks) {
    const failure = await settled((done) => parser.write(chunk, done));
    yield reader.batch(parser.takeRecords(), failure);
    if (failure !== null) return;
  }
  const failure = await settled((done) => parser.end(done));
  yield reader.batch(parser.takeRecords(), failure);
}

function settled(start: (done: (error?: Error | null) => void) => void): Promise<Error | null> {
  return new Promise((resolve) => {
    start((error) => resolve(error ?? null));
  });
}
