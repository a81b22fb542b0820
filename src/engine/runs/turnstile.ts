import type { EndpointPath } from '#shared/braze/endpoints';
import type { Limiter, Permit } from '../sending/limiter';

/** Lets a run's calls through one after the other, waiting for the allowance to be there again. */
export interface Turnstile {
  /** Null: the signal came first. */
  turn(endpoint: EndpointPath, body: unknown, signal: AbortSignal): Promise<Permit | null>;
  /** Until when it waits, epoch milliseconds; null while it does not. */
  waitingUntilMs(): number | null;
  /** Share of what the server allowed that was used, from 0 to 1; null while nothing is known. */
  utilisation(): number | null;
}

export interface TurnstileDeps {
  readonly limiter: Limiter;
  readonly environmentId: string;
  now(): number;
}

/** Longest single wait: afterwards the limiter is asked again, whatever the clock did meanwhile. */
const longestWaitMs = 1000;

export function createTurnstile({ limiter, environmentId, now }: TurnstileDeps): Turnstile {
  let waitingUntil: number | null = null;
  return {
    waitingUntilMs: () => waitingUntil,
    utilisation: () => null,
    async turn(endpoint, body, signal) {
      for (;;) {
        const answer = await limiter.acquire({ environmentId, endpoint, body, signal });
        if (answer.granted) {
          waitingUntil = null;
          return answer;
        }
        if (answer.reason === 'cancelled') return null;
        waitingUntil = answer.resetAtMs;
        await pause(Math.min(longestWaitMs, Math.max(10, answer.resetAtMs - now())), signal);
      }
    },
  };
}

/** Waits, or less when the signal comes. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
