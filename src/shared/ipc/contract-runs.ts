import { z } from 'zod';
import type { GateReport } from '../domain/gate';
import type { RowsInspection } from '../domain/data-row';
import { batchSizeSchema, mappingSchema, rowSourceOptionsSchema } from '../domain/run';
import type { DifferencePage, RunComparison } from '../domain/run-comparison';
import type { RunHistory } from '../domain/run-history';
import type { RowsSurvey } from '../domain/rows-survey';
import type { RunDataRow, RunDetail, RunRowPage, RunSummary } from '../domain/run-state';
import { maxRunConcurrency, repeatableOutcomes, rowOutcomes } from '../domain/run-state';
import {
  confirmations,
  environmentId,
  nothing,
  outgoingRequestSchema,
  returns,
} from './contract-parts';

/** What is to be sent for which rows, and how; see `RunSettings` for the figures. */
export const runOrderSchema = z.strictObject({
  environmentId,
  request: outgoingRequestSchema,
  /** What `runs.chooseFile` gave. */
  file: z.uuid(),
  options: rowSourceOptionsSchema,
  mapping: mappingSchema,
  batch: batchSizeSchema,
  concurrency: z.int().min(1).max(maxRunConcurrency),
  reservePercent: z.int().min(0).max(90),
  stopAfter: z.int().min(1).max(1_000_000_000).nullable(),
});
export type RunOrder = Readonly<z.infer<typeof runOrderSchema>>;

/** A data file that a person chose; the page never sees or names its path. */
export interface ChosenDataFile {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
}

/** A run that was begun, or what the gate has against it. */
export type RunStart =
  | { readonly started: true; readonly run: RunSummary }
  | { readonly started: false; readonly report: GateReport };

const runId = z.uuid();
/** A way in which rows of two runs differ; null: the row is not in that run. */
const outcomeChange = z.strictObject({
  left: z.enum(rowOutcomes).nullable(),
  right: z.enum(rowOutcomes).nullable(),
});
/** A call by its number within the run; null: all whose outcome is unknown. */
const unknownCall = z.int().min(1).nullable();

/** The routes of runs. */
export const runRoutes = {
  /** Opens the system's file dialog; null when it was dismissed. */
  'runs.chooseFile': { input: nothing, output: returns<ChosenDataFile | null>() },
  'runs.inspect': {
    input: z.strictObject({ file: z.uuid(), options: rowSourceOptionsSchema }),
    output: returns<RowsInspection>(),
  },
  /**
   * Reads the whole file without sending, and says what the gate would. `survey` is made by the page, to cancel it
   * by. No survey where the request cannot be made into calls: the report says why.
   */
  'runs.survey': {
    input: runOrderSchema.extend({ survey: z.uuid() }),
    output: returns<{ readonly survey: RowsSurvey | null; readonly report: GateReport }>(),
  },
  'runs.cancelSurvey': { input: z.strictObject({ survey: z.uuid() }), output: returns<null>() },
  /** Passes the gate for the whole run, saves its plan, and begins. */
  'runs.start': {
    input: runOrderSchema.extend({ confirmations, rowsTotal: z.int().min(0).nullable() }),
    output: returns<RunStart>(),
  },
  /** Lets what is in flight end. Resolves when nothing is on its way any more. */
  'runs.pause': { input: z.strictObject({ runId }), output: returns<RunSummary>() },
  /** Goes on with the rows that wait. Passes the gate again. */
  'runs.resume': { input: z.strictObject({ runId, confirmations }), output: returns<RunStart>() },
  /** Gives it up: what is in flight ends, nothing more leaves, ever. */
  'runs.cancel': { input: z.strictObject({ runId }), output: returns<RunSummary>() },
  'runs.list': {
    input: z.strictObject({
      before: z.uuid().nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: returns<{ readonly runs: readonly RunSummary[]; readonly next: string | null }>(),
  },
  'runs.get': { input: z.strictObject({ runId }), output: returns<RunDetail>() },
  'runs.rows': {
    input: z.strictObject({
      runId,
      from: z.int().min(0),
      count: z.int().min(1).max(500),
      /** Empty: all. */
      outcomes: z.array(z.enum(rowOutcomes)).max(rowOutcomes.length),
    }),
    output: returns<RunRowPage>(),
  },
  /** What stands in the data file for some rows; a newer question ends an older one. */
  'runs.dataRows': {
    input: z.strictObject({ runId, rows: z.array(z.int().min(0)).min(1).max(500) }),
    output: returns<readonly RunDataRow[]>(),
  },
  /** Asks for a place and writes the rows there with what became of them; null when it was dismissed. */
  'runs.export': {
    input: z.strictObject({
      runId,
      format: z.enum(['csv', 'ndjson']),
      outcomes: z.array(z.enum(rowOutcomes)).max(rowOutcomes.length),
    }),
    output: returns<{ readonly file: string } | null>(),
  },
  /**
   * A person's word on calls that are unknown. `sent`: their rows are done. `not_sent` and `again`: the rows
   * wait and leave when the run is resumed; `again` sends on purpose what may have arrived.
   */
  'runs.resolveUnknown': {
    input: z.strictObject({ runId, call: unknownCall, as: z.enum(['sent', 'not_sent', 'again']) }),
    output: returns<RunDetail>(),
  },
  /**
   * Puts the rows of a refused call back to be sent in halves, and those in halves, until the refused
   * rows stand alone. Only for 4xx, where nothing was taken. They leave when the run is resumed.
   */
  'runs.bisect': {
    input: z.strictObject({ runId, call: z.int().min(1) }),
    output: returns<RunDetail>(),
  },
  /** A new run of those rows of another that have these outcomes. */
  'runs.repeatFailures': {
    input: z.strictObject({
      runId,
      outcomes: z.array(z.enum(repeatableOutcomes)).min(1),
      confirmations,
    }),
    output: returns<RunStart>(),
  },
  /** Puts two runs at rest side by side. `comparison` is made by the page, to ask for the rows by and to end it by. */
  'runs.compare': {
    input: z.strictObject({ comparison: z.uuid(), left: runId, right: runId }),
    output: returns<RunComparison>(),
  },
  /** Rows whose outcome differs, those in both runs first; a newer question ends an older one. */
  'runs.differences': {
    input: z.strictObject({
      comparison: z.uuid(),
      from: z.int().min(0),
      count: z.int().min(1).max(500),
      /** Empty: all rows that are in both runs. */
      changes: z.array(outcomeChange).max((rowOutcomes.length + 1) ** 2),
    }),
    output: returns<DifferencePage>(),
  },
  /** Ends it where it is being made, and lets go of what was kept for it. */
  'runs.endComparison': {
    input: z.strictObject({ comparison: z.uuid() }),
    output: returns<null>(),
  },
  /** How a run went over time, from its journal. */
  'runs.samples': { input: z.strictObject({ runId }), output: returns<RunHistory>() },
};
