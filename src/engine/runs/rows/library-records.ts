import { Parser } from 'csv-parse';
import type { CsvDialect } from './detect-format';
import { maxRowBytes } from './row-batch';

/** Keeps the records as they are found: a stream's own queue would cost as much as the parsing. */
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

/** Reads records of any kind, and says at what it had to stop. */
export interface LibraryReader {
  take(
    text: string,
    last: boolean,
  ): Promise<{ readonly records: readonly string[][]; readonly failure: Error | null }>;
}

/** Makes a reader that takes misplaced quotes for text, as spreadsheets do. */
export function createLibraryReader({ delimiter, quote }: CsvDialect): LibraryReader {
  const parser = new RecordParser({
    delimiter,
    quote,
    escape: quote,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: maxRowBytes,
  });
  // Told by the callbacks as well; without a listener it would end the program.
  parser.on('error', () => undefined);
  return {
    async take(text, last) {
      let failure = text === '' ? null : await settled((done) => parser.write(text, done));
      if (last && failure === null) failure = await settled((done) => parser.end(done));
      return { records: parser.takeRecords(), failure };
    },
  };
}

function settled(start: (done: (error?: Error | null) => void) => void): Promise<Error | null> {
  return new Promise((resolve) => {
    start((error) => resolve(error ?? null));
  });
}
