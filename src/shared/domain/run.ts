import { z } from 'zod';

/** Kinds of data file: CSV; one JSON list (or objects one after another); one JSON object a line. */
export const dataFormats = ['csv', 'json', 'ndjson'] as const;
export type DataFormat = (typeof dataFormats)[number];

/** Encodings that are recognised. `euc-kr` includes CP949, of which it is a part. */
export const dataEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'euc-kr'] as const;
export type DataEncoding = (typeof dataEncodings)[number];

/** Delimiters that are looked for, most common first; any other single character can be given. */
export const commonDelimiters = [',', ';', '\t', '|'] as const;

/** Characters that may enclose a cell. */
export const cellQuotes = ['"', "'"] as const;
export type CellQuote = (typeof cellQuotes)[number];

/** How a data file is to be read; what is left out is found out. */
export const rowSourceOptionsSchema = z.strictObject({
  format: z.enum(dataFormats).optional(),
  delimiter: z
    .string()
    .length(1)
    .regex(/^[^\r\n"'\uFEFF\0]$/)
    .optional(),
  quote: z.enum(cellQuotes).optional(),
  encoding: z.enum(dataEncodings).optional(),
});
export type RowSourceOptions = Readonly<z.infer<typeof rowSourceOptionsSchema>>;

/**
 * What a value becomes. `auto`: as the data has it, so a cell of a CSV file is a text and a value of a JSON file
 * keeps its type. `number`, `boolean` and `json` read a text's characters; digits are never rewritten.
 */
export const valueTypes = ['auto', 'text', 'number', 'boolean', 'json'] as const;
export type ValueType = (typeof valueTypes)[number];

/** What a cell without anything in it means; a JSON null, and a member that is not there, count as one. */
export const emptyMeanings = ['leave_out', 'empty_text', 'null'] as const;
export type EmptyMeaning = (typeof emptyMeanings)[number];

/** The prefix of a target that belongs to the whole call, not to one recipient. */
export const requestPrefix = 'request.';

/**
 * Where a column goes: a recipient field (`external_user_id`, `alias_name`), a path inside the recipient
 * (`trigger_properties.code`), or with `request.` a path of the whole call. Dots part the steps; `\.` is a dot
 * in a name. Columns that no entry names are not sent.
 */
export const columnMappingSchema = z.strictObject({
  column: z.string().max(10_000),
  target: z.string().min(1).max(1000),
  type: z.enum(valueTypes).default('auto'),
  whenEmpty: z.enum(emptyMeanings).default('leave_out'),
});
export type ColumnMapping = Readonly<z.infer<typeof columnMappingSchema>>;

/** All columns that are sent. */
export const mappingSchema = z.array(columnMappingSchema).max(1000);
export type Mapping = readonly ColumnMapping[];

/** Most recipients a call of a run may have (R12). */
export const batchSizeSchema = z.int().min(1).max(50);
