import { z } from 'zod';
import { badRowSchema, fingerprintSchema, rowProblemCodes } from './data-row';

const count = z.int().min(0);
const place = { index: count, line: z.int().min(1) };

/** What a person should look at although it is sent as it stands. */
export const cellWarningCodes = [
  'formula', // a spreadsheet's formula, where its result may be meant
  'placeholder', // `{{name}}`, which nothing fills in in data
] as const;
export type CellWarningCode = (typeof cellWarningCodes)[number];

export const rowsSurveySchema = z.strictObject({
  /** Every column of the file; objects of a JSON file may have some that its first rows lack. At most 1,000. */
  columns: z.array(z.string()).readonly(),
  /** Rows with data, good and bad, without those that were left out. */
  rows: count,
  /** Rows that were left out. */
  skipped: count,
  /** Rows that would be sent. */
  ready: count,
  bad: z.strictObject({
    total: count,
    /** By code; codes that do not occur are not there. */
    byCode: z.partialRecord(z.enum(rowProblemCodes), count),
    first: z.array(badRowSchema).readonly(),
  }),
  /** Rows whose user an earlier row names; those rows would be sent too. */
  repeated: z.strictObject({
    total: count,
    first: z.array(z.strictObject({ ...place, firstLine: z.int().min(1) })).readonly(),
    /** Pass them as `skip` to send each user once. */
    rows: z.array(z.strictObject({ first: count, last: count })).readonly(),
    /** How often a call ends early so that no user is in it twice. */
    splits: count,
  }),
  warnings: z
    .array(
      z.strictObject({
        code: z.enum(cellWarningCodes),
        total: count,
        first: z.array(z.strictObject({ ...place, column: z.string() })).readonly(),
      }),
    )
    .readonly(),
  calls: count,
  largestCallBytes: count,
  /** The call with the first row, as it would leave; null where no row can be sent. */
  firstCall: z.strictObject({ body: z.string(), bytes: count, recipients: count }).nullable(),
  fingerprint: fingerprintSchema,
});
/** What a run over a file would do, found out before it starts. */
export type RowsSurvey = Readonly<z.infer<typeof rowsSurveySchema>>;
