import type { editor, IRange, ISelection, Selection } from 'monaco-editor/editor';
import { nextTurn } from '../lib/next-turn';
import type { MonacoApi } from './load-monaco';

/** A long text on its way into a model. */
export interface TextInsertion {
  /** Puts in at once what is left. */
  finish(): void;
}

/** What Monaco's edits take beyond what it declares: steps of one group are undone together. */
interface GroupedEdits {
  pushEditOperations(
    before: readonly ISelection[] | null,
    edits: readonly editor.IIdentifiedSingleEditOperation[],
    selectionAfter: (inverse: readonly editor.IValidEditOperation[]) => Selection[] | null,
    group: object,
  ): unknown;
}

const firstPiece = 64_000;
const longestPiece = 500_000;
/** How long one piece may take, in milliseconds; the next one is made longer or shorter to suit. */
const wantedMs = 12;

/** The end of a piece: behind a line where there is one, and never between the two characters of a line's end. */
function pieceEnd(text: string, start: number, length: number): number {
  const end = start + length;
  if (end >= text.length) return text.length;
  const line = text.lastIndexOf('\n', end - 1) + 1;
  if (line > start + length / 2) return line;
  return text[end - 1] === '\r' && text[end] === '\n' ? end + 1 : end;
}

/**
 * Puts a long text in the place of a selection piece by piece, so that keys and pictures come between, as one thing
 * to undo. Until it has ended, or `finish` was called, nothing else may change the model.
 */
export function insertText(
  monaco: MonacoApi,
  view: editor.ICodeEditor,
  model: editor.ITextModel,
  selection: Selection,
  text: string,
  ended: () => void,
): TextInsertion {
  const grouped = model as unknown as GroupedEdits;
  const group = new monaco.UndoRedoGroup();
  let place: IRange = selection;
  let at = 0;
  let length = firstPiece;
  let active = true;

  function put(end: number): void {
    const before = monaco.Selection.liftSelection(at === 0 ? selection : selectionAt(place));
    const piece = { range: place, text: text.slice(at, end), forceMoveMarkers: true };
    grouped.pushEditOperations(
      [before],
      [piece],
      ([inverse]) => {
        if (inverse !== undefined) place = monaco.Range.fromPositions(endOf(inverse.range));
        return [monaco.Selection.liftSelection(selectionAt(place))];
      },
      group,
    );
    // Each step keeps its own text: all of it in one would have to be copied with the next key.
    model.pushStackElement();
    at = end;
  }

  function end(): void {
    active = false;
    const cursor = view.getPosition();
    const { lineNumber, column } = endOf(place);
    if (view.getModel() === model && cursor?.equals({ lineNumber, column })) {
      view.revealPosition(cursor);
    }
    ended();
  }

  async function run(): Promise<void> {
    // The caller first gets hold of what it is told about.
    await nextTurn();
    while (active) {
      if (model.isDisposed()) {
        active = false;
        ended();
        return;
      }
      const began = performance.now();
      put(pieceEnd(text, at, length));
      if (at >= text.length) {
        end();
        return;
      }
      const factor = wantedMs / Math.max(1, performance.now() - began);
      length = Math.min(longestPiece, Math.max(firstPiece, length * Math.min(2, factor)));
      await nextTurn();
    }
  }

  model.pushStackElement();
  void run();
  return {
    finish() {
      if (!active) return;
      put(text.length);
      end();
    },
  };
}

function endOf({ endLineNumber, endColumn }: IRange) {
  return { lineNumber: endLineNumber, column: endColumn };
}

function selectionAt({ endLineNumber, endColumn }: IRange): ISelection {
  return {
    selectionStartLineNumber: endLineNumber,
    selectionStartColumn: endColumn,
    positionLineNumber: endLineNumber,
    positionColumn: endColumn,
  };
}
