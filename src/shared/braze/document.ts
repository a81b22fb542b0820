import { jsonScanError, jsonToken } from '../lib/json-tokens';
import type { DiagnosticParams } from './diagnostic';
import type { DiagnosticCode } from './diagnostic-codes';
import type { JsonNode } from './json-node';
import {
  booleanNode,
  nullNode,
  numberNode,
  openArray,
  type OpenContainer,
  openObject,
  type Place,
  stringNode,
} from './node-builder';
import { type Token, createTokenReader } from './token-reader';

/** Something wrong with the text itself. */
export interface TextFault {
  readonly code: DiagnosticCode;
  readonly params: DiagnosticParams;
  readonly offset: number;
  readonly length: number;
}

/** A field that an object has more than once; `node` is a value that an earlier one held. */
export interface RepeatedField {
  readonly earlier: JsonNode;
  readonly later: JsonNode;
  /** Line and column of the later field name, from 1. */
  readonly line: number;
  readonly column: number;
}

/** A parsed text. */
export interface JsonDocument {
  readonly text: string;
  /** Null when the text is empty or broken so that its structure is unknown. */
  readonly root: JsonNode | null;
  readonly faults: readonly TextFault[];
  readonly repeats: readonly RepeatedField[];
}

/** What may come next inside the innermost object or list. */
type Expecting = 'first' | 'entry' | 'separator';

interface Frame {
  readonly node: OpenContainer;
  expecting: Expecting;
}

const SCAN_FAULTS: ReadonlyMap<number, DiagnosticCode> = new Map<number, DiagnosticCode>([
  [jsonScanError.openString, 'JSON.unclosed'],
  [jsonScanError.openComment, 'JSON.unclosed'],
  [jsonScanError.openNumber, 'JSON.bad_number'],
  [jsonScanError.badUnicode, 'JSON.bad_escape'],
  [jsonScanError.badEscape, 'JSON.bad_escape'],
  [jsonScanError.badCharacter, 'JSON.bad_character'],
]);

/** Half of a surrogate pair without the other half. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** A surrogate, escaped. */
const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;

/** Carries a fault out of the parser where the structure after it is unknown. */
class BrokenText extends Error {}

/**
 * Parses JSON with comments into nodes that know their places. Never throws and needs no stack, so
 * 100,000 nested levels are as good as one. Trailing commas and missing commas are noted and read
 * past; after any other fault of structure there is no root.
 */
export function parseDocument(text: string): JsonDocument {
  const faults: TextFault[] = [];
  const repeats: RepeatedField[] = [];
  try {
    const root = parseTokens(text, faults, repeats);
    return { text, root, faults, repeats };
  } catch (error) {
    if (!(error instanceof BrokenText)) throw error;
    return { text, root: null, faults, repeats };
  }
}

function parseTokens(text: string, faults: TextFault[], repeats: RepeatedField[]): JsonNode | null {
  const read = createTokenReader(text);
  // With neither half a pair nor an escape in the text, no string needs a look.
  const mayHoldLone =
    !text.isWellFormed() || (text.includes('\\u') && ESCAPED_SURROGATE.test(text));

  const fault = (code: DiagnosticCode, at: Token, params: DiagnosticParams = {}): void => {
    const { line, column, offset, length } = at;
    faults.push({ code, params: { ...params, line, column }, offset, length });
  };
  const broken = (at: Token): BrokenText => {
    const code = at.type === jsonToken.end ? 'JSON.unclosed' : 'JSON.unexpected';
    fault(code, at, { found: text.slice(at.offset, at.offset + Math.min(at.length, 40)) });
    return new BrokenText();
  };
  const next = (): Token => {
    const token = read();
    if (token.scanError !== jsonScanError.none) {
      const code = SCAN_FAULTS.get(token.scanError);
      if (code !== undefined) fault(code, token);
      const { openComment, openString } = jsonScanError;
      if (token.scanError === openComment || token.scanError === openString) throw new BrokenText();
    }
    if (mayHoldLone && token.type === jsonToken.string && LONE_SURROGATE.test(token.value)) {
      fault('JSON.lone_surrogate', token);
    }
    return token;
  };

  const stack: Frame[] = [];
  let root: JsonNode | null = null;

  /** Puts a finished scalar or a just opened object or list in its place. */
  const place = (node: JsonNode, keyToken: Token | null): void => {
    const parent = stack.at(-1)?.node;
    if (parent === undefined) root = node;
    else if (parent.kind === 'array') parent.items.push(node);
    else if (keyToken !== null) {
      const earlier = parent.members.get(keyToken.value);
      if (earlier !== undefined) {
        const { line, column } = keyToken;
        repeats.push({ earlier, later: node, line, column });
        // A Map keeps a first place; the later value stands later.
        parent.members.delete(keyToken.value);
      }
      parent.members.set(keyToken.value, node);
    }
  };

  const value = (token: Token, keyToken: Token | null): void => {
    const parent = stack.at(-1)?.node ?? null;
    const where: Place = {
      parent,
      key: parent?.kind === 'array' ? parent.items.length : (keyToken?.value ?? null),
      offset: token.offset,
      length: token.length,
      keyOffset: keyToken?.offset ?? 0,
      keyLength: keyToken?.length ?? 0,
    };
    if (token.type === jsonToken.openBrace || token.type === jsonToken.openBracket) {
      const node = token.type === jsonToken.openBrace ? openObject(where) : openArray(where);
      place(node, keyToken);
      stack.push({ node, expecting: 'first' });
    } else if (token.type === jsonToken.string) {
      place(stringNode(where, token.value), keyToken);
    } else if (token.type === jsonToken.number) {
      place(numberNode(where, Number(token.value), token.value), keyToken);
    } else if (token.type === jsonToken.true || token.type === jsonToken.false) {
      place(booleanNode(where, token.type === jsonToken.true), keyToken);
    } else if (token.type === jsonToken.null) {
      place(nullNode(where), keyToken);
    } else {
      throw broken(token);
    }
  };

  const entry = (frame: Frame, token: Token): void => {
    frame.expecting = 'separator';
    if (frame.node.kind === 'array') {
      value(token, null);
      return;
    }
    if (token.type !== jsonToken.string) throw broken(token);
    const colon = next();
    if (colon.type !== jsonToken.colon) throw broken(colon);
    value(next(), token);
  };

  const first = next();
  if (first.type === jsonToken.end) {
    fault('JSON.empty', first);
    return null;
  }
  value(first, null);
  let comma: Token | null = null;
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const token = next();
    const closes = frame.node.kind === 'object' ? jsonToken.closeBrace : jsonToken.closeBracket;
    if (token.type === closes) {
      if (frame.expecting === 'entry' && comma !== null) fault('JSON.trailing_comma', comma);
      frame.node.length = token.offset + token.length - frame.node.offset;
      stack.pop();
    } else if (frame.expecting !== 'separator') {
      entry(frame, token);
    } else if (token.type === jsonToken.comma) {
      comma = token;
      frame.expecting = 'entry';
    } else if (
      frame.node.kind === 'object' ? token.type === jsonToken.string : isValueStart(token)
    ) {
      fault('JSON.missing_comma', token);
      entry(frame, token);
    } else {
      throw broken(token);
    }
  }
  const rest = next();
  if (rest.type !== jsonToken.end) {
    fault('JSON.trailing_text', rest);
    return null;
  }
  return root;
}

function isValueStart(token: Token): boolean {
  return (
    token.type === jsonToken.openBrace ||
    token.type === jsonToken.openBracket ||
    (token.type >= jsonToken.null && token.type <= jsonToken.number)
  );
}
