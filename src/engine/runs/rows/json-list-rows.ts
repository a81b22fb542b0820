import { createJsonRowReader } from './json-rows';
import { maxRowBytes, type RowBatch } from './row-batch';

/**
 * Rows of one JSON list, or of objects one after another, a batch for each chunk. Only brackets and quotes are
 * looked at here, so that a row that is no JSON does not spoil the next one. A row over `maxRowBytes` is a bad row
 * and the end: most likely a bracket or a quote is not closed.
 */
export async function* jsonListRows(
  chunks: AsyncIterable<string>,
): AsyncGenerator<RowBatch, void, undefined> {
  const reader = createJsonRowReader();
  /** Whether the rows are in a list, once that is known. */
  let inList: boolean | null = null;
  let listEnded = false;
  let line = 1;
  let row = '';
  let rowLine = 1;
  let depth = 0;
  let inString = false;
  let escaped = false;

  const endRow = (): void => {
    const text = row.trim();
    if (text !== '') reader.text(text, rowLine);
    row = '';
  };

  for await (const chunk of chunks) {
    /** Where the part of the row begins that is in this chunk. */
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (code === lf) line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (code === backslash) escaped = true;
        else if (code === quote) inString = false;
        continue;
      }
      if (code === space || code === lf || code === cr || code === tab) continue;
      if (inList === null) {
        inList = code === openBracket;
        if (inList) {
          start = at + 1;
          continue;
        }
      }
      if (depth === 0) {
        const ends = code === comma || (inList && code === closeBracket);
        const begins = row === '' && chunk.slice(start, at).trim() === '';
        if (begins) {
          start = at;
          rowLine = line;
        }
        if (ends) {
          row += chunk.slice(start, at);
          endRow();
          start = at + 1;
          if (code === closeBracket) {
            // What stands behind the end of the list is no row of it.
            listEnded = true;
            inList = false;
          }
          continue;
        }
      }
      if (code === quote) inString = true;
      else if (code === openBrace || code === openBracket) depth += 1;
      else if (code === closeBrace || code === closeBracket) {
        depth = Math.max(0, depth - 1);
        if (depth === 0 && !inList) {
          row += chunk.slice(start, at + 1);
          endRow();
          start = at + 1;
        }
      }
    }
    row += chunk.slice(start);
    if (row.trim() === '') row = '';
    if (row.length > maxRowBytes) {
      reader.bad({ code: 'row_too_long', params: { limit: maxRowBytes } }, rowLine);
      yield reader.take(null);
      return;
    }
    yield reader.take(null);
  }
  const cut = depth > 0 || inString;
  if (!cut) endRow();
  if (cut || (inList === true && !listEnded))
    reader.bad({ code: 'json_unclosed', params: {} }, cut ? rowLine : line);
  yield reader.take(null);
}

const tab = 9;
const lf = 10;
const cr = 13;
const space = 32;
const quote = 34;
const comma = 44;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
