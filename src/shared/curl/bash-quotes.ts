import { skipExpansion, startsExpansion } from './bash-expansion';
import { lineBreakLength, type Scan } from './shell-words';

/** Reads `'…'`; the place is at the opening quote and moves behind the closing one. Null when there is none. */
export function readSingleQuoted(scan: Scan): string | null {
  const end = scan.text.indexOf("'", scan.at + 1);
  if (end === -1) return null;
  const inside = scan.text.slice(scan.at + 1, end);
  scan.at = end + 1;
  return inside;
}

/**
 * Reads `"…"`: a backslash counts only before `$`, a backtick, `"`, itself and a line break. Variables and commands
 * stay as written. Null when the quote has no end.
 */
export function readDoubleQuoted(scan: Scan): string | null {
  const { text } = scan;
  const pieces: string[] = [];
  let from = scan.at + 1;
  scan.at = from;
  while (scan.at < text.length) {
    const character = text[scan.at];
    if (character === '"') {
      pieces.push(text.slice(from, scan.at));
      scan.at += 1;
      return pieces.join('');
    }
    if (character === '\\') {
      const next = text[scan.at + 1] ?? '';
      const lineBreak = lineBreakLength(text, scan.at + 1);
      if (lineBreak > 0 || '$`"\\'.includes(next)) {
        pieces.push(text.slice(from, scan.at));
        from = scan.at + 1 + lineBreak;
        scan.at = lineBreak > 0 ? from : scan.at + 2;
      } else {
        scan.at += 1;
      }
    } else if (startsExpansion(scan)) {
      pieces.push(text.slice(from, scan.at));
      const expansion = skipExpansion(scan);
      if (expansion === null) return null;
      pieces.push(expansion);
      from = scan.at;
    } else {
      scan.at += 1;
    }
  }
  return null;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

const numericEscape =
  /\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|c([^]))/y;

/** Reads the inside of `$'…'`; the place is at the `$` and moves behind the closing quote. Null without an end. */
export function readAnsiQuoted(scan: Scan): string | null {
  const { text } = scan;
  const pieces: string[] = [];
  let bytes = '';
  const flush = () => {
    if (bytes !== '') pieces.push(textOfBytes(bytes));
    bytes = '';
  };
  scan.at += 2;
  while (scan.at < text.length) {
    const character = text.charAt(scan.at);
    if (character === "'") {
      flush();
      scan.at += 1;
      // A zero byte ends the string for the shell; what follows it never reaches curl.
      return pieces.join('').split('\0', 1)[0] ?? '';
    }
    if (character !== '\\') {
      flush();
      pieces.push(character);
      scan.at += 1;
      continue;
    }
    numericEscape.lastIndex = scan.at;
    const match = numericEscape.exec(text);
    if (match === null) {
      flush();
      const next = text.charAt(scan.at + 1);
      pieces.push(simpleEscapes[next] ?? `\\${next}`);
      scan.at += 2;
      continue;
    }
    const [whole, hex, short, long, octal, control] = match;
    scan.at += whole.length;
    const byte =
      hex !== undefined ? parseInt(hex, 16) : octal !== undefined ? parseInt(octal, 8) : null;
    if (byte !== null && (byte & 0xff) >= 0x80) {
      bytes += `%${(byte & 0xff).toString(16)}`;
      continue;
    }
    flush();
    if (byte !== null) pieces.push(String.fromCharCode(byte & 0xff));
    else if (control !== undefined) pieces.push(String.fromCharCode(control.charCodeAt(0) & 0x1f));
    else pieces.push(codePoint(parseInt(short ?? long ?? '0', 16)));
  }
  return null;
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** Bytes, percent-encoded, as UTF-8; some programs that copy commands mean one character by each, then they are that. */
function textOfBytes(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }
}
