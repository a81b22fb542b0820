import type { AppError } from '../errors';

/** What every request over the bridge resolves with; it never rejects. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };
