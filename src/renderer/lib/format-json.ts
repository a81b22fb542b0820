import type { Edit } from 'jsonc-parser';
import { format } from 'jsonc-parser';

export interface JsonLayout {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly eol: string;
}

/** The changes of white space that lay a text out; values, comments and their order stay. */
export function formatJson(text: string, layout: JsonLayout): readonly Edit[] {
  return format(text, undefined, { ...layout, insertFinalNewline: false, keepLines: false });
}
