/** Replaces `length` UTF-16 units at `offset` of a text. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** Applies edits that do not overlap; their offsets are those of the text before any of them. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { offset, length, text: replacement } of edits.toSorted(byOffset)) {
    parts.push(text.slice(at, offset), replacement);
    at = Math.max(at, offset + length);
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function byOffset(left: TextEdit, right: TextEdit): number {
  return left.offset - right.offset;
}
