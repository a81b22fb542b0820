import type { ParsedAnswer } from '#shared/braze/answers';
import type { AnswerProblem, FailureCode, Outcome } from '#shared/domain/dispatch';
import type { HttpAnswer, HttpFailure } from '../transport/http-client';

/** What became of a call. */
export interface CallOutcome {
  readonly outcome: Outcome;
  readonly failure: FailureCode | null;
  readonly answerProblem: AnswerProblem | null;
}

/** Without an answer: `failed` only where it is proved that it never reached the server. */
export function outcomeOfFailure({ code, left }: Pick<HttpFailure, 'code' | 'left'>): CallOutcome {
  if (left) return { outcome: 'unknown', failure: code, answerProblem: null };
  return code === 'cancelled'
    ? { outcome: 'blocked', failure: 'cancelled_before', answerProblem: null }
    : { outcome: 'failed', failure: code, answerProblem: null };
}

/** With an answer: by its status, as texts are not a safe guide (the vendor's page on errors). */
export function outcomeOfAnswer(
  answer: Pick<HttpAnswer, 'status' | 'cut' | 'badUtf8'>,
  parsed: ParsedAnswer,
): CallOutcome {
  return {
    outcome: byStatus(answer.status, parsed),
    failure: null,
    answerProblem: problemOf(answer, parsed),
  };
}

function byStatus(status: number, { queued, errors, notice }: ParsedAnswer): Outcome {
  if (status >= 200 && status < 300) {
    if (queued) return 'queued';
    return errors.length > 0 || notice !== null ? 'accepted_with_errors' : 'accepted';
  }
  if (status === 429) return 'rate_limited';
  if (status >= 400 && status < 500) return 'refused';
  if (status >= 500 && status < 600) return 'failed';
  // Redirects are not followed, and nothing else says whether the call was taken.
  return 'unknown';
}

function problemOf(
  { cut, badUtf8 }: Pick<HttpAnswer, 'cut' | 'badUtf8'>,
  { problem }: ParsedAnswer,
): AnswerProblem | null {
  if (cut === 'ended') return 'cut';
  if (cut === 'too_large') return 'too_large';
  return problem ?? (badUtf8 ? 'bad_text' : null);
}
