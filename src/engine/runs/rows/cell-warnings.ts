import type { Row } from '#shared/domain/data-row';
import {
  type CellWarningCode,
  cellWarningCodes,
  type RowsSurvey,
} from '#shared/domain/rows-survey';
import type { Mapping } from '#shared/domain/run';
import { placeholderNames } from '#shared/lib/variables';
import { createListing } from './listing';

type CellPlace = RowsSurvey['warnings'][number]['first'][number];

/** Looks for cells a person should see. */
export interface CellWarnings {
  look(row: Row): void;
  found(): RowsSurvey['warnings'];
}

/** `=A1+B1`, `@SUM(…)`, `-CMD(…)`; not `-5`, `+49 30 1234` or `@name`. */
const formula = /^\s*(?:=\s*[\w$"'(+-]|[-+@][A-Za-z_.]+\()/;

/** Makes a look-out over the columns that are sent. */
export function createCellWarnings(mapping: Mapping, mostListed: number): CellWarnings {
  const columns = [...new Set(mapping.map(({ column }) => column))];
  const listings = new Map(
    cellWarningCodes.map((code) => [code, createListing<CellPlace>(mostListed)]),
  );
  const report = (code: CellWarningCode, { index, line }: Row, column: string): void => {
    listings.get(code)?.add({ index, line, column });
  };
  return {
    look(row) {
      for (const column of columns) {
        const value = Object.hasOwn(row.values, column) ? row.values[column] : undefined;
        if (typeof value !== 'string') continue;
        if (formula.test(value)) report('formula', row, column);
        if (value.includes('{{') && placeholderNames(value).length > 0)
          report('placeholder', row, column);
      }
    },
    found: () =>
      [...listings].flatMap(([code, { total, first }]) =>
        total() === 0 ? [] : [{ code, total: total(), first: first() }],
      ),
  };
}
