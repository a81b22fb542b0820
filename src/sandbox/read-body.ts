import type { IncomingMessage } from 'node:http';
import { createHash } from 'node:crypto';

/** What came in with a request. */
export type ReceivedBody =
  | { readonly kind: 'whole'; readonly bytes: Buffer; readonly sha256: string }
  /** Read to its end but over the limit: the bytes are gone, the sum is known. */
  | { readonly kind: 'too_large'; readonly sha256: string }
  /** The sender went away, or sent so much that reading on is pointless. */
  | { readonly kind: 'broken' };

/** Largest body that is looked at, in bytes: the documented 4 MB (`api/api_limits`). */
export const bodyLimitBytes = 4 * 1024 * 1024;
/** Up to here a body that is too large is read on, so that its sender gets to see the 413. */
const drainLimitBytes = 64 * 1024 * 1024;

/** Reads a request to its end. Never rejects. */
export function readBody(incoming: IncomingMessage): Promise<ReceivedBody> {
  return new Promise((resolve) => {
    const hash = createHash('sha256');
    let chunks: Buffer[] = [];
    let size = 0;

    incoming.on('data', (chunk: Buffer) => {
      hash.update(chunk);
      size += chunk.length;
      if (size <= bodyLimitBytes) chunks.push(chunk);
      else chunks = [];
      if (size > drainLimitBytes) incoming.destroy();
    });
    incoming.once('end', () => {
      const sha256 = hash.digest('hex');
      resolve(
        size > bodyLimitBytes
          ? { kind: 'too_large', sha256 }
          : { kind: 'whole', bytes: Buffer.concat(chunks), sha256 },
      );
    });
    incoming.once('error', () => resolve({ kind: 'broken' }));
    incoming.once('close', () => resolve({ kind: 'broken' }));
  });
}
