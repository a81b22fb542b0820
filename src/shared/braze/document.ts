import { jsonScanError, jsonToken } from '../lib/json-tokens';
import type { DiagnosticParams } from './diagnostic';
import type { DiagnosticCode } from './diagnostic-codes';
import type { JsonNode } from './json-node';
import {
  booleanNode,
  type BuiltNode,
  isOpen,
  nullNode,
  numberNode,
  type OpenArray,
  openArray,
  type OpenContainer,
  type OpenObject,
  openObject,
  type Place,
  stringNode,
} from './node-builder';
import { type Token, TokenReader } from './token-reader';

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
  /** Whether the text is JSON as it stands: what `JSON.parse` takes, which knows no comments. */
  readonly isPlain: boolean;
}

/** What may come next inside the innermost object or list. */
type Expecting = 'first' | 'entry' | 'separator';

type TextPlace = Pick<Token, 'line' | 'column' | 'offset' | 'length'>;
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

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
  const reader = new TokenReader(text);
  let root: JsonNode | null = null;
  try {
    root = parseTokens(text, reader, faults, repeats);
  } catch (error) {
    if (!(error instanceof BrokenText)) throw error;
  }
  const isPlain =
    root !== null && !reader.hasComments && !text.startsWith('\uFEFF') && faults.every(isHarmless);
  return { text, root, faults, repeats, isPlain };
}

/** Half a pair can be written in JSON. */
function isHarmless({ code }: TextFault): boolean {
  return code === 'JSON.lone_surrogate';
}

function parseTokens(
  text: string,
  reader: TokenReader,
  faults: TextFault[],
  repeats: RepeatedField[],
): JsonNode | null {
  // With neither half a pair nor an escape in the text, no string needs a look.
  const mayHoldLone =
    !text.isWellFormed() || (text.includes('\\u') && ESCAPED_SURROGATE.test(text));

  const fault = (
    code: DiagnosticCode,
    { line, column, offset, length }: TextPlace,
    params: DiagnosticParams = {},
  ): void => {
    faults.push({ code, params: { ...params, line, column }, offset, length });
  };
  const broken = (): BrokenText => {
    const { type, offset, length } = reader;
    const code = type === jsonToken.end ? 'JSON.unclosed' : 'JSON.unexpected';
    fault(code, reader, { found: text.slice(offset, offset + Math.min(length, 40)) });
    return new BrokenText();
  };
  /** Notes what is wrong inside a token. */
  const inspect = (): void => {
    const { type, value, scanError } = reader;
    if (scanError !== jsonScanError.none) {
      const code = SCAN_FAULTS.get(scanError);
      if (code !== undefined) fault(code, reader);
      const { openComment, openString } = jsonScanError;
      if (scanError === openComment || scanError === openString) throw new BrokenText();
    }
    if (mayHoldLone && type === jsonToken.string && LONE_SURROGATE.test(value)) {
      fault('JSON.lone_surrogate', reader);
    }
  };
  const next = (): number => {
    const type = reader.next();
    if (mayHoldLone || reader.scanError !== jsonScanError.none) inspect();
    return type;
  };

  // One for all values, as a builder copies it.
  const where: Mutable<Place> = {
    parent: null,
    key: null,
    offset: 0,
    length: 0,
    keyOffset: 0,
    keyLength: 0,
  };
  /** Makes the node of a scalar, or opens the object or list that a token begins. */
  const build = (type: number): BuiltNode => {
    where.offset = reader.offset;
    where.length = reader.length;
    switch (type) {
      case jsonToken.string:
        return stringNode(where, reader.value);
      case jsonToken.openBrace:
        return openObject(where);
      case jsonToken.openBracket:
        return openArray(where);
      case jsonToken.number:
        return numberNode(where, Number(reader.value), reader.value);
      case jsonToken.true:
      case jsonToken.false:
        return booleanNode(where, type === jsonToken.true);
      case jsonToken.null:
        return nullNode(where);
      default:
        throw broken();
    }
  };

  const item = (list: OpenArray, type: number): BuiltNode => {
    where.parent = list;
    where.key = list.items.length;
    where.keyOffset = 0;
    where.keyLength = 0;
    const node = build(type);
    list.items.push(node);
    return node;
  };

  const member = (object: OpenObject, type: number): BuiltNode => {
    if (type !== jsonToken.string) throw broken();
    const { value: key, line, column } = reader;
    where.parent = object;
    where.key = key;
    where.keyOffset = reader.offset;
    where.keyLength = reader.length;
    if (next() !== jsonToken.colon) throw broken();
    const node = build(next());
    const earlier = object.members.get(key);
    if (earlier !== undefined) {
      repeats.push({ earlier, later: node, line, column });
      // A Map keeps a first place; the later value stands later.
      object.members.delete(key);
    }
    object.members.set(key, node);
    return node;
  };

  const first = next();
  if (first === jsonToken.end) {
    fault('JSON.empty', reader);
    return null;
  }
  const root = build(first);
  let open: OpenContainer | null = isOpen(root) ? root : null;
  let expecting: Expecting = 'first';
  const comma: Mutable<TextPlace> = { line: 1, column: 1, offset: 0, length: 1 };
  while (open !== null) {
    const type = next();
    const isObject: boolean = open.kind === 'object';
    if (type === (isObject ? jsonToken.closeBrace : jsonToken.closeBracket)) {
      if (expecting === 'entry') fault('JSON.trailing_comma', comma);
      open.length = reader.offset + reader.length - open.offset;
      open = open.parent;
      expecting = 'separator';
      continue;
    }
    if (expecting === 'separator') {
      if (type === jsonToken.comma) {
        comma.line = reader.line;
        comma.column = reader.column;
        comma.offset = reader.offset;
        expecting = 'entry';
        continue;
      }
      const isEntry = isObject ? type === jsonToken.string : isValueStart(type);
      if (!isEntry) throw broken();
      fault('JSON.missing_comma', reader);
    }
    const node: BuiltNode = open.kind === 'object' ? member(open, type) : item(open, type);
    if (isOpen(node)) open = node;
    expecting = isOpen(node) ? 'first' : 'separator';
  }
  if (next() !== jsonToken.end) {
    fault('JSON.trailing_text', reader);
    return null;
  }
  return root;
}

function isValueStart(type: number): boolean {
  return (
    type === jsonToken.openBrace ||
    type === jsonToken.openBracket ||
    (type >= jsonToken.null && type <= jsonToken.number)
  );
}
