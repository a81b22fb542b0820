import { createJsonRowReader } from './json-rows';
import { maxRowBytes, type RowBatch, type RowPlace } from './row-batch';

/**
 * Rows of a text with one JSON object a line, a batch for each chunk. A line over `maxRowBytes` is a bad row; reading
 * goes on behind it.
 */
export async function* ndjsonRows(
  chunks: AsyncIterable<string>,
  start: RowPlace | null = null,
): AsyncGenerator<RowBatch, void, undefined> {
  const reader = createJsonRowReader(start);
  let rest = '';
  let line = start?.line ?? 1;
  /** Inside a line that is too long. */
  let skipping = false;

  const take = (text: string): void => {
    const tooLong = skipping || text.length > maxRowBytes;
    if (tooLong) reader.bad({ code: 'row_too_long', params: { limit: maxRowBytes } }, line);
    else if (text.trim() !== '') reader.text(text, line);
    skipping = false;
    line += 1;
  };

  for await (const chunk of chunks) {
    const text = rest + chunk;
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      take(text.slice(start, end));
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > maxRowBytes) {
      skipping = true;
      rest = '';
    }
    yield reader.take(line);
  }
  if (rest !== '' || skipping) take(rest);
  yield reader.take(line);
}
