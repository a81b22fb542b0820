/** What a coloured part means; the colour never stands alone. */
export type Tone = 'neutral' | 'success' | 'info' | 'warning' | 'danger' | 'unknown';
