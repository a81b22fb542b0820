import type { collections as pattern } from '../en/collections';

export const collections: typeof pattern = {};
