import type { Dispatch } from '#shared/domain/dispatch';
import type { Tone } from '../../components/tone';
import type { MessageKey } from '../../i18n/use-text';

/** What most likely happened and what to do next. */
export interface Advice {
  readonly tone: Exclude<Tone, 'neutral' | 'success'>;
  readonly cause: MessageKey;
  readonly next: MessageKey;
}

const knownStatuses = [400, 401, 403, 404, 413, 415, 429, 502, 503, 504] as const;
type KnownStatus = (typeof knownStatuses)[number];

function isKnown(status: number): status is KnownStatus {
  return (knownStatuses as readonly number[]).includes(status);
}

function adviceOfStatus(status: number | null): Advice | null {
  if (status === null) return null;
  const tone = status >= 500 ? 'danger' : 'warning';
  if (isKnown(status)) {
    return { tone, cause: `answer.http.${status}.cause`, next: `answer.http.${status}.next` };
  }
  if (status >= 500) return { tone, cause: 'answer.http.5xx.cause', next: 'answer.http.5xx.next' };
  return { tone, cause: 'answer.http.4xx.cause', next: 'answer.http.4xx.next' };
}

/** Null where there is nothing to explain: it was accepted as it was meant. */
export function adviceOf(dispatch: Dispatch): Advice | null {
  const { outcome, failure, status, answerProblem, notice, errors } = dispatch;
  switch (outcome) {
    case 'accepted':
      if (answerProblem === null) return null;
      return {
        tone: 'warning',
        cause: `answer.problem.${answerProblem}`,
        next: 'answer.problem.next',
      };
    case 'accepted_with_errors': {
      const kind = notice !== null ? 'notice' : errors.length > 0 ? 'errors' : 'odd';
      return {
        tone: 'warning',
        cause: `answer.minor.${kind}.cause`,
        next: `answer.minor.${kind}.next`,
      };
    }
    case 'queued':
      return { tone: 'info', cause: 'answer.queued.cause', next: 'answer.queued.next' };
    case 'blocked':
      if (failure === null || failure === 'gate') return null;
      return {
        tone: 'danger',
        cause: `answer.failure.${failure}.cause`,
        next: `answer.failure.${failure}.next`,
      };
    case 'refused':
    case 'rate_limited':
    case 'failed':
    case 'unknown': {
      const tone = outcome === 'unknown' ? 'unknown' : 'danger';
      if (failure !== null && failure !== 'gate') {
        return {
          tone,
          cause: `answer.failure.${failure}.cause`,
          next: `answer.failure.${failure}.next`,
        };
      }
      const advice = adviceOfStatus(status);
      return advice === null || outcome !== 'unknown' ? advice : { ...advice, tone };
    }
  }
}
