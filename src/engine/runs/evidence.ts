import { z } from 'zod';
import { answerProblems, type Dispatch, failureCodes } from '#shared/domain/dispatch';

/**
 * What came back from a call, as it is kept beside its record in the journal until the ledger has it. Scrubbed.
 */
export const evidenceSchema = z.object({
  status: z.number().nullable(),
  dispatchId: z.string().nullable(),
  failure: z.enum(failureCodes).nullable(),
  elapsedMs: z.number().nullable(),
  answerBytes: z.number().nullable(),
  errorCount: z.number(),
  notice: z.string().nullable(),
  sendId: z.string().nullable(),
  scheduleId: z.string().nullable(),
  message: z.string().nullable(),
  errors: z.array(z.string()),
  failureDetail: z.string().nullable(),
  answerProblem: z.enum(answerProblems).nullable(),
  answerBody: z.string().nullable(),
  answerHeaders: z.array(z.tuple([z.string(), z.string()])),
  timeline: z.array(
    z.object({
      step: z.enum(['checked', 'waited', 'recorded', 'sent', 'headers', 'answered', 'ended']),
      atMs: z.number(),
    }),
  ),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Longest answer that a run keeps of one call, in UTF-16 units. */
const answerLimit = 64 * 1024;

/** The part of a dispatch that its answer decided, as compact JSON. */
export function evidenceOf(dispatch: Dispatch): string {
  const {
    status,
    dispatchId,
    failure,
    elapsedMs,
    answerBytes,
    errorCount,
    notice,
    sendId,
    scheduleId,
    message,
    errors,
    failureDetail,
    answerProblem,
    answerBody,
    answerHeaders,
    timeline,
  } = dispatch;
  return JSON.stringify({
    status,
    dispatchId,
    failure,
    elapsedMs,
    answerBytes,
    errorCount,
    notice,
    sendId,
    scheduleId,
    message,
    errors,
    failureDetail,
    answerProblem,
    answerBody: answerBody?.slice(0, answerLimit) ?? null,
    answerHeaders,
    timeline,
  });
}
