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
