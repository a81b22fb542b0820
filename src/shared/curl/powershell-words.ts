import { substitutionEnd } from './bash-expansion';
import { splitArguments, unescapeQuotes } from './windows-arguments';
import { readBacktick, readString, readVariable } from './powershell-strings';
import {
  createWordBuilder,
  isBlank,
  lineBreakLength,
  skipContinuation,
  unclosedQuote,
  type Scan,
  type ShellCommand,
  type ShellWord,
  type UnclosedQuote,
} from './shell-words';

/**
 * Takes a command of PowerShell apart, up to the operator, bracket or line break that ends it. Variables stay as
 * written, with a note.
 *
 * Whether a program gets the double quotes of an argument as written or has to find them escaped by a backslash
 * depends on the version. An argument whose first one is escaped is taken for the latter, and so are all where the
 * text asks for it by name.
 */
export function readPowershellCommand(scan: Scan): ShellCommand | UnclosedQuote {
  const { text } = scan;
  const builder = createWordBuilder();
  const legacy = /\$PSNativeCommandArgumentPassing\s*=\s*['"]?Legacy/i.test(text.slice(0, scan.at));
  let depth = 0;
  let verbatim: readonly ShellWord[] = [];

  while (scan.at < text.length) {
    const character = text.charAt(scan.at);
    const start = scan.at;
    if (isBlank(character)) {
      builder.close();
      scan.at += 1;
      continue;
    }
    if (lineBreakLength(text, scan.at) > 0 || '|;&)'.includes(character)) break;
    if (character === '}' && depth === 0) break;
    if (!builder.open) {
      if (character === '#') {
        skipToLineBreak(scan);
        continue;
      }
      if (text.startsWith('--%', scan.at)) {
        const rest = readVerbatim(scan);
        if (!rest.ok) return rest;
        verbatim = rest.words;
        break;
      }
      depth = 0;
    }
    if (character === '>') {
      if (/^[\d*]$/.test(builder.text)) builder.drop();
      builder.close();
      skipTarget(scan);
      continue;
    }
    if (character === '`') {
      if (!skipContinuation(scan)) builder.add(readBacktick(scan), start);
      continue;
    }
    const quoted = readString(scan);
    if (quoted === null) return unclosedQuote(start);
    if (quoted !== undefined) {
      const first = !builder.open;
      builder.add(quoted, start);
      // What follows the closing quote of a word that began with one is the next argument.
      if (first) builder.close();
      continue;
    }
    if (character === '$') {
      const variable = readVariable(scan);
      if (variable === null) return unclosedQuote(start);
      builder.add(variable, start);
    } else if (character === '(') {
      const end = substitutionEnd(text, scan.at, '`');
      if (end === null) return unclosedQuote(start);
      scan.expansions += 1;
      builder.add(text.slice(start, end), start);
      scan.at = end;
    } else {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      builder.add(character, start);
      scan.at += 1;
    }
  }
  builder.close();
  const words = builder.words.map((word) => ({ ...word, text: received(word.text, legacy) }));
  return { ok: true, words: [...words, ...verbatim], end: scan.at, stdin: null };
}

function received(argument: string, legacy: boolean): string {
  const firstQuote = argument.indexOf('"');
  if (firstQuote === -1) return argument;
  const escaped = firstQuote > 0 && argument[firstQuote - 1] === '\\';
  return legacy || escaped ? unescapeQuotes(argument) : argument;
}

function skipToLineBreak(scan: Scan): void {
  while (scan.at < scan.text.length && lineBreakLength(scan.text, scan.at) === 0) scan.at += 1;
}

/** `--%` hands the rest of the line to the program as it is. */
function readVerbatim(scan: Scan): ReturnType<typeof splitArguments> {
  const from = scan.at + 3;
  skipToLineBreak(scan);
  const line = scan.text.slice(from, scan.at);
  return splitArguments(
    line,
    Array.from({ length: line.length }, (_, index) => from + index),
  );
}

function skipTarget(scan: Scan): void {
  const target = />+(?:&1)?[ \t]*[^\s|;&]*/y;
  target.lastIndex = scan.at;
  scan.at += Math.max(1, target.exec(scan.text)?.[0].length ?? 1);
}
