import { NativeEditContext } from 'monaco-editor/editor/browser/controller/editContext/native/nativeEditContext';
import { longTextLength, mostColouredLines } from './editor-options';
import { TextModel } from 'monaco-editor/editor/common/model/textModel';

/**
 * A text of more lines is opened without colours: Monaco then shows its lines as they are, where it would otherwise
 * look at each whenever the text comes to sight, and keep the page busy for as long.
 */
TextModel.LARGE_FILE_LINE_COUNT_THRESHOLD = mostColouredLines;

const wholeState = NativeEditContext.prototype._getNewEditContextState;

/** How much of its line stands before what an editor's input methods are told. */
const toldFrom = new WeakMap<NativeEditContext, number>();

/** How much of a long line is told at most, and from where: a whole number of halves, so as not to change with each key. */
const toldLength = 8192;

/**
 * What is selected, and the lines around it, are told to the system's input methods with every picture. Of a long
 * selection they are told nothing: what is typed takes its place all the same. Of a long line they are told what is
 * about the cursor.
 */
NativeEditContext.prototype._getNewEditContextState = function (this: NativeEditContext) {
  const selection = this._primarySelection;
  const { model } = this._context.viewModel;
  toldFrom.delete(this);
  if (!model.isValidRange(selection)) return wholeState.call(this);
  const { startLineNumber, startColumn, endLineNumber, endColumn } = selection;
  const isOneLine = startLineNumber === endLineNumber;
  const length = isOneLine
    ? model.getLineMaxColumn(startLineNumber)
    : model.getValueLengthInRange(selection);
  if (length <= longTextLength) return wholeState.call(this);
  const half = toldLength / 2;
  const from = Math.floor((startColumn - 1) / half) * half;
  const selected = endColumn - startColumn;
  if (!isOneLine || startColumn - 1 - from + selected > toldLength) {
    toldFrom.set(this, startColumn - 1);
    return {
      text: '',
      selectionStartOffset: 0,
      selectionEndOffset: 0,
      editContextPrimarySelection: selection,
    };
  }
  toldFrom.set(this, from);
  const text = model.getValueInRange({
    startLineNumber,
    startColumn: from + 1,
    endLineNumber,
    endColumn: Math.min(length, from + toldLength + 1),
  });
  return {
    text,
    selectionStartOffset: startColumn - 1 - from,
    selectionEndOffset: endColumn - 1 - from,
    editContextPrimarySelection: selection,
  };
};

const wholeStart = NativeEditContext.prototype._editContextStartPosition;

/** What the letters of a composition are marked by. */
NativeEditContext.prototype._editContextStartPosition = function (this: NativeEditContext) {
  return wholeStart.call(this).with(undefined, 1 + (toldFrom.get(this) ?? 0));
};

export { PieceTreeTextBufferBuilder } from 'monaco-editor/editor/common/model/pieceTreeTextBuffer/pieceTreeTextBufferBuilder';
