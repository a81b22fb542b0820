import type { AppError } from '#shared/errors';
import { formatBytes } from '../lib/format';
import { text } from './use-text';

/** What failed, in words; with the size where something was too large. */
export function errorText({ code, params }: AppError, language: string): string {
  const words = text(`errors.${code}`, params);
  const { bytes } = params;
  if (code !== 'too_large' || typeof bytes !== 'number') return words;
  return `${words} ${text('common.sizeIs', { size: formatBytes(bytes, language) })}`;
}
