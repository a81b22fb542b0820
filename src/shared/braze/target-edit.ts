import { addField, addFirstField, replaceValue } from './add-edits';
import { parseDocument } from './document';
import type { TextEdit } from './text-edit';

/**
 * Edits that write the id of a target into a body: over the one that is there, or as the first field.
 * Comments stay. Null where the text is so broken that its place cannot be told.
 */
export function writeTargetId(
  text: string,
  field: 'campaign_id' | 'canvas_id',
  id: string,
): readonly TextEdit[] | null {
  const value = JSON.stringify(id);
  if (text.trim() === '') {
    return [{ offset: 0, length: text.length, text: `{\n  "${field}": ${value}\n}\n` }];
  }
  const { root } = parseDocument(text);
  if (root?.kind !== 'object') return null;
  const present = root.members.get(field);
  if (present !== undefined) return replaceValue(present, value);
  return root.members.size === 0
    ? addField(text, root, field, value)
    : addFirstField(text, root, field, value);
}
