import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (program: string, ...words: string[]): boolean =>
  spawnSync(program, words, { stdio: 'ignore' }).status === 0;

/** A folder that is a disk of its own, of so many megabytes; null where mounting is not allowed. */
export function mountSmallDisk(megabytes: number): { readonly folder: string; end(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'desk-disk-'));
  const options = `size=${megabytes}m,mode=700`;
  if (!run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder)) {
    rmdirSync(folder);
    return null;
  }
  return {
    folder,
    end() {
      run('umount', '--lazy', folder);
      rmdirSync(folder);
    },
  };
}

/** Writes to a file until not one byte more fits on its disk. */
export function fillDisk(file: string): void {
  const descriptor = openSync(file, 'a');
  const block = Buffer.alloc(64 * 1024, 1);
  for (let size = block.length; size >= 1;) {
    try {
      writeSync(descriptor, block, 0, size);
    } catch {
      size = Math.floor(size / 2);
    }
  }
  closeSync(descriptor);
}
