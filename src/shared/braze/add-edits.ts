import type { ArrayNode, JsonNode, ObjectNode } from './json-node';
import { commaAfter } from './text-commas';
import type { TextEdit } from './text-edit';

/** The kind of line end a text has first; a line feed where it has none. */
export function endOfLine(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** Indentation of the line a position is on; null where something else stands before it. */
export function indentationAt(text: string, at: number): string | null {
  let start = at;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  const isLineStart = start > 0 && (text[start - 1] === '\n' || text[start - 1] === '\r');
  return isLineStart ? text.slice(start, at) : null;
}

const commentedLine = /[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*)?(?=[\r\n]|$)/y;

/** End of the line when only blanks and one comment stand on it from a position on. */
export function endOfCommentedLine(text: string, from: number): number | null {
  const line = new RegExp(commentedLine);
  line.lastIndex = from;
  return line.test(text) ? line.lastIndex : null;
}

function insertion(offset: number, text: string): TextEdit {
  return { offset, length: 0, text };
}

/** Edits that add a last child to an object or list, on its own line where the others have theirs. */
function appendChild(
  text: string,
  parent: ObjectNode | ArrayNode,
  last: JsonNode | undefined,
  child: string,
): readonly TextEdit[] {
  if (last === undefined) return [insertion(parent.offset + 1, child)];
  const end = last.offset + last.length;
  const comma = commaAfter(text, end);
  const indentation = indentationAt(text, last.keyLength > 0 ? last.keyOffset : last.offset);
  const after = comma === null ? end : comma + 1;
  if (indentation === null) {
    return [insertion(after, comma === null ? `, ${child}` : ` ${child}`)];
  }
  const line = `${endOfLine(text)}${indentation}${child}`;
  const lineEnd = endOfCommentedLine(text, after);
  if (comma !== null) return [insertion(lineEnd ?? after, line)];
  if (lineEnd === null || lineEnd === end) return [insertion(end, `,${line}`)];
  return [insertion(end, ','), insertion(lineEnd, line)];
}

/** Edits that add a field to an object; `value` is JSON text. */
export function addField(
  text: string,
  parent: ObjectNode,
  name: string,
  value: string,
): readonly TextEdit[] {
  return addFields(text, parent, [[name, value]]);
}

/** Edits that add several fields to an object, in order; the values are JSON text. */
export function addFields(
  text: string,
  parent: ObjectNode,
  fields: readonly (readonly [name: string, value: string])[],
): readonly TextEdit[] {
  const last = [...parent.members.values()].at(-1);
  const indentation = last === undefined ? null : indentationAt(text, last.keyOffset);
  const divider = indentation === null ? ', ' : `,${endOfLine(text)}${indentation}`;
  const written = fields.map(([name, value]) => `${JSON.stringify(name)}: ${value}`);
  return appendChild(text, parent, last, written.join(divider));
}

/** Edits that add a field before all others; of an empty object it is the only one. */
export function addFirstField(
  text: string,
  parent: ObjectNode,
  name: string,
  value: string,
): readonly TextEdit[] {
  const [first] = [...parent.members.values()].sort((a, b) => a.keyOffset - b.keyOffset);
  if (first === undefined) return addField(text, parent, name, value);
  const indentation = indentationAt(text, first.keyOffset);
  const divider = indentation === null ? ' ' : `${endOfLine(text)}${indentation}`;
  return [insertion(first.keyOffset, `${JSON.stringify(name)}: ${value},${divider}`)];
}

/** Edits that add an entry to the end of a list; `value` is JSON text. */
export function addEntry(text: string, parent: ArrayNode, value: string): readonly TextEdit[] {
  return appendChild(text, parent, parent.items.at(-1), value);
}

/** Edit that puts another JSON text in place of a value. */
export function replaceValue(node: JsonNode, value: string): readonly TextEdit[] {
  return [{ offset: node.offset, length: node.length, text: value }];
}

/** Edit that renames a field. */
export function renameField(node: JsonNode, name: string): readonly TextEdit[] {
  return [{ offset: node.keyOffset, length: node.keyLength, text: JSON.stringify(name) }];
}

/** Edits that put a value into a list. */
export function wrapInList(node: JsonNode): readonly TextEdit[] {
  return [insertion(node.offset, '['), insertion(node.offset + node.length, ']')];
}
