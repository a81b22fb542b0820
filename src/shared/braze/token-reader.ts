import { createScanner } from 'jsonc-parser';
import { jsonScanError, jsonToken } from '../lib/json-tokens';

/** One token that is neither white space nor comment. */
export interface Token {
  readonly type: number;
  /** What a string says, the source of another value; empty for punctuation. */
  readonly value: string;
  readonly offset: number;
  readonly length: number;
  readonly scanError: number;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** A backslash or a control character. */
const unusual = /[\\\0-\x1f]/;
const plainNumber = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?=[ \t\r\n,\]}:]|$)/y;
const plainWord = /(?:null|true|false)(?=[ \t\r\n,\]}:]|$)/y;

/**
 * Reads the tokens of a JSON-with-comments text one after another; a byte order mark is skipped. A
 * comment that never ends is given as an unknown token.
 *
 * What is written plainly is read here, several times as fast as the scanner reads it; everything else is the
 * scanner's: comments, escapes, and whatever is wrong.
 *
 * The reader itself is the token it read last, and a class: bodies have tens of thousands of tokens, an object for
 * each takes as long as reading it, and closures twice as long as methods.
 */
export class TokenReader implements Token {
  type: number = jsonToken.unknown;
  value = '';
  offset = 0;
  length = 0;
  scanError: number = jsonScanError.none;
  line = 1;
  column = 1;
  /** Whether a comment stood before one of the tokens so far. */
  hasComments = false;

  readonly #text: string;
  #at: number;
  #line = 1;
  #lineStart = 0;
  /** Without escapes and control characters anywhere, as in JSON on one line, a string ends at the next quote. */
  readonly #isSimple: boolean;
  #scanner: ReturnType<typeof createScanner> | null = null;

  constructor(text: string) {
    this.#text = text;
    this.#isSimple = !unusual.test(text);
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** Goes on to the next token and gives its type. */
  next(): number {
    const code = this.#skipSpace();
    switch (code) {
      case quote:
        return this.#string();
      case comma:
        return this.#take(jsonToken.comma, '', 1);
      case colon:
        return this.#take(jsonToken.colon, '', 1);
      case openBrace:
        return this.#take(jsonToken.openBrace, '', 1);
      case closeBrace:
        return this.#take(jsonToken.closeBrace, '', 1);
      case openBracket:
        return this.#take(jsonToken.openBracket, '', 1);
      case closeBracket:
        return this.#take(jsonToken.closeBracket, '', 1);
      default:
        return code === minus || (code >= zero && code <= nine) ? this.#number() : this.#word();
    }
  }

  #take(type: number, value: string, length: number): number {
    this.type = type;
    this.value = value;
    this.offset = this.#at;
    this.length = length;
    this.scanError = jsonScanError.none;
    this.line = this.#line;
    this.column = this.#at - this.#lineStart + 1;
    this.#at += length;
    return type;
  }

  /** The code of what comes behind white space; -1 at the end. */
  #skipSpace(): number {
    const text = this.#text;
    for (let at = this.#at; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === lineFeed || code === carriageReturn) {
        if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at += 1;
        this.#line += 1;
        this.#lineStart = at + 1;
      } else if (code !== space && code !== tab) {
        this.#at = at;
        return code;
      }
    }
    this.#at = text.length;
    return -1;
  }

  /** A text without escapes and control characters. */
  #string(): number {
    const text = this.#text;
    const start = this.#at + 1;
    if (this.#isSimple) {
      const end = text.indexOf('"', start);
      if (end < 0) return this.#scan();
      return this.#take(jsonToken.string, text.slice(start, end), end + 2 - start);
    }
    for (let at = start; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        return this.#take(jsonToken.string, text.slice(start, at), at + 2 - start);
      }
      if (code === backslash || code < space) break;
    }
    return this.#scan();
  }

  #number(): number {
    const found = this.#match(plainNumber);
    return found === null ? this.#scan() : this.#take(jsonToken.number, found, found.length);
  }

  #word(): number {
    const found = this.#match(plainWord);
    if (found === null) return this.#scan();
    const { null: nothing, true: yes, false: no } = jsonToken;
    const type = found === 'null' ? nothing : found === 'true' ? yes : no;
    return this.#take(type, found, found.length);
  }

  /** What a pattern finds right here; null for nothing. */
  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text) ? this.#text.slice(this.#at, pattern.lastIndex) : null;
  }

  #scan(): number {
    const scanner = (this.#scanner ??= createScanner(this.#text, false));
    scanner.setPosition(this.#at);
    for (;;) {
      let type: number = scanner.scan();
      const scanError: number = scanner.getTokenError();
      if (type === jsonToken.blockComment && scanError === jsonScanError.openComment) {
        type = jsonToken.unknown;
      }
      if (type >= jsonToken.lineComment && type <= jsonToken.space) {
        this.hasComments ||= type <= jsonToken.blockComment;
        continue;
      }
      const offset = scanner.getTokenOffset();
      this.#countLines(offset);
      this.#at = offset;
      this.#take(type, scanner.getTokenValue(), scanner.getTokenLength());
      this.scanError = scanError;
      return type;
    }
  }

  #countLines(to: number): void {
    const from = this.#at;
    for (const found of this.#text.slice(from, to).matchAll(/\r\n|\n|\r/g)) {
      this.#line += 1;
      this.#lineStart = from + found.index + found[0].length;
    }
  }
}
