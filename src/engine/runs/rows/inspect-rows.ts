import { type BadRow, isBadRow, type Row, type RowsInspection } from '#shared/domain/data-row';
import type { RowSourceOptions } from '#shared/domain/run';
import { jsonText } from '#shared/lib/json-text';
import { readChunks } from './data-file';
import { narrowEncoding } from './detect-encoding';
import { createFingerprint } from './fingerprint';
import { openRowBatches, resolveSource } from './open-rows';

/** How to inspect. */
export interface InspectOptions {
  /** Most rows of the sample. Default 20. */
  readonly mostRows?: number;
  /** Ends the inspection with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** UTF-16 units of a cell in the sample; the whole cell is sent all the same. */
const mostShown = 200;

/**
 * Finds out how a data file is to be read and shows its first rows. Reads the whole file once, for its fingerprint
 * and to see whether all of it is UTF-8. Throws the codes of `openRows`.
 */
export async function inspectRows(
  path: string,
  options: RowSourceOptions = {},
  { mostRows = 20, signal }: InspectOptions = {},
): Promise<RowsInspection> {
  const head = await resolveSource(path, options);
  const fingerprint = createFingerprint();
  const utf8 = head.encoding === 'utf-8' && options.encoding === undefined && head.markBytes === 0;
  const firstOther = createUtf8Check();
  /** The first part of the file that is not UTF-8. */
  let other: Buffer | null = null;
  for await (const chunk of readChunks(path)) {
    signal?.throwIfAborted();
    fingerprint.add(chunk);
    if (utf8 && other === null && !firstOther(chunk)) other = chunk;
  }
  const source =
    other === null
      ? head
      : await resolveSource(path, { ...options, encoding: narrowEncoding(other) });

  const rows: Row[] = [];
  const bad: BadRow[] = [];
  let columns: readonly string[] = [];
  for await (const batch of openRowBatches(path, source)) {
    columns = batch.columns;
    for (const row of batch.rows) {
      if (rows.length + bad.length >= mostRows) break;
      if (isBadRow(row)) bad.push(row);
      else rows.push(row);
    }
    if (rows.length + bad.length >= mostRows) break;
  }
  return {
    format: source.format,
    encoding: source.encoding,
    byteOrderMark: source.markBytes > 0,
    delimiter: source.dialect?.delimiter ?? null,
    quote: source.dialect?.quote ?? null,
    columns,
    sample: rows.map(({ index, line, values }) => ({
      index,
      line,
      cells: columns.map((column) =>
        Object.hasOwn(values, column) ? shownCell(values[column]) : null,
      ),
    })),
    badSample: bad,
    fingerprint: fingerprint.done(),
  };
}

/** The settings with which a file is read as it was inspected. */
export function sourceOptionsOf(inspection: RowsInspection): RowSourceOptions {
  const { format, encoding, delimiter, quote } = inspection;
  return {
    format,
    encoding,
    ...(delimiter === null ? {} : { delimiter }),
    ...(quote === null ? {} : { quote }),
  };
}

/** A function that says of one chunk after another whether the text is still UTF-8. */
function createUtf8Check(): (chunk: Uint8Array) => boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (chunk) => {
    try {
      decoder.decode(chunk, { stream: true });
      return true;
    } catch {
      return false;
    }
  };
}

function shownCell(value: unknown): string {
  const text = typeof value === 'string' ? value : jsonText(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
