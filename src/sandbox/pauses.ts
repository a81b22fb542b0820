import type { ServerResponse } from 'node:http';

/** Waits on behalf of answers, so that no timer outlives its connection or the sandbox. */
export interface Pauses {
  /**
   * Resolves to true after `ms` milliseconds, or at once to false when the connection closes or
   * `endAll` is called. Never rejects.
   */
  pause(ms: number, response: ServerResponse): Promise<boolean>;
  /** Ends all pauses, present and future. */
  endAll(): void;
}

/** Creates the registry of pauses. */
export function createPauses(): Pauses {
  const pending = new Set<() => void>();
  let ended = false;

  return {
    pause(ms, response) {
      if (ended || response.destroyed) return Promise.resolve(false);
      if (ms === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const finish = (whole: boolean): void => {
          clearTimeout(timer);
          response.off('close', cancel);
          pending.delete(cancel);
          resolve(whole);
        };
        const cancel = (): void => finish(false);
        const timer = setTimeout(() => finish(true), ms);
        response.once('close', cancel);
        pending.add(cancel);
      });
    },
    endAll() {
      ended = true;
      for (const cancel of [...pending]) cancel();
    },
  };
}
