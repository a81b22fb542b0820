import { CsvError } from 'csv-parse';
import type { BadRow, Row, RowProblem } from '#shared/domain/data-row';
import { DeskError } from '#shared/errors';
import { maxRowBytes, type RowBatch, type RowPlace } from './row-batch';
import { createValues } from './row-values';
import { textProblem } from './text-problem';

/** Turns the cells of a CSV file into rows with their places. */
export interface RecordReader {
  /**
   * The rows of some records, and the row at which reading had to stop.
   * @param clean whether no cell has a line end, a NUL or a character that could not be read
   */
  batch(records: readonly (readonly string[])[], failure: Error | null, clean: boolean): RowBatch;
}

/**
 * Makes a reader of records in the order of the file. The first that is not blank names the columns; it throws
 * `columns_repeated` where two have one name, since it would be open which one is meant.
 * @param start where reading begins in the middle of the file
 */
export function createRecordReader(path: string, start: RowPlace | null): RecordReader {
  let columns: readonly string[] | null = start?.columns ?? null;
  let line = start?.line ?? 1;
  let index = start?.index ?? 0;

  const rowOf = (
    names: readonly string[],
    cells: readonly string[],
    at: number,
    clean: boolean,
  ): Row | BadRow => {
    const own = index;
    index += 1;
    const problem = shapeProblem(names, cells) ?? (clean ? null : textProblem(names, cells));
    if (problem !== null) return { index: own, line: at, problem };
    const values = createValues<string>();
    for (let column = 0; column < names.length; column += 1) {
      values[names[column] ?? ''] = cells[column] ?? '';
    }
    return { index: own, line: at, values };
  };

  return {
    batch(records, failure, clean) {
      const rows: (Row | BadRow)[] = [];
      for (const cells of records) {
        const at = line;
        line += clean ? 1 : 1 + lineEnds(cells);
        if (cells.every(isBlank)) continue;
        if (at === 1 && isSeparatorLine(cells)) continue;
        if (columns === null) columns = readHeader(path, cells, at);
        else rows.push(rowOf(columns, cells, at, clean));
      }
      if (failure !== null) rows.push({ index, line, problem: stopProblem(failure) });
      const next = columns === null || failure !== null ? null : { index, line, columns };
      return { rows, columns: columns ?? [], next };
    },
  };
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

/** `sep=;` before the header, parted by the very delimiter it names. */
function isSeparatorLine(cells: readonly string[]): boolean {
  return cells.length === 2 && /^sep=$/i.test(cells[0] ?? '') && cells[1] === '';
}

/** Column names without the spaces around them; a last one without a name is a delimiter too many. */
function readHeader(path: string, cells: readonly string[], line: number): readonly string[] {
  const names = cells.map((cell) => cell.trim());
  while (names.at(-1) === '') names.pop();
  const seen = new Set<string>();
  return names.map((name, at) => {
    const column = name === '' ? `column_${at + 1}` : name;
    if (seen.has(column)) throw new DeskError('columns_repeated', { path, column, line });
    seen.add(column);
    return column;
  });
}

/** Empty cells behind the last column are delimiters too many; anything else is a row of another shape. */
function shapeProblem(names: readonly string[], cells: readonly string[]): RowProblem | null {
  if (cells.length === names.length) return null;
  if (cells.length > names.length && cells.slice(names.length).every((cell) => cell === ''))
    return null;
  return { code: 'ragged', params: { cells: cells.length, columns: names.length } };
}

function stopProblem(failure: Error): RowProblem {
  if (failure instanceof CsvError) {
    if (failure.code === 'CSV_QUOTE_NOT_CLOSED') return { code: 'quote_unclosed', params: {} };
    if (failure.code === 'CSV_MAX_RECORD_SIZE')
      return { code: 'row_too_long', params: { limit: maxRowBytes } };
  }
  throw failure;
}

/** Line ends inside cells: `\r\n`, `\n` and `\r` are one each. */
function lineEnds(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue;
    count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return count;
}
