declare module 'monaco-editor/languages/features/json/tokenization' {
  import type { languages } from 'monaco-editor/editor';

  export function createTokenizationSupport(supportComments: boolean): languages.TokensProvider;
}

declare module 'monaco-editor/editor/common/model/textModel' {
  /** What Monaco decides once, when a model is made, by the size of its text. */
  export const TextModel: { LARGE_FILE_LINE_COUNT_THRESHOLD: number };
}

declare module 'monaco-editor/editor/browser/controller/editContext/native/nativeEditContext' {
  import type { editor, Position, Selection } from 'monaco-editor/editor';

  /** What the system's input methods know of the text around the cursor. */
  export interface EditContextState {
    readonly text: string;
    readonly selectionStartOffset: number;
    readonly selectionEndOffset: number;
    readonly editContextPrimarySelection: Selection;
  }

  export class NativeEditContext {
    readonly _primarySelection: Selection;
    readonly _context: {
      readonly viewModel: {
        readonly model: editor.ITextModel & { isValidRange(range: Selection): boolean };
      };
    };
    _editContextStartPosition(this: NativeEditContext): Position;
    _getNewEditContextState(this: NativeEditContext): EditContextState | undefined;
  }
}

declare module 'monaco-editor/editor/common/model/pieceTreeTextBuffer/pieceTreeTextBufferBuilder' {
  /** A text that was read piece by piece; `createModel` takes it in place of a string. */
  export interface ReadText {
    readonly create: (defaultEOL: number) => unknown;
  }

  export class PieceTreeTextBufferBuilder {
    acceptChunk(chunk: string): void;
    finish(): ReadText;
  }
}
