import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { DeskError } from '#shared/errors';
import { withFileErrors } from './file-error';
import { decodeText } from './decode-text';

/** Names one state of a file: the same bytes give the same name. */
export function revisionOf(bytes: Uint8Array): string {
  return `sha256-${createHash('sha256').update(bytes).digest('base64url')}`;
}

/**
 * The bytes of an ordinary file; `too_large` with both sizes beyond `maxBytes`, before anything is read.
 * A folder, a device or a pipe is `not_found`.
 */
export async function readLimited(path: string, maxBytes: number): Promise<Buffer> {
  return withFileErrors(path, async () => {
    // Asked before opening: to open a pipe would wait for its other end.
    const found = await stat(path);
    if (!found.isFile()) throw new DeskError('not_found', { path });
    refuseBeyond(found.size, maxBytes, path);
    const bytes = await readFile(path);
    refuseBeyond(bytes.length, maxBytes, path);
    return bytes;
  });
}

function refuseBeyond(bytes: number, limit: number, path: string): void {
  if (bytes > limit) throw new DeskError('too_large', { path, bytes, limit });
}

/** A file's text with its byte order mark and line ends as they are; `not_text` with the offset of the first byte that is not UTF-8. */
export async function readText(
  path: string,
  maxBytes: number,
): Promise<{ readonly text: string; readonly revision: string }> {
  const bytes = await readLimited(path, maxBytes);
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new DeskError('not_text', { path, offset: decoded.offset });
  return { text: decoded.text, revision: revisionOf(bytes) };
}
