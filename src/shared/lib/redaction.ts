/** What stands where a key was. */
export const redactedKey = '[key removed]';

/** Keys shorter than this cannot be told from ordinary text and are refused when they are set. */
export const minKeyLength = 4;

/**
 * Makes a function that removes every given secret from a text, however it is written there: as it is, in
 * another letter case, with JSON, percent or HTML escapes for any of its characters, or in base64 at any of
 * the three alignments (alone or inside `Bearer …`). Scrub before cutting a text, never after: half a key
 * would not be found.
 */
export function createScrubber(secrets: readonly string[]): (text: string) => string {
  const patterns = [...new Set(secrets)]
    .filter((secret) => secret.length >= minKeyLength)
    // Longest first, so that a key that contains another one goes as a whole.
    .sort((a, b) => b.length - a.length)
    .flatMap((secret) => [escapedPattern(secret), ...base64Patterns(secret)]);
  if (patterns.length === 0) return (text) => text;
  return (text) => patterns.reduce((rest, pattern) => rest.replace(pattern, redactedKey), text);
}

/** Each JSON inside JSON doubles the backslashes of an escape. */
const backslashes = '\\\\{1,16}';
/** Where a match begins: a run is looked at from its start only, or a long one would cost its square. */
const firstBackslashes = '(?<!\\\\)\\\\+';

function escapedPattern(secret: string): RegExp {
  const source = Array.from({ length: secret.length }, (_, index) => {
    const character = secret.charAt(index);
    const code = character.charCodeAt(0);
    const hex = code.toString(16);
    const literal = character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    const escapes =
      code < 0x80
        ? `u00${hex.padStart(2, '0')}|x${hex.padStart(2, '0')}`
        : `u${hex.padStart(4, '0')}`;
    const forms = [
      literal,
      `${index === 0 ? firstBackslashes : backslashes}(?:${escapes})`,
      `&#x0*${hex};`,
      `&#0*${code};`,
    ];
    // A doubly escaped percent sign (`%252D`) is what a log of a URL inside a URL shows.
    if (code < 0x80) forms.push(`%(?:25)*${hex.padStart(2, '0')}`);
    if (/[\\"/]/.test(character)) forms.push(`${backslashes}${literal}`);
    return `(?:${forms.join('|')})`;
  }).join('');
  return new RegExp(source, 'gi');
}

/** The part of base64 that depends on the secret alone, for each of the three places it can start at. */
function base64Patterns(secret: string): RegExp[] {
  // Below this the stable part is a few characters and would hit ordinary text.
  if (secret.length < 8) return [];
  const bytes = utf8Bytes(secret);
  return [0, 1, 2].map((shift) => {
    const encoded = base64([...new Array<number>(shift).fill(0), ...bytes]);
    const skip = shift === 0 ? 0 : shift + 1;
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    const stable = encoded.slice(skip, whole);
    const source = stable.replace(/[+/]/g, (character) =>
      character === '+' ? '(?:\\+|-|%2B)' : '(?:/|_|%2F|\\\\/)',
    );
    return new RegExp(`[A-Za-z0-9+/_-]{0,${skip}}${source}[A-Za-z0-9+/_-]{0,2}={0,2}`, 'g');
  });
}

const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const a = bytes[index] ?? 0;
    const b = bytes[index + 1];
    const c = bytes[index + 2];
    text += base64Alphabet.charAt(a >> 2);
    text += base64Alphabet.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    if (b !== undefined) text += base64Alphabet.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    if (c !== undefined) text += base64Alphabet.charAt(c & 63);
  }
  return text;
}

/** UTF-8 by hand: this room has neither Node nor a DOM. */
function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return bytes;
}
