import type { Writable } from 'node:stream';
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
  /** Resolves when everything has been taken, or nobody takes it any more. */
  flush(): Promise<void>;
  /** From now on every text passes through this as well. */
  guard(scrub: (text: string) => string): void;
}

interface Streams {
  readonly stdout: Writable;
  readonly stderr: NodeJS.WritableStream;
}

/** `keys` never leave, whatever they stand in; `guard` adds more ways to find keys. */
export function createPrint(keys: readonly string[], { stdout, stderr }: Streams = process): Print {
  let scrub = createScrubber(keys);
  let closed = false;
  const waiting = new Set<() => void>();
  // `desk … | head` closes the pipe early: that is no error worth a stack trace.
  stdout.on('error', () => {
    closed = true;
    for (const wake of waiting) wake();
  });
  stderr.on('error', () => undefined);
  /** An empty text is taken when all before it is. */
  const taken = (): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        waiting.delete(done);
        resolve();
      };
      waiting.add(done);
      stdout.write('', done);
    });
  return {
    isClosed: () => closed,
    guard(more) {
      const before = scrub;
      scrub = (text) => more(before(text));
    },
    note: (text) => void stderr.write(`${scrub(text)}\n`),
    async result(text) {
      if (closed) return;
      // What is said in one turn leaves in one piece: a call of the system for each of a thousand short lines
      // takes longer than working them out.
      if (stdout.writableCorked === 0) {
        stdout.cork();
        setImmediate(() => stdout.uncork());
      }
      if (!stdout.write(`${scrub(text)}\n`)) await taken();
    },
    flush: () => (closed ? Promise.resolve() : taken()),
  };
}
