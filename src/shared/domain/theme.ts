/** The themes a user can choose from; `system` follows the desktop. Without zod, for the page shows them. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];
