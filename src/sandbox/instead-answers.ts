import type { Answer } from './answer';
import { answer, refusal, withHeaders } from './answer';
import type { QuotaState } from './quota-windows';
import type { InsteadScenarioId } from './scenarios';

/** What a replacing scenario may use. */
export interface InsteadInput {
  /** The token the caller presented, or null. */
  readonly token: string | null;
  readonly quota: QuotaState;
  /** Where `redirect` points to: another path of this sandbox. */
  readonly redirectUrl: string;
  /** Epoch milliseconds. */
  readonly nowMs: number;
}

/** How soon a rehearsed 429 is over. The real one lasts up to an hour, which nobody wants to rehearse. */
const rehearsedPauseMs = 5_000;

/** The three documented headers. */
export function quotaHeaders({
  limit,
  remaining,
  resetSeconds,
}: QuotaState): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String(resetSeconds),
  };
}

/** The documented 429. */
export const rateLimited = refusal(429, 'Rate Limited');

function plainAnswer(
  scenario: InsteadScenarioId,
  input: InsteadInput,
): Answer | 'silence' | 'drop' {
  switch (scenario) {
    case 'bad_request':
      return refusal(400, 'Bad Request');
    case 'invalid_campaign':
      return refusal(400, 'Invalid Campaign ID');
    case 'unauthorized':
      return refusal(401, 'Unauthorized');
    case 'unauthorized_echo': {
      // The recorded text of 2015 repeats what it was given: the case a scrubber must stand.
      const echo = input.token ?? '';
      const text = `Invalid or missing App Group API Identifier: ${echo}`;
      return withHeaders(refusal(401, text), { 'X-Sandbox-Echo': echo });
    }
    case 'forbidden':
      return refusal(403, 'Access Denied');
    case 'not_found':
      return refusal(404, 'Not Found');
    case 'payload_too_large':
      return refusal(413, 'Request Entity Too Large');
    case 'unsupported_media':
      return refusal(415, 'Unsupported Media Type');
    case 'rate_limited':
    case 'rate_limited_bare':
      return rateLimited;
    case 'server_error':
      return refusal(500, 'Internal Server Error');
    case 'bad_gateway':
      return refusal(502, 'Bad Gateway');
    case 'unavailable':
      return refusal(503, 'Service Unavailable');
    case 'timeout':
      return refusal(504, 'Gateway Timeout');
    case 'redirect':
      return withHeaders(answer(302, { message: 'Found' }), { Location: input.redirectUrl });
    case 'hang':
      return 'silence';
    case 'dropped':
      return 'drop';
  }
}

/** What a replacing scenario does: an answer, no answer at all, or the end of the connection. */
export function insteadAnswer(
  scenario: InsteadScenarioId,
  input: InsteadInput,
): Answer | 'silence' | 'drop' {
  const plain = plainAnswer(scenario, input);
  if (plain === 'silence' || plain === 'drop' || scenario === 'rate_limited_bare') return plain;
  if (scenario !== 'rate_limited') return withHeaders(plain, quotaHeaders(input.quota));
  const resetSeconds = Math.ceil((input.nowMs + rehearsedPauseMs) / 1000);
  return withHeaders(plain, quotaHeaders({ ...input.quota, remaining: 0, resetSeconds }));
}
