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
   * Resolves when nothing has been saved for `quietMs`, or after `limitMs` whatever happens. The page
   * needs a moment to begin, so the quiet is counted from the call on.
   */
  quiet(quietMs: number, limitMs: number): Promise<void>;
}

/** `after` runs a callback in so many milliseconds and returns what calls it off. */
export function createTraffic(after: (ms: number, run: () => void) => () => void): Traffic {
  let busy = 0;
  let changed: () => void = () => undefined;
  return {
    async during(route, answer) {
      if (!saving.has(route)) return await answer;
      busy += 1;
      changed();
      try {
        return await answer;
      } finally {
        busy -= 1;
        changed();
      }
    },
    quiet: (quietMs, limitMs) =>
      new Promise((resolve) => {
        let callOff: () => void = () => undefined;
        const done = (): void => {
          callOff();
          callOffLimit();
          changed = () => undefined;
          resolve();
        };
        const callOffLimit = after(limitMs, done);
        changed = () => {
          callOff();
          callOff = busy === 0 ? after(quietMs, done) : () => undefined;
        };
        changed();
      }),
  };
}
