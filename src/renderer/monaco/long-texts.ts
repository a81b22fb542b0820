import { mostColouredLines } from './editor-options';
import { TextModel } from 'monaco-editor/editor/common/model/textModel';

/**
 * A text of more lines is opened without colours: Monaco then shows its lines as they are, where it would otherwise
 * look at each whenever the text comes to sight, and keep the page busy for as long.
 */
TextModel.LARGE_FILE_LINE_COUNT_THRESHOLD = mostColouredLines;

export { PieceTreeTextBufferBuilder } from 'monaco-editor/editor/common/model/pieceTreeTextBuffer/pieceTreeTextBufferBuilder';
