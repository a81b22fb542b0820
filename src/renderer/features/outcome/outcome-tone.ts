import type { Outcome } from '#shared/domain/dispatch';
import type { Tone } from '../../components/tone';

/** The colour family of an outcome; a 4xx warns, what failed or was stopped is a danger, unknown is striped. */
export function outcomeTone(outcome: Outcome): Tone {
  const tones: Readonly<Record<Outcome, Tone>> = {
    blocked: 'danger',
    refused: 'warning',
    accepted: 'success',
    accepted_with_errors: 'warning',
    queued: 'info',
    rate_limited: 'warning',
    failed: 'danger',
    unknown: 'unknown',
  };
  return tones[outcome];
}
