import { z } from 'zod';
import { type Dispatch, outcomes } from '#shared/domain/dispatch';
import type { CaseActual } from '#shared/domain/suite-view';

/** Texts that are kept of a case, and the longest of one; the history has all of it. */
const mostTexts = 20;
const longestText = 500;

/** A case's result as it is kept. */
export const caseActualSchema: z.ZodType<CaseActual> = z.object({
  dispatchRow: z.string(),
  at: z.string(),
  environmentName: z.string(),
  outcome: z.enum(outcomes),
  status: z.number().nullable(),
  texts: z.array(z.string()),
  elapsedMs: z.number().nullable(),
});

/** What is kept of a case's dispatch. */
export function actualOf(dispatch: Dispatch): CaseActual {
  const { message, notice, errors, failure, failureDetail, blocks } = dispatch;
  const texts = [
    message,
    notice,
    ...errors,
    failure,
    failureDetail,
    ...blocks.map(({ code, ...facts }) =>
      `${code} ${Object.values(facts).flat().join(' ')}`.trim(),
    ),
  ];
  return {
    dispatchRow: dispatch.id,
    at: dispatch.createdAt,
    environmentName: dispatch.environmentName,
    outcome: dispatch.outcome,
    status: dispatch.status,
    texts: texts.flatMap((text) => (text ? [text.slice(0, longestText)] : [])).slice(0, mostTexts),
    elapsedMs: dispatch.elapsedMs,
  };
}
