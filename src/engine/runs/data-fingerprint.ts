import { createHash } from 'node:crypto';
import type { FileFingerprint } from '#shared/domain/data-row';
import { readChunks } from './rows/data-file';

/** Reads a whole file to tell later whether it is still the same. @throws DeskError of data files. */
export async function fingerprintOf(path: string): Promise<FileFingerprint> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of readChunks(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
