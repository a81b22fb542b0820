import { type AudienceChange, editsOfAudienceChange } from './audience/change';
import type { JsonDocument } from './document';
import { insertEntries, moveEntry, removeEntries } from './entry-edits';
import type { TextEdit } from './text-edit';
import { type BodyPath, changeValues, type ValueChange } from './value-edits';

/** One change of a body, as a view beside the text wants it. Values are JSON texts, never rewritten. */
export type BodyChange =
  | { readonly kind: 'set'; readonly values: readonly ValueChange[] }
  | {
      readonly kind: 'insert';
      /** Of the list; it is made where it is missing. */
      readonly path: BodyPath;
      /** At most the length of the list, which adds to its end. */
      readonly index: number;
      readonly values: readonly string[];
    }
  | { readonly kind: 'remove'; readonly path: BodyPath; readonly indices: readonly number[] }
  | {
      readonly kind: 'move';
      readonly path: BodyPath;
      readonly from: number;
      readonly to: number;
    }
  /** Of the field `audience`, which has a grammar of its own. */
  | { readonly kind: 'audience'; readonly change: AudienceChange };

/**
 * The text edits that make a change. The text is the truth: what is not changed stays byte for byte.
 * @returns null when the text is broken or what is to be changed is not what the change takes it for.
 */
export function editsOfChange(
  document: JsonDocument,
  change: BodyChange,
): readonly TextEdit[] | null {
  switch (change.kind) {
    case 'set':
      return changeValues(document, change.values);
    case 'insert':
      return insertEntries(document, change.path, change.index, change.values);
    case 'remove':
      return removeEntries(document, change.path, change.indices);
    case 'move':
      return moveEntry(document, change.path, change.from, change.to);
    case 'audience':
      return editsOfAudienceChange(document.text, change.change);
  }
}
