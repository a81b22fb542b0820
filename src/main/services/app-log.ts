import { createLog } from '#engine/log/create-log';
import type { ClosableLog } from '#engine/log/create-log';
import { createRotatingFile } from '#engine/log/rotating-file';

const maxBytes = 5 * 1024 * 1024;
const oldFiles = 3;

/**
 * The log of this home, one file with three older ones. `scrub` is asked for each line and removes the
 * keys known by then.
 */
export function createAppLog(file: string, scrub: (text: string) => string): ClosableLog {
  return createLog({
    sinks: [createRotatingFile({ path: file, maxBytes, keep: oldFiles })],
    scrub,
    now: () => Date.now(),
  });
}
