import { z } from 'zod';
import { cellQuotes, dataEncodings, dataFormats, emptyMeanings, valueTypes } from './data-words';

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
