import { createScanner, parse, type ParseError } from 'jsonc-parser';
import { jsonToken } from './json-tokens';
import { resolveText, type VariableLookup, wholePlaceholderName } from './variables';

/** A body as it would leave, or the place at which its text stops being JSON. */
export type WireBody =
  | {
      readonly ok: true;
      /** Compact JSON. Number literals and strings without variables are the author's own characters. */
      readonly json: string;
      readonly value: unknown;
      /** Names without a value, each once, in order of appearance. */
      readonly unresolved: readonly string[];
      /** Names of `json` variables whose value is not JSON. */
      readonly notJson: readonly string[];
    }
  | TextError;

/** Where a text is broken: `offset` in UTF-16 units from 0; `line` and `column` from 1. */
export interface TextError {
  readonly ok: false;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Makes the body that is sent from the text that is edited: comments and trailing commas go, variables get
 * their values, and nothing else changes, so that 1e400 or a 30-digit number leaves as it was written.
 */
export function composeWireBody(text: string, lookup: VariableLookup): WireBody {
  const unresolved = new Set<string>();
  const notJson = new Set<string>();
  const parts: string[] = [];
  const scanner = createScanner(text, false);
  let commaPending = false;
  if (text.charCodeAt(0) === 0xfeff) scanner.setPosition(1);

  for (let token = scanner.scan(); token !== jsonToken.end; token = scanner.scan()) {
    switch (token) {
      case jsonToken.lineComment:
      case jsonToken.blockComment:
      case jsonToken.lineBreak:
      case jsonToken.space:
        continue;
      case jsonToken.comma:
        if (commaPending) return textError(text, scanner.getTokenOffset());
        commaPending = true;
        continue;
      case jsonToken.closeBrace:
      case jsonToken.closeBracket:
        // Only a comma that follows a value is a trailing one; `[,]` stays broken.
        if (commaPending && /^[[{,:]?$/.test(parts.at(-1) ?? '')) parts.push(',');
        commaPending = false;
        parts.push(
          text.slice(scanner.getTokenOffset(), scanner.getTokenOffset() + scanner.getTokenLength()),
        );
        continue;
      default:
    }
    if (commaPending) {
      parts.push(',');
      commaPending = false;
    }
    const raw = text.slice(
      scanner.getTokenOffset(),
      scanner.getTokenOffset() + scanner.getTokenLength(),
    );
    parts.push(
      token === jsonToken.string && raw.includes('{{')
        ? resolveString(raw, lookup, unresolved, notJson)
        : raw,
    );
  }
  if (commaPending) parts.push(',');

  const json = parts.join('');
  try {
    return {
      ok: true,
      json,
      value: JSON.parse(json),
      unresolved: [...unresolved],
      notJson: [...notJson],
    };
  } catch {
    return textError(text, firstErrorOffset(text));
  }
}

function resolveString(
  raw: string,
  lookup: VariableLookup,
  unresolved: Set<string>,
  notJson: Set<string>,
): string {
  let decoded: unknown;
  try {
    decoded = JSON.parse(raw);
  } catch {
    return raw; // the final JSON.parse reports it with its place
  }
  if (typeof decoded !== 'string') return raw;

  const wholeName = wholePlaceholderName(decoded);
  const variable = wholeName === null ? null : lookup(wholeName);
  if (wholeName !== null && variable !== null && variable.kind === 'json') {
    // Its own placeholders are resolved too, but may not nest typed values: that would hide what is sent.
    const inner = composeWireBody(variable.value, () => null);
    if (!inner.ok) {
      notJson.add(wholeName);
      return raw;
    }
    for (const name of inner.unresolved) unresolved.add(name);
    return inner.json;
  }

  const resolved = resolveText(decoded, lookup, (name) => unresolved.add(name));
  return resolved === decoded ? raw : JSON.stringify(resolved);
}

function firstErrorOffset(text: string): number {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { allowTrailingComma: true });
  } catch {
    return 0; // nested too deep for the parser
  }
  return errors[0]?.offset ?? Math.max(0, text.trimEnd().length - 1);
}

/** Line and column, from 1, of an offset; `\r\n`, `\n` and `\r` end a line. */
export function textError(text: string, offset: number): TextError {
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < offset; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) {
      line += 1;
      lineStart = index + 1;
    }
  }
  return { ok: false, offset, line, column: offset - lineStart + 1 };
}
