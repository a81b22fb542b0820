import type { shell as pattern } from '../en/shell';

export const shell: typeof pattern = {};
