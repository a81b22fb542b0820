import { substitutionEnd } from './bash-expansion';
import { createScan, lineBreakLength, type Scan } from './shell-words';

/** PowerShell takes a text editor's quotes for its own. */
export const singleQuotes = "'‘’‚‛";
/** The same for double quotes. */
export const doubleQuotes = '"“”„';

const escapes: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const unicodeEscape = /`u\{([0-9A-Fa-f]{1,6})\}/y;

/** What a backtick and the character behind it stand for; the place moves behind both. */
export function readBacktick(scan: Scan): string {
  unicodeEscape.lastIndex = scan.at;
  const unicode = unicodeEscape.exec(scan.text);
  if (unicode !== null) {
    scan.at += unicode[0].length;
    const code = parseInt(unicode[1] ?? '0', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  const next = scan.text.charAt(scan.at + 1);
  scan.at += 2;
  return escapes[next] ?? next;
}

/**
 * Reads a string or here-string whose first character is at the place, and moves behind it. Undefined when there is
 * none at the place, null when it has no end. Variables stay as written, with a note.
 */
export function readString(scan: Scan): string | null | undefined {
  const character = scan.text.charAt(scan.at);
  if (character === '@') return readHereString(scan);
  if (character !== '' && singleQuotes.includes(character)) return readSingle(scan);
  if (character !== '' && doubleQuotes.includes(character)) return readDouble(scan);
  return undefined;
}

function readSingle(scan: Scan): string | null {
  const { text } = scan;
  const pieces: string[] = [];
  const quote = /['‘’‚‛]/g;
  let from = scan.at + 1;
  for (;;) {
    quote.lastIndex = from;
    const match = quote.exec(text);
    if (match === null) return null;
    pieces.push(text.slice(from, match.index));
    const second = text.charAt(match.index + 1);
    if (second === '' || !singleQuotes.includes(second)) {
      scan.at = match.index + 1;
      return pieces.join('');
    }
    pieces.push(second);
    from = match.index + 2;
  }
}

function readDouble(scan: Scan): string | null {
  const { text } = scan;
  const pieces: string[] = [];
  scan.at += 1;
  while (scan.at < text.length) {
    const character = text.charAt(scan.at);
    if (character === '`') pieces.push(readBacktick(scan));
    else if (doubleQuotes.includes(character)) {
      const second = text.charAt(scan.at + 1);
      if (second === '' || !doubleQuotes.includes(second)) {
        scan.at += 1;
        return pieces.join('');
      }
      pieces.push(second);
      scan.at += 2;
    } else if (character === '$') {
      const expansion = readVariable(scan);
      if (expansion === null) return null;
      pieces.push(expansion);
    } else {
      pieces.push(character);
      scan.at += 1;
    }
  }
  return null;
}

/** `$name`, `${name}`, `$env:NAME` or `$(…)` as written; a lone `$` as itself; null when a bracket has no end. */
export function readVariable(scan: Scan): string | null {
  const end = variableEnd(scan.text, scan.at);
  if (end === null) return null;
  const written = scan.text.slice(scan.at, end);
  if (written !== '$') scan.expansions += 1;
  scan.at = end;
  return written;
}

function variableEnd(text: string, at: number): number | null {
  if (text[at + 1] === '(') return substitutionEnd(text, at + 1, '`');
  if (text[at + 1] === '{') {
    const close = text.indexOf('}', at);
    return close === -1 ? null : close + 1;
  }
  const name = /\$[A-Za-z_][A-Za-z0-9_]*(?::[A-Za-z_][A-Za-z0-9_]*)?/y;
  name.lastIndex = at;
  return at + (name.exec(text)?.[0].length ?? 1);
}

function readHereString(scan: Scan): string | null | undefined {
  const { text } = scan;
  const open = /@(['‘’‚‛]|["“”„])[ \t]*\r?\n/y;
  open.lastIndex = scan.at;
  const match = open.exec(text);
  if (match === null) return undefined;
  const literal = singleQuotes.includes(match[1] ?? '');
  const from = scan.at + match[0].length;
  const close = literal ? /\r?\n['‘’‚‛]@/g : /\r?\n["“”„]@/g;
  // An empty one closes on the very next line.
  close.lastIndex = from - 1;
  const end = close.exec(text);
  if (end === null) return null;
  const inside = text.slice(from, Math.max(from, end.index));
  scan.at = end.index + end[0].length;
  return literal ? inside : expandableText(inside, scan);
}

/** The inside of `@" … "@`: backticks count, quotes do not. */
function expandableText(inside: string, outer: Scan): string {
  const scan = createScan(inside, 0, outer.notes);
  const pieces: string[] = [];
  while (scan.at < inside.length) {
    const character = inside.charAt(scan.at);
    if (character === '`' && lineBreakLength(inside, scan.at + 1) > 0) {
      pieces.push('\n');
      scan.at += 1 + lineBreakLength(inside, scan.at + 1);
    } else if (character === '`') pieces.push(readBacktick(scan));
    else if (character === '$') {
      const expansion = readVariable(scan);
      if (expansion === null) {
        pieces.push(inside.slice(scan.at));
        break;
      }
      pieces.push(expansion);
    } else {
      pieces.push(character);
      scan.at += 1;
    }
  }
  outer.expansions += scan.expansions;
  return pieces.join('');
}
