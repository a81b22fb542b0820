import { startsPercentVariable } from './percent-variable';
import { splitArguments } from './windows-arguments';
import {
  isBlank,
  unclosedQuote,
  type Scan,
  type ShellCommand,
  type StandardInput,
  type UnclosedQuote,
} from './shell-words';

/**
 * Takes a command of cmd.exe apart in the two steps Windows has: the shell removes carets and finds the end of the
 * command, the program then splits its command line into arguments. Variables stay as written, with a note.
 */
export function readCmdCommand(scan: Scan): ShellCommand | UnclosedQuote {
  const { text } = scan;
  const characters: string[] = [];
  const offsets: number[] = [];
  let quoteAt: number | null = null;
  let stdin: StandardInput | null = null;
  const add = (character: string) => {
    characters.push(character);
    offsets.push(scan.at);
  };

  for (; scan.at < text.length; scan.at += 1) {
    const character = text.charAt(scan.at);
    if (character === '\n') break;
    if (character === '\r') continue; // cmd.exe never sees one
    if (character === '%' && startsPercentVariable(text, scan.at)) scan.expansions += 1;
    if (character === '"') {
      quoteAt = quoteAt === null ? scan.at : null;
      add(character);
    } else if (quoteAt !== null) {
      add(character);
    } else if (character === '^') {
      const escaped = skipCaret(scan);
      if (escaped !== '') add(escaped);
    } else if (character === '&' || character === '|') {
      break;
    } else if (character === '<' || character === '>') {
      if (character === '<') stdin = { kind: 'file' };
      if (/[0-9]/.test(characters.at(-1) ?? '') && isBlank(characters.at(-2))) characters.pop();
      offsets.length = characters.length;
      skipTarget(scan);
    } else {
      add(character);
    }
  }
  if (quoteAt !== null) return unclosedQuote(quoteAt);
  const split = splitArguments(characters.join(''), offsets);
  return split.ok
    ? { ok: true, words: split.words, end: Math.min(scan.at, text.length), stdin }
    : split;
}

/**
 * What a caret stands for: the character behind it, without its meaning. At the end of a line it swallows the line
 * break and then does the same to the next character, so that two line breaks are one in the argument.
 */
function skipCaret(scan: Scan): string {
  const { text } = scan;
  let at = scan.at + 1;
  const blanks = /[ \t]+\r?\n/y;
  blanks.lastIndex = at;
  const loose = blanks.exec(text);
  if (loose !== null) {
    scan.notes.add('loose_continuation');
    scan.at = at + loose[0].length - 1;
    return '';
  }
  while (text[at] === '\r') at += 1;
  if (text[at] === '\n') {
    at += 1;
    while (text[at] === '\r') at += 1;
  }
  scan.at = at;
  return text.charAt(at);
}

/** Leaves the place on the last character of the file's name. */
function skipTarget(scan: Scan): void {
  const target = /[<>&]*[ \t]*(?:"[^"\n]*"|[^\s"<>|&])*/y;
  target.lastIndex = scan.at;
  scan.at += Math.max(1, target.exec(scan.text)?.[0].length ?? 1) - 1;
}
