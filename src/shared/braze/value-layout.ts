import { parseDocument } from './document';
import type { JsonNode } from './json-node';

/** Deeper values are put in as they are given: laying them out would need the stack. */
const DEEPEST = 100;
/** A list of plain values is kept on one line up to this many characters. */
const SHORT_LIST = 60;

/** How a text is laid out. */
export interface TextLayout {
  /** What one level adds to the left, such as two spaces. */
  readonly unit: string;
  /** Line end. */
  readonly eol: string;
  /** Whether the text has more than one line; without that, what is added stays on one line too. */
  readonly lines: boolean;
}

/** Finds out how a text is laid out, from its first line end and first indented line. Default: two spaces. */
export function layoutOf(text: string): TextLayout {
  const eol = /\r\n|\n|\r/.exec(text)?.[0];
  const unit = /[\r\n]([ \t]+)["[{]/.exec(text)?.[1];
  const isTab = unit?.startsWith('\t') === true;
  return {
    unit: unit === undefined ? '  ' : isTab ? '\t' : unit,
    eol: eol ?? '\n',
    lines: eol !== undefined,
  };
}

/**
 * Writes a JSON text the way its surroundings are written. Numbers and strings keep their spelling; a text
 * that has line ends or comments of its own, or is no JSON, is given back as it is.
 * @param indentation of the line it starts on; null to stay on one line.
 */
export function layOut(value: string, layout: TextLayout, indentation: string | null): string {
  if (!/^\s*[[{]/.test(value) || /[\r\n]|\/[/*]/.test(value)) return value;
  const { root, faults } = parseDocument(value);
  if (root === null || faults.length > 0) return value;
  const source = (node: JsonNode): string => value.slice(node.offset, node.offset + node.length);

  const write = (node: JsonNode, indent: string | null, depth: number): string => {
    if (node.kind !== 'object' && node.kind !== 'array') return source(node);
    if (depth > DEEPEST) return source(node);
    const inner = indent === null ? null : indent + layout.unit;
    if (node.kind === 'object') {
      const fields = [...node.members.values()].map((member) => {
        const name = value.slice(member.keyOffset, member.keyOffset + member.keyLength);
        return `${name}: ${write(member, inner, depth + 1)}`;
      });
      return enclose('{', fields, '}', indent, ' ');
    }
    const isPlain = node.items.every(({ kind }) => kind !== 'object' && kind !== 'array');
    const oneLine = indent === null || (isPlain && node.length <= SHORT_LIST);
    const entries = node.items.map((item) => write(item, oneLine ? null : inner, depth + 1));
    return enclose('[', entries, ']', oneLine ? null : indent, '');
  };

  function enclose(
    open: string,
    parts: readonly string[],
    close: string,
    indent: string | null,
    padding: string,
  ): string {
    if (parts.length === 0) return open + close;
    if (indent === null) return open + padding + parts.join(', ') + padding + close;
    const start = layout.eol + indent + layout.unit;
    return `${open}${start}${parts.join(`,${start}`)}${layout.eol}${indent}${close}`;
  }

  return write(root, indentation, 0);
}
