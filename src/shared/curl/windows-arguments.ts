import { unclosedQuote, type ShellWord, type UnclosedQuote } from './shell-words';

/**
 * Splits a command line into arguments the way the C runtime of Windows programs does: backslashes count only before
 * a double quote, where two are one; a quote after an odd one is literal, and so are two in a row inside quotes.
 * @param offsets of each character in the pasted text.
 */
export function splitArguments(
  line: string,
  offsets: readonly number[],
): { readonly ok: true; readonly words: readonly ShellWord[] } | UnclosedQuote {
  const words: ShellWord[] = [];
  let at = 0;
  for (;;) {
    while (line[at] === ' ' || line[at] === '\t') at += 1;
    if (at >= line.length) return { ok: true, words };
    const offset = offsets[at] ?? 0;
    const pieces: string[] = [];
    let quoteAt: number | null = null;
    while (at < line.length) {
      const character = line.charAt(at);
      if (quoteAt === null && (character === ' ' || character === '\t')) break;
      if (character === '\\') {
        const from = at;
        while (line[at] === '\\') at += 1;
        const count = at - from;
        if (line[at] !== '"') pieces.push('\\'.repeat(count));
        else {
          pieces.push('\\'.repeat(count >> 1));
          if (count % 2 === 1) {
            pieces.push('"');
            at += 1;
          }
        }
      } else if (character === '"') {
        if (quoteAt !== null && line[at + 1] === '"') {
          pieces.push('"');
          at += 2;
        } else {
          quoteAt = quoteAt === null ? at : null;
          at += 1;
        }
      } else {
        pieces.push(character);
        at += 1;
      }
    }
    if (quoteAt !== null) return unclosedQuote(offsets[quoteAt] ?? 0);
    words.push({ text: pieces.join(''), offset });
  }
}

/**
 * What a program receives of an argument that PowerShell, up to 7.2 or told to, hands over without escaping its double
 * quotes: an escaped one arrives, a bare one is lost.
 */
export function unescapeQuotes(argument: string): string {
  const pieces = argument.split('"');
  const last = pieces.pop() ?? '';
  return pieces.map(beforeQuote).join('') + last;
}

/** A piece that a quote follows, with that quote if the backslashes before it keep it. */
function beforeQuote(piece: string): string {
  let end = piece.length;
  while (end > 0 && piece[end - 1] === '\\') end -= 1;
  const count = piece.length - end;
  return piece.slice(0, end + (count >> 1)) + (count % 2 === 1 ? '"' : '');
}
