import { z } from 'zod';
import { outcomes } from './dispatch';
import { requestRefSchema } from './request';
import { variableNamePattern, variableSchema } from './variable';

/** File endings of a suite: checked before those of requests, which they end with too. New ones get the first. */
export const suiteFileExtensions = ['.suite.jsonc', '.suite.json'] as const;

const name = z.string().regex(variableNamePattern).max(100);
const value = variableSchema.omit({ name: true });
const values = z.array(value).max(500);
const set = z.record(name, value);

/** What is to come of a case. What is not named may be anything. */
export const suiteExpectationSchema = z
  .strictObject({
    outcome: z.enum(outcomes).optional(),
    /** The HTTP status. */
    status: z.int().min(100).max(599).optional(),
    /** A part of one of the texts that came back: message, errors, notice, failure; capitals count alike. */
    errorContains: z.string().min(1).max(500).optional(),
  })
  // A case that expects nothing could not fail.
  .refine((expected) => Object.values(expected).some((one) => one !== undefined));
export type SuiteExpectation = Readonly<z.infer<typeof suiteExpectationSchema>>;

/** A suite file once its values are read digit for digit. Unknown fields are refused: a slip would weaken a test. */
export const suiteFileSchema = z.strictObject({
  /** The request's path, relative to the suite's folder, with `/`. */
  request: z.string().min(1).max(1000),
  notes: z.string().max(100_000).optional(),
  axes: z
    .array(z.strictObject({ variable: name, values }))
    .max(20)
    .optional(),
  include: z.array(set).max(500).optional(),
  exclude: z.array(set).max(500).optional(),
  /** Of every case that `cases` says nothing of. Absent: accepted. */
  expect: suiteExpectationSchema.optional(),
  /** The last that fits a case counts, alone. */
  cases: z
    .array(z.strictObject({ when: set, expect: suiteExpectationSchema }))
    .max(2000)
    .optional(),
});

const pairs = z.array(variableSchema).max(50);
const index = z.int().min(0).max(10_000);

/** One change of a suite's file, made as a patch of its text. */
export const suiteChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('request'), request: requestRefSchema }),
  z.strictObject({ kind: z.literal('addAxis'), variable: name, values }),
  /** Also where cases and exclusions name it. */
  z.strictObject({ kind: z.literal('renameAxis'), axis: index, variable: name }),
  z.strictObject({ kind: z.literal('removeAxis'), axis: index }),
  z.strictObject({ kind: z.literal('addValues'), axis: index, values }),
  /** Also where cases and exclusions have it. */
  z.strictObject({ kind: z.literal('setValue'), axis: index, index, value }),
  z.strictObject({ kind: z.literal('removeValue'), axis: index, index }),
  z.strictObject({ kind: z.literal('include'), set: pairs }),
  z.strictObject({ kind: z.literal('removeInclude'), set: pairs }),
  z.strictObject({ kind: z.literal('exclude'), set: pairs }),
  z.strictObject({ kind: z.literal('removeExclude'), set: pairs }),
  /** `when` null: of all cases that have none of their own. `expect` null takes it away. */
  z.strictObject({
    kind: z.literal('expect'),
    when: pairs.nullable(),
    expect: suiteExpectationSchema.nullable(),
  }),
]);
export type SuiteChange = Readonly<z.infer<typeof suiteChangeSchema>>;
