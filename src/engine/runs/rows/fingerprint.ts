import { createHash } from 'node:crypto';
import type { FileFingerprint } from '#shared/domain/data-row';
import { readChunks } from './data-file';

/** Takes a file's fingerprint chunk by chunk. */
export interface Fingerprinting {
  add(chunk: Uint8Array): void;
  /** Ends it. */
  done(): FileFingerprint;
  readonly bytes: number;
}

/** Makes a fingerprint that has seen nothing. */
export function createFingerprint(): Fingerprinting {
  const digest = createHash('sha256');
  let bytes = 0;
  return {
    add(chunk) {
      bytes += chunk.length;
      digest.update(chunk);
    },
    done: () => ({ bytes, sha256: digest.digest('hex') }),
    get bytes() {
      return bytes;
    },
  };
}

/** Reads a whole file for its fingerprint, for example to see before a run goes on whether it is still the same. */
export async function fingerprintFile(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<FileFingerprint> {
  const fingerprint = createFingerprint();
  for await (const chunk of readChunks(path)) {
    options.signal?.throwIfAborted();
    fingerprint.add(chunk);
  }
  return fingerprint.done();
}
