import type { TextEdit } from '#shared/braze/text-edit';
import type { TextPlaces } from '../lib/text-places';

/** A text edit that also knows its lines and columns, which hold whatever line ends an editor makes of a text. */
export interface PlacedEdit extends TextEdit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeEdits(places: TextPlaces, edits: readonly TextEdit[]): readonly PlacedEdit[] {
  return edits.map((edit) => ({
    ...edit,
    ...places.range(edit.offset, edit.offset + edit.length),
  }));
}
