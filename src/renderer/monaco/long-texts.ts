import { NativeEditContext } from 'monaco-editor/editor/browser/controller/editContext/native/nativeEditContext';
import { longTextLength, mostColouredLines } from './editor-options';
import { TextModel } from 'monaco-editor/editor/common/model/textModel';

/**
 * A text of more lines is opened without colours: Monaco then shows its lines as they are, where it would otherwise
 * look at each whenever the text comes to sight, and keep the page busy for as long.
 */
TextModel.LARGE_FILE_LINE_COUNT_THRESHOLD = mostColouredLines;

const wholeState = NativeEditContext.prototype._getNewEditContextState;

/**
 * What is selected is told to the system's input methods with every picture. Of a long selection they are told nothing:
 * what is typed takes its place all the same.
 */
NativeEditContext.prototype._getNewEditContextState = function (this: NativeEditContext) {
  const selection = this._primarySelection;
  const { model } = this._context.viewModel;
  const lines = selection.endLineNumber - selection.startLineNumber;
  if (lines < 1 || !model.isValidRange(selection)) return wholeState.call(this);
  if (model.getValueLengthInRange(selection) <= longTextLength) return wholeState.call(this);
  return {
    text: '',
    selectionStartOffset: 0,
    selectionEndOffset: 0,
    editContextPrimarySelection: selection,
  };
};

export { PieceTreeTextBufferBuilder } from 'monaco-editor/editor/common/model/pieceTreeTextBuffer/pieceTreeTextBufferBuilder';
