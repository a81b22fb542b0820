import type { editor as pattern } from '../en/editor';

export const editor: typeof pattern = {};
