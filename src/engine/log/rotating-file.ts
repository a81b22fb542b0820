import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, extname } from 'node:path';

/** A file that lines are added to. */
export interface LineSink {
  write(line: string): void;
  close(): void;
}

/**
 * Adds lines to `path`; once it has `maxBytes` it becomes `….1`, the one before `….2`, and so on up to
 * `keep` old files. Writes at once, so that the last line before a crash is there. A disk that does not
 * take lines stops no one: lines are dropped until it does.
 */
export function createRotatingFile(deps: {
  path: string;
  maxBytes: number;
  keep: number;
}): LineSink {
  const { path, maxBytes, keep } = deps;
  let open: { readonly handle: number; bytes: number } | null = null;

  const oldName = (number: number): string => {
    const extension = extname(path);
    return `${path.slice(0, path.length - extension.length)}.${number}${extension}`;
  };

  const opened = (): { readonly handle: number; bytes: number } => {
    if (open !== null) return open;
    mkdirSync(dirname(path), { recursive: true });
    // Only the owner reads it: hosts and endpoints are nobody else's business.
    const handle = openSync(path, 'a', 0o600);
    open = { handle, bytes: fstatSync(handle).size };
    return open;
  };

  const close = (): void => {
    if (open !== null) closeSync(open.handle);
    open = null;
  };

  const rotate = (): void => {
    close();
    rmSync(oldName(keep), { force: true });
    for (let number = keep - 1; number >= 0; number -= 1) {
      const from = number === 0 ? path : oldName(number);
      if (statSync(from, { throwIfNoEntry: false }) !== undefined)
        renameSync(from, oldName(number + 1));
    }
  };

  return {
    write(line) {
      try {
        const bytes = Buffer.from(line);
        const { bytes: before } = opened();
        if (before > 0 && before + bytes.length > maxBytes) rotate();
        const file = opened();
        file.bytes += writeSync(file.handle, bytes);
      } catch {
        try {
          close();
        } catch {
          open = null;
        }
      }
    },
    close() {
      try {
        close();
      } catch {
        open = null;
      }
    },
  };
}
