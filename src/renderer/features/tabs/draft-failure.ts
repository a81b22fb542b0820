import { shallowRef } from 'vue';
import type { AppError } from '#shared/errors';

/** Why the last draft could not be kept; null while drafts are kept. Shown in the status bar. */
export const draftFailure = shallowRef<AppError | null>(null);
