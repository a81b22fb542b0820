/** Calls `action` when nothing was asked for during `quietMs`, at the latest `maxMs` after the first asking. */
export function createDebounce(
  action: () => void,
  times: { readonly quietMs: number; readonly maxMs: number },
): { ask(): void; stop(): void } {
  let quiet: NodeJS.Timeout | undefined;
  let latest: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearTimeout(quiet);
    clearTimeout(latest);
    quiet = latest = undefined;
  };
  const run = (): void => {
    stop();
    action();
  };
  return {
    stop,
    ask() {
      clearTimeout(quiet);
      quiet = setTimeout(run, times.quietMs);
      latest ??= setTimeout(run, times.maxMs);
    },
  };
}
