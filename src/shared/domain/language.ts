/** The languages that there are catalogues for. Without zod, for the window's file names one of them. */
export const languages = ['en', 'de', 'fr', 'ko'] as const;
export type Language = (typeof languages)[number];
