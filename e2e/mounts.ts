import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';

function mount(...words: string[]): boolean {
  return spawnSync('mount', words, { stdio: 'ignore' }).status === 0;
}

/** Ends a mount; lazily, since a program that has just ended may still be let go of. */
export function unmount(folder: string): void {
  spawnSync('umount', ['--lazy', folder], { stdio: 'ignore' });
}

/** Puts a disk of its own, of so many megabytes, at a folder. False where mounting is not allowed. */
export function mountSmallDisk(folder: string, megabytes: number): boolean {
  return mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', folder);
}

/**
 * Makes a folder read-only for this user; returns what ends it. Nothing is read-only to an administrator
 * but a disk that is mounted so, or a file that the system calls immutable.
 */
export function makeReadOnly(folder: string): () => void {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555);
    return () => {
      chmodSync(folder, 0o755);
    };
  }
  if (mount('--bind', folder, folder)) {
    if (mount('-o', 'remount,bind,ro', folder)) return () => unmount(folder);
    unmount(folder);
  }
  const change = (flag: string) => spawnSync('chattr', ['-R', flag, folder]).status === 0;
  if (!change('+i')) throw new Error('No way to make a folder read-only for an administrator');
  return () => {
    change('-i');
  };
}
