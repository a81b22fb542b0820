import type { JsonNode } from './json-node';
import { commaAfter, lastCommaBetween } from './text-commas';
import type { TextEdit } from './text-edit';

/**
 * Edits that turn a field into a comment in its place, so that what it said is not lost; none where the field holds
 * the end of a comment itself.
 */
export function commentOut(text: string, node: JsonNode): readonly TextEdit[] {
  const { parent } = node;
  const start = node.keyLength > 0 ? node.keyOffset : node.offset;
  const end = node.offset + node.length;
  if (parent?.kind !== 'object' || /\*\/|\/\//.test(text.slice(start, end))) return [];
  const siblings = [...parent.members.values()];
  const at = siblings.indexOf(node);
  const previous = siblings[at - 1];
  const after = commaAfter(text, end);
  const isTail = at === siblings.length - 1 && previous !== undefined;
  const comma =
    after === null && isTail
      ? lastCommaBetween(text, previous.offset + previous.length, start)
      : after;
  return [
    { offset: start, length: 0, text: '/* ' },
    { offset: end, length: 0, text: ' */' },
    ...(comma === null ? [] : [{ offset: comma, length: 1, text: '' }]),
  ];
}
