const quote = 0x22;
const slash = 0x2f;
const star = 0x2a;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/**
 * Finds where the object or list that opens at an offset is closed: just behind its last bracket. Looks at brackets,
 * texts and comments only, so megabytes take milliseconds. Not paired: `end` is the bracket that does not fit, or
 * the end of the text. Offsets are UTF-16 units.
 */
export function skipBrackets(
  text: string,
  offset: number,
): { readonly end: number; readonly isPaired: boolean } {
  const open: number[] = [];
  for (let at = offset; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = lastOfText(text, at);
    } else if (code === slash) {
      at = lastOfComment(text, at);
    } else if (code === openBrace || code === openBracket) {
      open.push(code === openBrace ? closeBrace : closeBracket);
    } else if (code === closeBrace || code === closeBracket) {
      if (open.pop() !== code) return { end: at, isPaired: false };
      if (open.length === 0) return { end: at + 1, isPaired: true };
    }
  }
  return { end: text.length, isPaired: false };
}

/** A text that is not closed ends with its line. */
function lastOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
    else if (code === 0x0a || code === 0x0d) return at;
  }
  return text.length;
}

function lastOfComment(text: string, start: number): number {
  const next = text.charCodeAt(start + 1);
  if (next === star) {
    const end = text.indexOf('*/', start + 2);
    return end === -1 ? text.length : end + 1;
  }
  if (next !== slash) return start;
  for (let at = start + 2; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return at;
  }
  return text.length;
}
