/** The wish to stop, as the terminal or another program expresses it. */
export interface Interruption {
  /**
   * Resolves with the first signal that comes from now on. Until someone asks, a signal ends the program
   * at once; so does a second one.
   */
  takeOver(): Promise<NodeJS.Signals>;
  /** The signal that came, or null while there was none. */
  signal(): NodeJS.Signals | null;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens from now on. `end` ends the program. */
export function listenForInterruption(
  source: Pick<NodeJS.Process, 'on'>,
  end: () => void,
): Interruption {
  let first: NodeJS.Signals | null = null;
  let wake: ((signal: NodeJS.Signals) => void) | null = null;
  for (const signal of signals) {
    source.on(signal, () => {
      if (first !== null || wake === null) {
        end();
        return;
      }
      first = signal;
      wake(signal);
    });
  }
  return {
    takeOver: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
    signal: () => first,
  };
}
