import type { CurlNote } from './curl-notes';

/** One argument after the shell has done its part: quotes gone, adjacent pieces joined. */
export interface ShellWord {
  readonly text: string;
  /** Where it starts in the pasted text, in UTF-16 units. */
  readonly offset: number;
}

/**
 * What the command reads from its standard input, as far as the text shows it. The break that ends the last line
 * belongs to the shell's way of writing and is left out.
 */
export type StandardInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file' }
  | { readonly kind: 'pipe' };

/** The arguments of one command, and where it ends. */
export interface ShellCommand {
  readonly ok: true;
  readonly words: readonly ShellWord[];
  /** Offset of the first character that is no longer part of the command. */
  readonly end: number;
  readonly stdin: StandardInput | null;
}

/** A quote, a bracket or a here-string without its end; `offset` is where it starts. */
export interface UnclosedQuote {
  readonly ok: false;
  readonly code: 'unclosed_quote';
  readonly offset: number;
}

/** A place in a text that moves on while the text is read, and the notes taken on the way. */
export interface Scan {
  readonly text: string;
  at: number;
  readonly notes: Set<CurlNote>;
  /** How many variables and commands the shell would have put a value for. */
  expansions: number;
}

/** Starts reading at a place. */
export function createScan(text: string, at: number, notes: Set<CurlNote> = new Set()): Scan {
  return { text, at, notes, expansions: 0 };
}

/** Words under construction. Pieces are added to the word that is open; a blank closes it. */
export interface WordBuilder {
  readonly words: readonly ShellWord[];
  /** Whether a word has begun, be it an empty one in quotes. */
  readonly open: boolean;
  /** The word that is open, so far. */
  readonly text: string;
  add(piece: string, offset: number): void;
  close(): void;
  /** Takes back the word that is open. */
  drop(): void;
}

/** Starts with no word. */
export function createWordBuilder(): WordBuilder {
  const words: ShellWord[] = [];
  let current: string | null = null;
  let start = 0;
  return {
    words,
    get open() {
      return current !== null;
    },
    get text() {
      return current ?? '';
    },
    add(piece, offset) {
      if (current === null) start = offset;
      current = (current ?? '') + piece;
    },
    close() {
      if (current !== null) words.push({ text: current, offset: start });
      current = null;
    },
    drop() {
      current = null;
    },
  };
}

/** The failure of an open quote that starts at `offset`. */
export function unclosedQuote(offset: number): UnclosedQuote {
  return { ok: false, code: 'unclosed_quote', offset };
}

/** Length of the line break at a place: 2 for `\r\n`, 1 for `\n` or a lone `\r`, 0 for none. */
export function lineBreakLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 10) return 1;
  if (code !== 13) return 0;
  return text.charCodeAt(at + 1) === 10 ? 2 : 1;
}

/** Whether a character separates words: a space, a tab, or a fixed space from a web page. */
export function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\u00a0';
}

/**
 * Steps over a line that is continued: the sign at the place, blanks that should not be there, the line break.
 * Says whether there was one; at the end of the text the sign alone counts.
 */
export function skipContinuation(scan: Scan): boolean {
  let at = scan.at + 1;
  while (isBlank(scan.text[at])) at += 1;
  const lineBreak = lineBreakLength(scan.text, at);
  if (lineBreak === 0 && at < scan.text.length) return false;
  if (at > scan.at + 1 && lineBreak > 0) scan.notes.add('loose_continuation');
  scan.at = at + lineBreak;
  return true;
}
