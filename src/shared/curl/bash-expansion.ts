import { readHeredoc } from './bash-heredoc';
import { lineBreakLength, type Scan } from './shell-words';

const expansionStart = /\$[A-Za-z0-9_{(#@*?!$-]|`/y;
const catHeredoc =
  /\$\(\s*cat\s*<<(-?)[ \t]*(?:(['"])([A-Za-z_]\w*)\2|(\\?)([A-Za-z_]\w*))[ \t]*\r?\n/y;

/** Whether a variable or a command that bash would put a value for stands at the place. */
export function startsExpansion(scan: Scan): boolean {
  expansionStart.lastIndex = scan.at;
  return expansionStart.test(scan.text);
}

/**
 * Steps over a variable or a command and gives it back as written, with a note; nothing is ever run. The one thing
 * worked out is `$(cat <<EOF …)`, whose text is right there. Null when it has no end.
 */
export function skipExpansion(scan: Scan): string | null {
  const heredoc = readCatHeredoc(scan);
  if (heredoc !== undefined) return heredoc;
  const end = expansionEnd(scan.text, scan.at);
  if (end === null) return null;
  scan.expansions += 1;
  const written = scan.text.slice(scan.at, end);
  scan.at = end;
  return written;
}

/** Undefined when it is another command; null when it has no end, which ends the reading, so that each is read once. */
function readCatHeredoc(scan: Scan): string | null | undefined {
  catHeredoc.lastIndex = scan.at;
  const match = catHeredoc.exec(scan.text);
  if (match === null) return undefined;
  const [whole, dash, quote, quoted, backslash, bare] = match;
  const heredoc = readHeredoc(scan, scan.at + whole.length, {
    delimiter: quoted ?? bare ?? '',
    stripTabs: dash === '-',
    literal: quote !== undefined || backslash === '\\',
  });
  const rest = /\s*\)/y;
  rest.lastIndex = heredoc.end;
  const close = rest.exec(scan.text);
  if (!heredoc.closed || close === null) return null;
  scan.at = heredoc.end + close[0].length;
  return heredoc.text.slice(0, endWithoutBreaks(heredoc.text));
}

/** A substitution loses its last line breaks. */
function endWithoutBreaks(text: string): number {
  let end = text.length;
  while (end > 0 && lineBreakLength(text, end - 1) > 0) end -= 1;
  return end;
}

function expansionEnd(text: string, at: number): number | null {
  if (text[at] === '`') {
    for (let index = at + 1; index < text.length; index += 1) {
      if (text[index] === '\\') index += 1;
      else if (text[index] === '`') return index + 1;
    }
    return null;
  }
  if (text[at + 1] === '(') return substitutionEnd(text, at + 1);
  if (text[at + 1] === '{') {
    const end = text.indexOf('}', at);
    return end === -1 ? null : end + 1;
  }
  let end = at + 2;
  while (/[A-Za-z0-9_]/.test(text[end] ?? '')) end += 1;
  return end;
}

/** The end of `(…)`, with brackets and quotes inside it paired; without recursion, so that depth costs no stack. */
export function substitutionEnd(text: string, open: number, escape = '\\'): number | null {
  const inside: ('(' | '"')[] = [];
  for (let index = open; index < text.length; index += 1) {
    const character = text[index];
    const quoted = inside.at(-1) === '"';
    if (character === escape) index += 1;
    else if (character === '"') {
      if (quoted) inside.pop();
      else inside.push('"');
    } else if (character === "'" && !quoted) {
      index = text.indexOf("'", index + 1);
      if (index === -1) return null;
    } else if (character === '(' && (!quoted || text[index - 1] === '$')) inside.push('(');
    else if (character === ')' && !quoted) {
      inside.pop();
      if (inside.length === 0) return index + 1;
    }
  }
  return null;
}
