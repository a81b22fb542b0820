import { z } from 'zod';
import { cellQuotes, dataEncodings, dataFormats } from './data-words';

/** What can be wrong with one row of a data file. Text by code is in the renderer and the command line. */
export const rowProblemCodes = [
  // reading
  'ragged', // {cells, columns}
  'quote_unclosed', // {bytes}: nothing behind it is read
  'quote_misplaced', // {column?}
  'row_too_long', // {bytes, limit}
  'not_decodable', // {column}: bytes that are no character of the encoding
  'nul_character', // {column}
  'json_broken', // {}
  'json_unclosed', // {}: nothing behind it is read
  'json_too_deep', // {limit}
  'row_not_object', // {type}
  // mapping
  'identifier_missing', // {}
  'identifier_several', // {fields}
  'alias_incomplete', // {field}
  'not_text', // {column, type}
  'not_number', // {column, value}
  'not_boolean', // {column, value}
  'not_json', // {column, value}
  'prioritization_invalid', // {column, value}
  'prioritization_missing', // {}: an address needs one (R16)
  // rules and sizes
  'rule', // {rule, code, path}: what validation says of the recipient or of its call's own parts
  'recipient_too_large', // {bytes, limit}
  'properties_too_large', // {field, bytes, limit}
] as const;
export type RowProblemCode = (typeof rowProblemCodes)[number];

export const rowProblemSchema = z.strictObject({
  code: z.enum(rowProblemCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** Why a row cannot be sent. */
export type RowProblem = Readonly<z.infer<typeof rowProblemSchema>>;

/** One row of data. */
export interface Row {
  /** From 0, counting every row with data, good or bad. */
  readonly index: number;
  /** The line of the file where the row begins, from 1. */
  readonly line: number;
  /**
   * By column; has no prototype. Cells of a CSV file are texts; in JSON a number that JavaScript would write with
   * other digits is an `ExactNumber`.
   */
  readonly values: Readonly<Record<string, unknown>>;
}

/** A row that cannot be sent. */
export interface BadRow {
  readonly index: number;
  readonly line: number;
  readonly problem: RowProblem;
}

/** Whether a row is bad. */
export function isBadRow(row: object): row is BadRow {
  return 'problem' in row;
}

/** Row indexes from `first` to `last`, both included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

export const fingerprintSchema = z.strictObject({
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
/** Says whether a file is still the same. */
export type FileFingerprint = Readonly<z.infer<typeof fingerprintSchema>>;

const rowPlace = { index: z.int().min(0), line: z.int().min(1) };

export const badRowSchema = z.strictObject({ ...rowPlace, problem: rowProblemSchema });

/** What was found out about a data file; pass the four settings on to read it the same way. */
export const rowsInspectionSchema = z.strictObject({
  format: z.enum(dataFormats),
  encoding: z.enum(dataEncodings),
  byteOrderMark: z.boolean(),
  /** Null in JSON. */
  delimiter: z.string().nullable(),
  quote: z.enum(cellQuotes).nullable(),
  columns: z.array(z.string()).readonly(),
  /** The first rows as texts for the eye, one a column; null where a row lacks it. */
  sample: z
    .array(z.strictObject({ ...rowPlace, cells: z.array(z.string().nullable()).readonly() }))
    .readonly(),
  badSample: z.array(badRowSchema).readonly(),
  fingerprint: fingerprintSchema,
});
export type RowsInspection = Readonly<z.infer<typeof rowsInspectionSchema>>;
