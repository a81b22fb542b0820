/** What to do when the page's process has ended. */
export type CrashAction = 'ignore' | 'reload' | 'ask';

/** A second crash within this many milliseconds is not answered by a reload alone. */
export const crashWindowMs = 60_000;

/**
 * Decides about a page that has gone: the first time it is loaded again, as drafts are on disk; soon after
 * that the user is asked, so that a page that cannot live does not flicker for ever.
 */
export function createCrashRecovery(now: () => number): (reason: string) => CrashAction {
  let lastReload = -Infinity;
  return (reason) => {
    if (reason === 'clean-exit') return 'ignore';
    if (now() - lastReload < crashWindowMs) return 'ask';
    lastReload = now();
    return 'reload';
  };
}
