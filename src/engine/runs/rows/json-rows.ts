import type { BadRow, Row, RowProblem } from '#shared/domain/data-row';
import { maxRowDepth, parseExactJson } from '#shared/lib/exact-json';
import type { RowBatch, RowPlace } from './row-batch';
import { createValues } from './row-values';

/** Turns the texts of objects into rows with their places. */
export interface JsonRowReader {
  /** A text that may hold one object. */
  text(text: string, line: number): void;
  /** Something that is no text of a row. */
  bad(problem: RowProblem, line: number): void;
  /** All rows since the last time. @param line where the next one begins; null where that is not known. */
  take(line: number | null): RowBatch;
}

/** Most columns that are remembered; a file whose rows have other names each would fill the memory. */
const mostColumns = 1000;

/** Makes a reader of rows in the order of the file. */
export function createJsonRowReader(start: Pick<RowPlace, 'index'> | null = null): JsonRowReader {
  const columns = new Set<string>();
  let rows: (Row | BadRow)[] = [];
  let index = start?.index ?? 0;

  const bad = (problem: RowProblem, line: number): void => {
    rows.push({ index, line, problem });
    index += 1;
  };
  return {
    bad,
    text(text, line) {
      const parsed = parseExactJson(text);
      if (!parsed.ok) {
        const { reason } = parsed;
        if (reason === 'too_deep')
          bad({ code: 'json_too_deep', params: { limit: maxRowDepth } }, line);
        else bad({ code: 'json_broken', params: {} }, line);
        return;
      }
      const { value } = parsed;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
        bad({ code: 'row_not_object', params: { type } }, line);
        return;
      }
      if (text.includes('\uFFFD') || text.includes('\\ufffd') || text.includes('\\uFFFD')) {
        bad({ code: 'not_decodable', params: { column: '' } }, line);
        return;
      }
      const values = createValues<unknown>();
      for (const [name, member] of Object.entries(value)) {
        values[name] = member;
        if (columns.size < mostColumns) columns.add(name);
      }
      rows.push({ index, line, values });
      index += 1;
    },
    take(line) {
      const taken = rows;
      rows = [];
      const next = line === null ? null : { index, line, columns: [] };
      return { rows: taken, columns: [...columns], next };
    },
  };
}
