import type { BadRow, Row } from '#shared/domain/data-row';
import type { RowSourceOptions } from '#shared/domain/run';
import { DeskError } from '#shared/errors';
import { csvRows } from './csv-rows';
import { readChunks, readHead } from './data-file';
import { detectEncoding, type EncodingGuess, markOf } from './detect-encoding';
import { type CsvDialect, detectDialect, detectFormat } from './detect-format';
import { createDecoder } from './encodings';
import { jsonListRows } from './json-list-rows';
import { ndjsonRows } from './ndjson-rows';
import { createLinePlaces } from './line-places';
import type { RowBatch, RowMark } from './row-batch';

/** Bytes by which a file is judged. */
const headBytes = 1024 * 1024;

/** How a file is read, every setting known. */
export type ResolvedSource = EncodingGuess & { readonly bytes: number } & (
    | { readonly format: 'json' | 'ndjson'; readonly dialect: null }
    | { readonly format: 'csv'; readonly dialect: CsvDialect }
  );

/** Finds out what `options` leave open. Throws the codes of files, and `data_empty` where there is no text. */
export async function resolveSource(
  path: string,
  options: RowSourceOptions = {},
): Promise<ResolvedSource> {
  const { head, bytes } = await readHead(path, headBytes);
  const whole = head.length === bytes;
  const mark = markOf(head);
  const guess: EncodingGuess =
    options.encoding === undefined
      ? detectEncoding(head, whole)
      : {
          encoding: options.encoding,
          markBytes: mark !== null && mark.encoding === options.encoding ? mark.markBytes : 0,
        };
  const decoder = createDecoder(guess.encoding);
  const text = decoder.write(head.subarray(guess.markBytes)) + (whole ? decoder.end() : '');
  if (text.trim() === '') throw new DeskError('data_empty', { path });
  const format = options.format ?? detectFormat(text);
  if (format !== 'csv') return { ...guess, bytes, format, dialect: null };
  return { ...guess, bytes, format, dialect: detectDialect(text, whole, options) };
}

/**
 * The rows of a data file, in batches, in constant memory; the next bytes are read when the next batch is asked
 * for, and leaving the loop closes the file.
 * @param onChunk given every byte of the file as it is read, the mark at its start included
 */
export function openRowBatches(
  path: string,
  source: ResolvedSource,
  onChunk: (chunk: Buffer) => void = () => undefined,
): AsyncGenerator<RowBatch, void, undefined> {
  const bytes = withoutMark(readChunks(path), source.markBytes, onChunk);
  switch (source.format) {
    case 'csv':
      return csvRows(path, decoded(bytes, source), source.dialect);
    case 'json':
      return jsonListRows(decoded(bytes, source));
    case 'ndjson':
      return ndjsonRows(decoded(bytes, source));
  }
}

/**
 * The rows of a data file from a mark on, or from its beginning; `onMark` is told after each batch where reading may
 * begin again. There are no marks in JSON lists, nor in UTF-16.
 */
export async function* openMarkedBatches(
  path: string,
  source: ResolvedSource,
  from: RowMark | null,
  onMark: (mark: RowMark) => void,
): AsyncGenerator<RowBatch, void, undefined> {
  const offset = from?.offset ?? source.markBytes;
  const start = { line: from?.line ?? 1, offset };
  const places =
    source.format === 'json'
      ? null
      : createLinePlaces(source.encoding, source.format === 'csv', start);
  const bytes = withoutMark(readChunks(path, offset), 0, (chunk) => places?.take(chunk));
  const batches =
    source.format === 'csv'
      ? csvRows(path, decoded(bytes, source), source.dialect, from)
      : source.format === 'ndjson'
        ? ndjsonRows(decoded(bytes, source), from)
        : jsonListRows(decoded(bytes, source));
  for await (const batch of batches) {
    const { next } = batch;
    const at = next === null ? null : (places?.offsetOf(next.line) ?? null);
    if (next !== null && at !== null) onMark({ ...next, offset: at });
    yield batch;
  }
}

/**
 * The rows of a data file one by one, good and bad, in constant memory. What `options` leave out is found out.
 * Throws `not_found`, `no_access`, `data_unreadable`, `data_empty` or `columns_repeated`.
 */
export async function* openRows(
  path: string,
  options: RowSourceOptions = {},
): AsyncGenerator<Row | BadRow, void, undefined> {
  const source = await resolveSource(path, options);
  for await (const { rows } of openRowBatches(path, source)) yield* rows;
}

async function* withoutMark(
  chunks: AsyncIterable<Buffer>,
  markBytes: number,
  onChunk: (chunk: Buffer) => void,
): AsyncGenerator<Buffer, void, undefined> {
  let first = true;
  for await (const chunk of chunks) {
    onChunk(chunk);
    yield first ? chunk.subarray(markBytes) : chunk;
    first = false;
  }
}

async function* decoded(
  chunks: AsyncIterable<Buffer>,
  { encoding }: EncodingGuess,
): AsyncGenerator<string, void, undefined> {
  const decoder = createDecoder(encoding);
  for await (const chunk of chunks) yield decoder.write(chunk);
  yield decoder.end();
}
