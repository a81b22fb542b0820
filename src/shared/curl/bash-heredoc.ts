import { lineBreakLength, type Scan } from './shell-words';

/** What stands behind `<<`. */
export interface HeredocStart {
  readonly delimiter: string;
  /** `<<-`: tabs at the start of each line are not part of the text. */
  readonly stripTabs: boolean;
  /** The delimiter was quoted: nothing in the text has a meaning to the shell. */
  readonly literal: boolean;
}

/** Reads the lines of a here-document that begin at `from`; without its last line it goes to the end of the text. */
export function readHeredoc(
  scan: Scan,
  from: number,
  start: HeredocStart,
): { readonly text: string; readonly end: number; readonly closed: boolean } {
  const { text } = scan;
  const lines: string[] = [];
  let at = from;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const next = lineEnd + lineBreakLength(text, lineEnd);
    const line = start.stripTabs
      ? text.slice(at, lineEnd).replace(/^\t+/, '')
      : text.slice(at, lineEnd);
    if (line === start.delimiter)
      return { text: finish(scan, lines, start), end: lineEnd, closed: true };
    lines.push(line + text.slice(lineEnd, next));
    at = next;
  }
  scan.notes.add('unclosed_heredoc');
  return { text: finish(scan, lines, start), end: text.length, closed: false };
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline === -1) return text.length;
  return newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
}

function finish(scan: Scan, lines: readonly string[], start: HeredocStart): string {
  const text = lines.join('');
  if (start.literal) return text;
  if (/(?:^|[^\\])(?:\$[A-Za-z_{(]|`)/.test(text)) scan.expansions += 1;
  return text.replace(/\\(\r?\n|[$`\\])/g, (_, escaped: string) =>
    escaped.endsWith('\n') ? '' : escaped,
  );
}
