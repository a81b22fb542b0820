import type { RouteName } from '#shared/ipc/names';

/** Routes by which the page saves what a person has done. */
const saving: ReadonlySet<unknown> = new Set<RouteName>([
  'drafts.save',
  'drafts.discard',
  'settings.update',
  'collections.write',
]);

/** Knows whether the page is saving. */
export interface Traffic {
  /** Watches an answer to `route` and hands it on. */
  during<T>(route: unknown, answer: Promise<T>): Promise<T>;
  /**
   * Resolves when `begun` has, and nothing has been saved for `quietMs` since; or when the page has shown
   * no sign of life for `silentMs`: a page at work on long texts may take longer for all of them than for any one.
   */
  quiet(begun: Promise<unknown>, quietMs: number, silentMs: number): Promise<void>;
}

/** `after` runs a callback in so many milliseconds and returns what calls it off. */
export function createTraffic(after: (ms: number, run: () => void) => () => void): Traffic {
  let busy = 0;
  let changed: () => void = () => undefined;
  let heard: () => void = () => undefined;
  return {
    async during(route, answer) {
      heard();
      if (!saving.has(route)) return await answer;
      busy += 1;
      changed();
      try {
        return await answer;
      } finally {
        busy -= 1;
        heard();
        changed();
      }
    },
    quiet: (begun, quietMs, silentMs) =>
      new Promise((resolve) => {
        let hasBegun = false;
        let endQuiet: () => void = () => undefined;
        let endSilence: () => void = () => undefined;
        const done = (): void => {
          endQuiet();
          endSilence();
          changed = heard = () => undefined;
          resolve();
        };
        heard = () => {
          endSilence();
          endSilence = after(silentMs, done);
        };
        changed = () => {
          endQuiet();
          if (hasBegun && busy === 0) endQuiet = after(quietMs, done);
        };
        heard();
        const begin = (): void => {
          hasBegun = true;
          changed();
        };
        void begun.then(begin, begin);
      }),
  };
}
