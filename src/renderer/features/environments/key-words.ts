import type { KeyCheck } from '#shared/domain/environment';
import type { SecretState } from '#shared/domain/secret';
import type { Tone } from '../../components/tone';

/** The colour family of a key's state; its words stand beside it. */
export function keyTone(state: SecretState): Tone {
  const tones: Readonly<Record<SecretState, Tone>> = {
    ready: 'success',
    session: 'info',
    missing: 'neutral',
    locked: 'warning',
    unavailable: 'warning',
  };
  return tones[state];
}

/** The colour family of what "Check key" found out. */
export function verdictTone(verdict: KeyCheck['verdict']): Tone {
  const tones: Readonly<Record<KeyCheck['verdict'], Tone>> = {
    ok: 'success',
    key_refused: 'danger',
    permission_missing: 'warning',
    not_rest_host: 'danger',
    unreachable: 'danger',
    rate_limited: 'warning',
    unexpected: 'warning',
    no_key: 'warning',
  };
  return tones[verdict];
}
