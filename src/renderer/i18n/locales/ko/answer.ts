import type { answer as pattern } from '../en/answer';

export const answer: typeof pattern = {};
