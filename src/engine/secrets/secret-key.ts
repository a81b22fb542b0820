import { DeskError } from '#shared/errors';
import { minKeyLength } from '#shared/lib/redaction';

/**
 * A key as it is kept: without the white space that copying brings along.
 * The form of a key is not documented, so only what cannot stand in a header, or would not be found again
 * by the scrubber, is refused.
 * @throws DeskError `secret_invalid` with `reason`: `empty`, `short`, `quotes` or `characters`.
 */
export function normalizeKey(text: string): string {
  const key = text.trim();
  if (key === '') throw new DeskError('secret_invalid', { reason: 'empty' });
  if (/["'`]/.test(key)) throw new DeskError('secret_invalid', { reason: 'quotes' });
  if (!/^[\x21-\x7e]+$/.test(key)) throw new DeskError('secret_invalid', { reason: 'characters' });
  if (key.length < minKeyLength) throw new DeskError('secret_invalid', { reason: 'short' });
  return key;
}
