import { createScrubber } from '#shared/lib/redaction';

/**
 * Where a command's words go: results to standard output, everything else to standard error. The only
 * file of the command line that writes.
 */
export interface Print {
  /** A result: one line, or several with line ends inside. Resolves when the reader can take more. */
  result(text: string): Promise<void>;
  /** Something a person should know. */
  note(text: string): void;
  /** The reader of the results has gone: nothing more is worth working out. */
  isClosed(): boolean;
  /** From now on every text passes through this as well. */
  guard(scrub: (text: string) => string): void;
}

interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** `keys` never leave, whatever they stand in; `guard` adds more ways to find keys. */
export function createPrint(keys: readonly string[], { stdout, stderr }: Streams = process): Print {
  let scrub = createScrubber(keys);
  let closed = false;
  let wake: () => void = () => undefined;
  // `desk … | head` closes the pipe early: that is no error worth a stack trace.
  stdout.on('error', () => {
    closed = true;
    wake();
  });
  stderr.on('error', () => undefined);
  return {
    isClosed: () => closed,
    guard(more) {
      const before = scrub;
      scrub = (text) => more(before(text));
    },
    note: (text) => void stderr.write(`${scrub(text)}\n`),
    async result(text) {
      if (closed || stdout.write(`${scrub(text)}\n`)) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        stdout.once('drain', resolve);
      });
    },
  };
}
