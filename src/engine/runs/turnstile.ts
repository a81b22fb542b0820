import type { EndpointPath } from '#shared/braze/endpoints';
import type { Limiter, Permit, QuotaUse } from '../sending/permit';
import { createAdaptiveWidth } from './adaptive-width';
import type { RunSettings } from '#shared/domain/run-state';

/** Lets a run's calls through: no more at once than the server bears, and none that its allowance does not have. */
export interface Turnstile {
  /** Null: the signal came first. */
  turn(endpoint: EndpointPath, body: unknown, signal: AbortSignal): Promise<Permit | null>;
  /** A call that was let through is over; no latency where it never left. */
  ended(latencyMs: number | null, trouble: boolean): void;
  /** Calls that may be in flight at once now. */
  width(): number;
  /** Until when it waits, epoch milliseconds; null while it does not. */
  waitingUntilMs(): number | null;
  /** Share of what the server allowed that was used, from 0 to 1; null while nothing is known. */
  utilisation(): number | null;
}

export interface TurnstileDeps {
  readonly limiter: Limiter;
  readonly environmentId: string;
  readonly settings: Pick<RunSettings, 'concurrency' | 'reservePercent'>;
  /** Epoch milliseconds. */
  now(): number;
}

export function createTurnstile({
  limiter,
  environmentId,
  settings,
  now,
}: TurnstileDeps): Turnstile {
  const { concurrency, reservePercent } = settings;
  const width = createAdaptiveWidth(concurrency);
  const sinceMs = now();
  const queue: (() => void)[] = [];
  let inside = 0;
  let waitingUntil: number | null = null;
  const run = {
    reservePercent,
    onWait(untilMs: number | null) {
      waitingUntil = untilMs;
    },
  };
  const letIn = (): void => {
    while (inside < width.current() && queue.length > 0) {
      inside += 1;
      queue.shift()?.();
    }
  };

  return {
    async turn(endpoint, body, signal) {
      await new Promise<void>((resolve) => {
        queue.push(resolve);
        letIn();
      });
      const answer = await limiter.acquire({ environmentId, endpoint, body, signal, run });
      if (answer.granted) return answer;
      inside -= 1;
      letIn();
      return null;
    },
    ended(latencyMs, trouble) {
      inside -= 1;
      if (latencyMs !== null) width.ended(latencyMs, trouble);
      letIn();
    },
    width: () => width.current(),
    waitingUntilMs: () => waitingUntil,
    utilisation() {
      const windows = limiter.use(environmentId);
      // Those that began before it did were not its own from the start; the present one is not over.
      const whole = windows.slice(0, -1).filter((one) => one.sinceMs >= sinceMs);
      return shareOf(whole.length > 0 ? whole : windows.slice(-1), reservePercent);
    },
  };
}

function shareOf(windows: readonly QuotaUse[], reservePercent: number): number | null {
  let allowed = 0;
  let mine = 0;
  for (const one of windows) {
    allowed += one.limit * (1 - reservePercent / 100) - one.others;
    mine += one.mine;
  }
  return allowed <= 0 ? null : Math.min(1, mine / allowed);
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
