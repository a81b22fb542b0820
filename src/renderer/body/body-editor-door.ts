import type { PlacedEdit } from './placed-edit';

/** What the editor of the body does for views beside it. */
export interface BodyEditorDoor {
  /** Makes the edits one step of undo and hands the new text on; false when another document is shown. */
  readonly apply: (documentId: string, edits: readonly PlacedEdit[]) => boolean;
  /** Takes the latest step back, or makes it again. */
  readonly step: (direction: 'undo' | 'redo') => void;
  /** Another one for another text; undoing brings the earlier one back. */
  readonly textVersion: () => number | null;
}

let door: BodyEditorDoor | null = null;

/** The editor registers itself while it is there; the result takes it away again. */
export function registerBodyEditor(editor: BodyEditorDoor): () => void {
  door = editor;
  return () => {
    if (door === editor) door = null;
  };
}

export function bodyEditor(): BodyEditorDoor | null {
  return door;
}
