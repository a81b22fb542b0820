import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { copyFolder } from '../files/copy-folder';
import type { Log } from '../log/log';

/** The sample that a first start shows at once: one key away from a first answer. */
export const firstSample = 'Samples/Welcome.jsonc';

/**
 * Puts the sample requests into the folder of a first start, which is told by that folder not being
 * there yet: what a person has deleted does not come back. A failure costs the samples, not the start.
 * Resolves with whether they were put there.
 */
export async function copySamplesOnFirstRun(deps: {
  readonly samples: string | null;
  /** The collections' folder of the home. */
  readonly folder: string;
  readonly log: Log;
}): Promise<boolean> {
  const { samples, folder, log } = deps;
  if (samples === null) return false;
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  if (isThere) return false;
  // The folder appears with its samples in it: a start that breaks off in between begins again.
  const half = `${folder}.part`;
  try {
    await rm(half, { recursive: true, force: true });
    await copyFolder(samples, join(half, 'Samples'));
    await rename(half, folder);
    return true;
  } catch (error) {
    log.warn('samples not copied', { error });
    await rm(half, { recursive: true, force: true }).catch(() => undefined);
    return false;
  }
}
