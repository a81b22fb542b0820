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

export interface FormattedText {
  readonly text: string;
  /** Where in it that stands which stood at the offset asked for. In UTF-16 units. */
  readonly offset: number;
}

/** A text as it is laid out, and where a place of it is then. */
export function formattedText(text: string, layout: JsonLayout, offset: number): FormattedText {
  const parts: string[] = [];
  let from = 0;
  let moved = offset;
  for (const edit of formatJson(text, layout)) {
    const end = edit.offset + edit.length;
    parts.push(text.slice(from, edit.offset), edit.content);
    from = end;
    if (end <= offset) moved += edit.content.length - edit.length;
    else if (edit.offset < offset) moved += Math.min(0, edit.offset + edit.content.length - offset);
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), offset: moved };
}
