import { DeskError, type ErrorCode } from '#shared/errors';

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EACCES: 'no_access',
  EPERM: 'no_access',
  EROFS: 'read_only',
  ENOENT: 'not_found',
  ENOTDIR: 'not_found',
  EEXIST: 'already_exists',
  ENOTEMPTY: 'already_exists',
  ENAMETOOLONG: 'name_invalid',
  EILSEQ: 'name_invalid',
  ELOOP: 'outside_folder',
};

/** The system's code of a failed file operation ("ENOENT"), or null when it is not one. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

/**
 * Names a failed file operation in the product's own codes; `path` and the system's code become facts.
 * What is already a DeskError, or no file error at all, is given back as it is.
 */
export function toFileError(error: unknown, path: string): unknown {
  if (error instanceof DeskError) return error;
  const system = systemCode(error);
  if (system === null) return error;
  return new DeskError(codes[system] ?? 'no_access', { path, system }, { cause: error });
}

/** Runs one file operation; a failure is thrown as a DeskError that names `path`. */
export async function withFileErrors<T>(path: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw toFileError(error, path);
  }
}
