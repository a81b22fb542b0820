import type { editor, IRange, ISelection, Range, Selection } from 'monaco-editor/editor';
import type { MonacoApi } from './load-monaco';
import type { LongEdits } from './long-edit';
import type { StepGroup } from './stepped-undo';

const firstPiece = 64_000;
const longestPiece = 250_000;
/** Without a picture between, fewer pieces take less time; each is a step of undo all the same. */
const hastyPiece = 1_500_000;
/** How long one piece may take, in milliseconds; the next one is made longer or shorter to suit. */
const wantedMs = 12;

/** The end of a piece: behind a line where there is one, and never between the two characters of a line's end. */
function pieceEnd(text: string, start: number, length: number): number {
  const end = start + length;
  if (end >= text.length) return text.length;
  // Not in all of the text: its only line's end may lie at its beginning.
  const later = start + Math.floor(length / 2);
  const line = text.slice(later, end).lastIndexOf('\n');
  if (line !== -1) return later + line + 1;
  return text[end - 1] === '\r' && text[end] === '\n' ? end + 1 : end;
}

export interface LongInsertion {
  readonly selection: Selection;
  readonly text: string;
  /** Where the cursor is brought back to when it is undone; else the selection, or the end of a long one. */
  readonly cursor: Selection | null;
  /** What is made one thing to undo. */
  readonly group: StepGroup;
}

/** Puts a text in the place of a selection, of which either may be long, piece by piece. */
export function insertText(
  monaco: MonacoApi,
  view: editor.ICodeEditor,
  model: editor.ITextModel,
  edits: LongEdits,
  { selection, text, cursor, group }: LongInsertion,
): void {
  let place: Range = selection;
  const isLong = model.getValueLengthInRange(selection) > longestPiece;
  // A long selection is read by Monaco with every picture.
  let before = cursor ?? (isLong ? collapsed(selection) : selection);
  let at = 0;
  let length = firstPiece;

  function collapsed(range: IRange): Selection {
    return monaco.Selection.liftSelection(selectionAt(range));
  }

  function put(range: Range, piece: string): Range {
    let inverse: IRange = range;
    model.pushEditOperations(
      [before],
      [{ range, text: piece, forceMoveMarkers: true }],
      ([undone]) => {
        inverse = undone?.range ?? range;
        before = collapsed(inverse);
        return [before];
      },
    );
    // Each step keeps its own text: all of it in one would have to be copied with the next key.
    group.note();
    return monaco.Range.lift(inverse);
  }

  /** Takes the end of what is replaced away. */
  function shorten(): void {
    const end = model.getOffsetAt(place.getEndPosition());
    const from = model.validatePosition(model.getPositionAt(end - length));
    put(monaco.Range.fromPositions(from, place.getEndPosition()), '');
    place = monaco.Range.fromPositions(place.getStartPosition(), from);
  }

  function end(): void {
    const cursor = view.getPosition();
    if (view.getModel() === model && cursor?.equals(place.getEndPosition())) {
      view.revealPosition(cursor);
    }
  }

  if (isLong) view.setSelection(before);
  group.note();
  edits.begin(model, (inHaste) => {
    const began = performance.now();
    if (!inHaste && model.getValueLengthInRange(place) > longestPiece) shorten();
    else {
      const next = pieceEnd(text, at, inHaste ? hastyPiece : length);
      const inserted = put(place, text.slice(at, next));
      place = monaco.Range.fromPositions(inserted.getEndPosition());
      at = next;
      if (at >= text.length) {
        end();
        return false;
      }
    }
    const factor = wantedMs / Math.max(1, performance.now() - began);
    length = Math.min(longestPiece, Math.max(firstPiece, length * Math.min(2, factor)));
    return true;
  });
}

function selectionAt({ endLineNumber, endColumn }: IRange): ISelection {
  return {
    selectionStartLineNumber: endLineNumber,
    selectionStartColumn: endColumn,
    positionLineNumber: endLineNumber,
    positionColumn: endColumn,
  };
}
