import { createHash } from 'node:crypto';

/**
 * SHA-256 of a body as it leaves, hexadecimal. A key is in no body that leaves, so it is in no hash either. A short
 * body can be guessed from its hash: it stays on this computer, beside the body itself.
 */
export function bodyHash(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}
