import { z } from 'zod';
import { outcomes } from '#shared/domain/dispatch';
import { pauseReasons, rowOutcomes } from '#shared/domain/run-state';

/**
 * What a run's journal says, in the order in which it happened. Names are short: there is one `call` and one
 * `done` for each call. Row indexes count from 0; ranges are [first, last].
 */
const ranges = z.array(z.tuple([z.int().min(0), z.int().min(0)]));

/** A process has taken the run in hand. */
const openRecord = z.object({ t: z.literal('open'), at: z.number(), pid: z.number() });

/** A call is about to leave. On disk before its first byte. */
const callRecord = z.object({
  t: z.literal('call'),
  /** Its number within the run, from 1. */
  n: z.int().min(1),
  /** Its row in the ledger. */
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  r: ranges,
  /** SHA-256 of the body in base64url. The body is the line's text. */
  b: z.string(),
});

/** What became of it; what came back is the line's text (`evidence.ts`). `again`: it was provably not taken and will be tried again. */
const doneRecord = z.object({
  t: z.literal('done'),
  n: z.int().min(1),
  o: z.enum(outcomes),
  at: z.number(),
  s: z.int().nullable(),
  d: z.string().nullable(),
  /** Milliseconds. */
  ms: z.number().nullable(),
  /** What was said about the call as a whole. */
  m: z.string().optional(),
  /** Rows of which something else is true than of the call: [row, outcome, text]. */
  x: z.array(z.tuple([z.int().min(0), z.enum(rowOutcomes), z.string()])).optional(),
  again: z.literal(true).optional(),
});

/** Rows that never were in a call that left. */
const rowsRecord = z.object({
  t: z.literal('rows'),
  /** Counts with the calls, so that what was said of a row is found again. */
  n: z.int().min(1),
  o: z.enum(['blocked', 'unreadable']),
  r: ranges,
  m: z.string(),
});

/**
 * A person's word on a call whose outcome is unknown; `bisect`: on a refused one, whose rows `r` are to be sent
 * in halves.
 */
const resolvedRecord = z.object({
  t: z.literal('resolved'),
  n: z.int().min(1),
  as: z.enum(['sent', 'not_sent', 'again', 'bisect']),
  r: ranges,
  at: z.number(),
});

/** The number of rows is known. */
const totalRecord = z.object({ t: z.literal('total'), rows: z.int().min(0) });

/** The run came to rest. */
const stateRecord = z.object({
  t: z.literal('state'),
  s: z.enum(['paused', 'stopped', 'finished']),
  why: z.enum(pauseReasons).nullable(),
  detail: z.string().nullable(),
  at: z.number(),
  /** Milliseconds it has run since `open`. */
  ms: z.number(),
  /** Share of what the server allowed that was used, 0 to 1. */
  u: z.number().nullable(),
});

export const journalRecordSchema = z.discriminatedUnion('t', [
  openRecord,
  callRecord,
  doneRecord,
  rowsRecord,
  resolvedRecord,
  totalRecord,
  stateRecord,
]);
export type JournalRecord = z.infer<typeof journalRecordSchema>;
export type CallRecord = z.infer<typeof callRecord>;
export type DoneRecord = z.infer<typeof doneRecord>;
export type ResolvedRecord = z.infer<typeof resolvedRecord>;
