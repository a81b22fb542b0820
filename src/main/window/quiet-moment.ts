/** Finds the moment when something that comes in one burst has all come. */
export interface QuietMoment {
  /** Another one came. */
  came(): void;
  /** Resolves after the first burst that is not over yet, or when there is none for long. */
  quiet(): Promise<void>;
}

/**
 * @param pauseMs a burst is over when nothing came for so long, in milliseconds.
 * @param longestMs how long it is waited for the first one, in milliseconds.
 */
export function createQuietMoment(pauseMs: number, longestMs: number): QuietMoment {
  let over: (() => void) | null = null;
  let timer: NodeJS.Timeout | undefined;
  return {
    came() {
      if (over === null) return;
      clearTimeout(timer);
      timer = setTimeout(over, pauseMs);
    },
    quiet: () =>
      new Promise((resolve) => {
        over = () => {
          over = null;
          resolve();
        };
        timer = setTimeout(over, longestMs);
      }),
  };
}
