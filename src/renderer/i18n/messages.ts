import type { messages } from './locales/en/messages';

/** English is the pattern: the other languages have the same keys or do not compile. */
export type Messages = typeof messages;
