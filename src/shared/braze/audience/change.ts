import type { TextEdit } from '../text-edit';
import {
  addPart,
  type ChangedText,
  duplicatePart,
  movePart,
  type PartPlace,
  removePart,
  setOperator,
  startAudience,
  ungroupPart,
  wrapPart,
} from './changes';
import {
  type FilterField,
  setComparison,
  setFilterField,
  setFilterKind,
  setListValue,
} from './condition-changes';
import type { AudienceOperator, FilterKind } from './grammar';

/** One change of an audience, as a view beside the text wants it. `pointer` names the part from the body down. */
export type AudienceChange =
  | { readonly kind: 'start'; readonly value: unknown }
  | { readonly kind: 'add'; readonly place: PartPlace; readonly value: unknown }
  | { readonly kind: 'move'; readonly pointer: string; readonly place: PartPlace }
  | { readonly kind: 'wrap'; readonly pointer: string; readonly operator: AudienceOperator }
  | { readonly kind: 'operator'; readonly pointer: string; readonly operator: AudienceOperator }
  | { readonly kind: 'ungroup' | 'duplicate' | 'remove'; readonly pointer: string }
  /** Puts a group round a part and another part behind it there. */
  | { readonly kind: 'join'; readonly pointer: string; readonly value: unknown }
  | { readonly kind: 'filter'; readonly pointer: string; readonly filter: FilterKind }
  | { readonly kind: 'comparison'; readonly pointer: string; readonly comparison: string }
  | {
      readonly kind: 'field';
      readonly pointer: string;
      readonly field: FilterField;
      /** JSON text; null removes the field. */
      readonly json: string | null;
    }
  | {
      readonly kind: 'entry';
      readonly pointer: string;
      readonly index: number;
      /** JSON text; null removes the entry. */
      readonly json: string | null;
    };

/** Makes a change in the text of a body; null where it cannot be made. Comments and layout stay. */
export function changeAudience(text: string, change: AudienceChange): ChangedText | null {
  switch (change.kind) {
    case 'start':
      return startAudience(text, change.value);
    case 'add':
      return addPart(text, change.place, change.value);
    case 'move':
      return movePart(text, change.pointer, change.place);
    case 'wrap':
      return wrapPart(text, change.pointer, change.operator);
    case 'operator':
      return setOperator(text, change.pointer, change.operator);
    case 'ungroup':
      return ungroupPart(text, change.pointer);
    case 'duplicate':
      return duplicatePart(text, change.pointer);
    case 'remove':
      return removePart(text, change.pointer);
    case 'join': {
      const wrapped = wrapPart(text, change.pointer, 'AND');
      if (wrapped === null) return null;
      return addPart(wrapped.text, { group: change.pointer, index: 1 }, change.value);
    }
    case 'filter':
      return setFilterKind(text, change.pointer, change.filter);
    case 'comparison':
      return setComparison(text, change.pointer, change.comparison);
    case 'field':
      return setFilterField(text, change.pointer, change.field, change.json);
    case 'entry':
      return setListValue(text, change.pointer, change.index, change.json);
  }
}

/** The edits of a change: one that replaces nothing but what differs. Null where it cannot be made. */
export function editsOfAudienceChange(
  text: string,
  change: AudienceChange,
): readonly TextEdit[] | null {
  const changed = changeAudience(text, change);
  return changed === null ? null : differenceOf(text, changed.text);
}

/** One edit that makes one text of the other, as short as can be; none where they are the same. */
function differenceOf(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  // A line end or a letter of two units is one thing to an editor.
  if (/[\r\ud800-\udbff]/.test(before[head - 1] ?? '')) head -= 1;
  if (tail > 0 && /[\n\udc00-\udfff]/.test(before.at(-tail) ?? '')) tail -= 1;
  return [
    {
      offset: head,
      length: before.length - tail - head,
      text: after.slice(head, after.length - tail),
    },
  ];
}
