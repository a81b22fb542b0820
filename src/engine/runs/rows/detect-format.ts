import { type CellQuote, commonDelimiters, type DataFormat } from '#shared/domain/data-words';
import { parse } from 'csv-parse/sync';

const separatorLine = /^sep=([^\r\n"'])(?:\r|\n)/i;

/** Lines that are looked at. */
const mostRecords = 200;

/**
 * Finds out the kind of a data file by its first characters: `[` begins a JSON list; `{` objects, one a line where
 * the first line is a whole one; everything else is CSV.
 */
export function detectFormat(head: string): DataFormat {
  const text = head.trimStart();
  if (text.startsWith('{')) return isJson(text.split(/\r\n|\n|\r/, 1)[0] ?? '') ? 'ndjson' : 'json';
  if (!text.startsWith('[')) return 'csv';
  // A header may begin with a bracket; a list of rows goes on with an object or ends.
  return /^\[\s*(?:[[\]{]|$)/.test(text) ? 'json' : 'csv';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** How cells are parted and enclosed. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: CellQuote;
}

/**
 * Finds out how cells are parted: the delimiter with which most rows have as many cells as the first one.
 * @param whole whether `head` is all of the file; otherwise its last row is cut off
 */
export function detectDialect(
  head: string,
  whole: boolean,
  known: { readonly delimiter?: string | undefined; readonly quote?: CellQuote | undefined } = {},
): CsvDialect {
  const quote = known.quote ?? detectQuote(head);
  // Spreadsheets may say it in a line before the header.
  const said = separatorLine.exec(head)?.[1];
  if (known.delimiter === undefined && said !== undefined) return { delimiter: said, quote };
  if (known.delimiter !== undefined) return { delimiter: known.delimiter, quote };
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of commonDelimiters) {
    const score = regularity(head, whole, delimiter, quote);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, quote };
}

/** An apostrophe encloses cells where cells begin and end with one and none does with a quotation mark. */
function detectQuote(head: string): CellQuote {
  const enclosed = (quote: string) =>
    new RegExp(`(?:^|[,;\\t|])${quote}[^${quote}\\r\\n]*${quote}(?=[,;\\t|\\r\\n]|$)`, 'm').test(
      head,
    );
  return !enclosed('"') && enclosed("'") ? "'" : '"';
}

function regularity(head: string, whole: boolean, delimiter: string, quote: CellQuote): number {
  let records: string[][];
  try {
    records = parse(head, {
      delimiter,
      quote,
      escape: quote,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: mostRecords,
    });
  } catch {
    // A quote that is open at the end of what was read.
    const shorter = head.slice(0, Math.floor(head.length / 2));
    return whole || shorter.length < 64 ? 0 : regularity(shorter, false, delimiter, quote);
  }
  if (!whole && records.length > 1 && records.length < mostRecords) records = records.slice(0, -1);
  const [header = []] = records;
  if (header.length < 2) return 0;
  const alike = records.filter(({ length }) => length === header.length).length;
  return (alike / records.length) * 1000 + Math.min(header.length, 100);
}
