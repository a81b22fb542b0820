import type { CsvDialect } from './detect-format';
import { maxRowBytes } from './row-batch';

/** The records of a piece of text. */
export interface PlainBatch {
  readonly records: readonly string[][];
  /** Whether each of their cells is free of line ends, NULs and characters that could not be read. */
  readonly clean: boolean;
  /** The text from the first record on that is not plain, if one was met: nothing behind it was looked at. */
  readonly odd: string | null;
}

/** Reads records that are plain: each cell is without quotes, or enclosed in them from its first to its last character. */
export interface PlainReader {
  /** @param last whether it is the end of the text */
  take(text: string, last: boolean): PlainBatch;
  /** UTF-16 units of the record that is not at its end yet. */
  pending(): number;
}

/** No text has more than three bytes a unit: a record that is not longer than this is within the limit. */
const mostUnits = Math.floor(maxRowBytes / 3);

/**
 * Makes a reader for almost every record that there is. It tells apart what is not plain, and leaves it, and what
 * follows, to the library. Null for a dialect of which it knows nothing.
 */
export function createPlainReader({ delimiter, quote }: CsvDialect): PlainReader | null {
  if (delimiter.length !== 1 || /[\r\n"']/.test(delimiter)) return null;
  /** The beginning of a record whose end is not known yet. */
  let rest = '';

  return {
    take(more, last) {
      const text = rest + more;
      const records: string[][] = [];
      const nextQuote = finder(text, quote);
      const nextFeed = finder(text, '\n');
      const nextReturn = finder(text, '\r');
      let allBare = true;
      let at = 0;
      let odd: string | null = null;
      while (at < text.length) {
        let end = Math.min(nextFeed(at), nextReturn(at));
        if (nextQuote(at) < end) {
          allBare = false;
          const read = readQuoted(text, at, delimiter, quote, last);
          if (read === 'odd') odd = text.slice(at);
          if (typeof read === 'string') break;
          records.push(read.cells);
          ({ end } = read);
        } else {
          if (end === Infinity) {
            if (!last) break;
            end = text.length;
          }
          // With a line feed behind it, it is one line end.
          if (text[end] === '\r' && end + 1 === text.length && !last) break;
          if (end - at > mostUnits) {
            odd = text.slice(at);
            break;
          }
          records.push(text.slice(at, end).split(delimiter));
        }
        at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
      }
      rest = odd === null ? text.slice(at) : '';
      if (rest.length > mostUnits) {
        odd = rest;
        rest = '';
      }
      return { records, clean: allBare && !/[\0\uFFFD]/.test(text), odd };
    },
    pending: () => rest.length,
  };
}

/** Finds a character at or behind places that only go forward, so that each is looked for once; Infinity: nowhere. */
function finder(text: string, character: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      found = text.indexOf(character, from);
      if (found < 0) found = Infinity;
    }
    return found;
  };
}

/** A record with quotes in it, and where its line end stands; or why it was not read. */
function readQuoted(
  text: string,
  start: number,
  delimiter: string,
  quote: string,
  last: boolean,
): { readonly cells: string[]; readonly end: number } | 'odd' | 'unfinished' {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let end = at;
    if (text[at] === quote) {
      let doubled = false;
      let close = text.indexOf(quote, at + 1);
      while (close >= 0 && text[close + 1] === quote) {
        doubled = true;
        close = text.indexOf(quote, close + 2);
      }
      if (close < 0) return last ? 'odd' : 'unfinished';
      end = close + 1;
      const cell = text.slice(at + 1, close);
      cells.push(doubled ? cell.replaceAll(quote + quote, quote) : cell);
    } else {
      while (end < text.length && !endsCell(text[end], delimiter)) {
        if (text[end] === quote) return 'odd';
        end += 1;
      }
      cells.push(text.slice(at, end));
    }
    const after = text[end];
    // The next piece may go on with this cell, or with this line end.
    const atEnd = after === undefined || (after === '\r' && end + 1 === text.length);
    if (atEnd && !last) return 'unfinished';
    if (after === undefined || after === '\n' || after === '\r') {
      return end - start > mostUnits ? 'odd' : { cells, end };
    }
    if (after !== delimiter) return 'odd';
    at = end + 1;
  }
}

function endsCell(character: string | undefined, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}
