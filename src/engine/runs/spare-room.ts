import { rm } from 'node:fs/promises';
import { writeAtomically } from '../files/atomic-write';

/** Enough for the outcomes of all calls that can be in flight. */
const spareBytes = 512 * 1024;

/**
 * Keeps some room on the disk for a run's journal. Gives back what gives it up: false when that was done already.
 * @throws DeskError `disk_full` and others of the file family.
 */
export async function keepSpareRoom(path: string): Promise<() => Promise<boolean>> {
  // Zeros might be kept as a hole, which takes no room.
  await writeAtomically(path, Buffer.alloc(spareBytes, 0x5a));
  let kept = true;
  return async () => {
    if (!kept) return false;
    kept = false;
    await rm(path, { force: true }).catch(() => undefined);
    return true;
  };
}
