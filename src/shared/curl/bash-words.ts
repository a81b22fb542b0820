import { skipExpansion, startsExpansion, substitutionEnd } from './bash-expansion';
import { readHeredoc, type HeredocStart } from './bash-heredoc';
import { readAnsiQuoted, readDoubleQuoted, readSingleQuoted } from './bash-quotes';
import {
  createWordBuilder,
  isBlank,
  lineBreakLength,
  skipContinuation,
  unclosedQuote,
  type Scan,
  type ShellCommand,
  type StandardInput,
  type UnclosedQuote,
  type WordBuilder,
} from './shell-words';

/** A command whose here-documents are still to be read: they begin on the line after it. */
export interface BashCommand extends ShellCommand {
  readonly heredocs: readonly HeredocStart[];
}

/**
 * Takes a command of bash, zsh or sh apart, up to the operator or line break that ends it, here-documents included.
 * Nothing is expanded: variables stay as written, with a note.
 * @param heredocs those of an earlier command of the same line, as in `cat <<EOF | curl …`.
 */
export function readBashCommand(
  scan: Scan,
  heredocs: readonly HeredocStart[] = [],
): ShellCommand | UnclosedQuote {
  const command = scanBashCommand(scan);
  if (!command.ok) return command;
  const pending = [...heredocs, ...command.heredocs];
  if (pending.length === 0) return command;

  let { stdin } = command;
  const newline = scan.text.indexOf('\n', command.end);
  let end = newline === -1 ? scan.text.length : newline;
  for (const start of pending) {
    const heredoc = readHeredoc(scan, end + lineBreakLength(scan.text, end), start);
    stdin = { kind: 'text', text: heredoc.text.replace(/\r?\n$/, '') };
    end = heredoc.end;
  }
  return { ...command, stdin, end };
}

/** The same up to the operator or line break only. */
export function scanBashCommand(scan: Scan): BashCommand | UnclosedQuote {
  const { text } = scan;
  const builder = createWordBuilder();
  const heredocs: HeredocStart[] = [];
  let stdin: StandardInput | null = null;
  const finished = (): BashCommand => {
    builder.close();
    return { ok: true, words: builder.words, end: scan.at, stdin, heredocs };
  };

  while (scan.at < text.length) {
    const character = text.charAt(scan.at);
    if (isBlank(character)) {
      builder.close();
      scan.at += 1;
    } else if (lineBreakLength(text, scan.at) > 0 || ';|)('.includes(character)) {
      return finished();
    } else if (character === '&' && text[scan.at + 1] !== '>') {
      return finished();
    } else if (character === '#' && !builder.open) {
      while (scan.at < text.length && lineBreakLength(text, scan.at) === 0) scan.at += 1;
    } else if (character === '<' && text[scan.at + 1] !== '(') {
      builder.close();
      const input = readInputRedirection(scan);
      if (!input.ok) return input;
      if (input.heredoc !== null) heredocs.push(input.heredoc);
      if (input.stdin !== null) stdin = input.stdin;
    } else if (character === '>' || character === '&') {
      // A number in front names a stream and is no argument.
      if (/^\d$/.test(builder.text)) builder.drop();
      builder.close();
      const unclosed = skipOutputRedirection(scan);
      if (unclosed !== null) return unclosed;
    } else {
      const start = scan.at;
      const piece = readPiece(scan, builder);
      if (piece === null) {
        // A backtick without a partner closes the one before `curl`.
        if (character !== '`') return unclosedQuote(start);
        scan.at = start;
        return finished();
      }
      if (piece !== undefined) builder.add(piece, start);
    }
  }
  return finished();
}

/** One piece of a word: quoted, escaped, a variable or a character. Null is an open quote; undefined is nothing. */
function readPiece(scan: Scan, builder: WordBuilder): string | null | undefined {
  const { text } = scan;
  const character = text.charAt(scan.at);
  const next = text[scan.at + 1];
  if (character === "'") return readSingleQuoted(scan);
  if (character === '"') return readDoubleQuoted(scan);
  if (character === '\\') {
    if (skipContinuation(scan)) return undefined;
    scan.at += 2;
    return next ?? '';
  }
  if (character === '$' && next === "'") return readAnsiQuoted(scan);
  if (character === '$' && next === '"') {
    scan.at += 1;
    return readDoubleQuoted(scan);
  }
  if (startsExpansion(scan)) return skipExpansion(scan);
  if (character === '<') {
    const end = substitutionEnd(text, scan.at + 1);
    if (end === null) return null;
    const written = text.slice(scan.at, end);
    scan.expansions += 1;
    scan.at = end;
    return written;
  }
  if (!builder.open && '“”„‘’'.includes(character)) {
    const curly = readCurlyQuoted(scan);
    if (curly !== null) return curly;
  }
  scan.at += 1;
  return character;
}

/** A text editor's quotes mean nothing to the shell, but are not what was meant either. */
function readCurlyQuoted(scan: Scan): string | null {
  const closing = '“”„'.includes(scan.text.charAt(scan.at)) ? /[“”„]/g : /[‘’]/g;
  closing.lastIndex = scan.at + 1;
  const match = closing.exec(scan.text);
  if (match === null) return null;
  const inside = scan.text.slice(scan.at + 1, match.index);
  scan.notes.add('typographic_characters');
  scan.at = match.index + 1;
  return inside;
}

/** The word behind a redirection. */
function readTarget(scan: Scan): { text: string; quoted: boolean } | UnclosedQuote {
  const { text } = scan;
  while (isBlank(text[scan.at])) scan.at += 1;
  const from = scan.at;
  const builder = createWordBuilder();
  while (scan.at < text.length) {
    const character = text.charAt(scan.at);
    if (isBlank(character) || lineBreakLength(text, scan.at) > 0 || ';|&<>()'.includes(character)) {
      break;
    }
    const start = scan.at;
    const piece = readPiece(scan, builder);
    if (piece === null) return unclosedQuote(start);
    if (piece !== undefined) builder.add(piece, start);
  }
  return { text: builder.text, quoted: /['"\\]/.test(text.slice(from, scan.at)) };
}

interface InputRedirection {
  readonly ok: true;
  readonly heredoc: HeredocStart | null;
  readonly stdin: StandardInput | null;
}

function readInputRedirection(scan: Scan): InputRedirection | UnclosedQuote {
  const operator = /<<<|<<-?|<&?/y;
  operator.lastIndex = scan.at;
  const sign = operator.exec(scan.text)?.[0] ?? '<';
  scan.at += sign.length;
  const target = readTarget(scan);
  if ('ok' in target) return target;
  if (sign === '<<<') {
    return { ok: true, heredoc: null, stdin: { kind: 'text', text: target.text } };
  }
  if (!sign.startsWith('<<')) return { ok: true, heredoc: null, stdin: { kind: 'file' } };
  return {
    ok: true,
    stdin: null,
    heredoc: { delimiter: target.text, stripTabs: sign === '<<-', literal: target.quoted },
  };
}

function skipOutputRedirection(scan: Scan): UnclosedQuote | null {
  while ('&>|'.includes(scan.text.charAt(scan.at)) && scan.at < scan.text.length) scan.at += 1;
  const target = readTarget(scan);
  return 'ok' in target ? target : null;
}
