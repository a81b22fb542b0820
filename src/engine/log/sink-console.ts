import type { LineSink } from './rotating-file';

/** Lines on the standard error stream, for a program that is started from a terminal to look into it. */
export function createConsoleSink(): LineSink {
  return {
    write: (line) => console.error(line.trimEnd()),
    close: () => undefined,
  };
}
