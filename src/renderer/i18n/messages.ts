import type { messages } from './locales/en/messages';
import type { runs } from './locales/en/runs';

/** English is the pattern: the other languages have the same keys or do not compile. */
export type Messages = typeof messages;

/** With the texts that are loaded later. */
export type AllMessages = Messages & { readonly runs: typeof runs };
