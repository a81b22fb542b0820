import { createRecordReader } from './csv-records';
import type { CsvDialect } from './detect-format';
import { createLibraryReader } from './library-records';
import { createPlainReader } from './plain-records';
import type { RowBatch, RowPlace } from './row-batch';

/**
 * UTF-16 units whose rows are made at once. What is made of a row is garbage a moment later; of many rows at once, it
 * would live long enough for the collector to copy it.
 */
const pieceUnits = 8 * 1024;

/**
 * Rows of a CSV text, a batch for each chunk. The first row that is not blank names the columns. A quote that is
 * never closed, or a row over `maxRowBytes`, is a bad row and the end: nothing behind it can be told apart.
 *
 * Plain records are cut out here, at a fraction of what the library takes; from the first other one on it has the word.
 */
export async function* csvRows(
  path: string,
  chunks: AsyncIterable<string>,
  dialect: CsvDialect,
  start: RowPlace | null = null,
): AsyncGenerator<RowBatch, void, undefined> {
  const reader = createRecordReader(path, start);
  const plain = createPlainReader(dialect);
  let library = plain === null ? createLibraryReader(dialect) : null;

  for await (const { text, last } of withLast(chunks)) {
    /** What is left to the library. */
    let left = text;
    for (let at = 0; library === null && plain !== null;) {
      // A row of many pieces is not looked through again with each of them.
      const end = at + Math.max(pieceUnits, plain.pending());
      const { records, clean, odd } = plain.take(text.slice(at, end), last);
      at = end;
      yield reader.batch(records, null, clean);
      if (odd !== null) {
        library = createLibraryReader(dialect);
        left = odd + text.slice(at);
      } else if (at >= text.length) break;
    }
    if (library === null) continue;
    const { records, failure } = await library.take(left, last);
    yield reader.batch(records, failure, false);
    if (failure !== null) return;
  }
}

/** Chunks, and an empty one as the last. */
async function* withLast(
  chunks: AsyncIterable<string>,
): AsyncGenerator<{ readonly text: string; readonly last: boolean }, void, undefined> {
  for await (const text of chunks) yield { text, last: false };
  yield { text: '', last: true };
}
