import type { editor } from 'monaco-editor/editor';
import type { ReadText } from 'monaco-editor/editor/common/model/pieceTreeTextBuffer/pieceTreeTextBufferBuilder';
import { longTextLength } from './editor-options';
import type { MonacoApi } from './load-monaco';

/** Brackets have one colour: meaning is what colour is for. */
export const modelOptions: editor.ITextModelUpdateOptions = {
  bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
};

interface OpenModel {
  readonly model: editor.ITextModel;
  generation: number;
  viewState: editor.ICodeEditorViewState | null;
}

export interface BodyModels {
  /**
   * The model of a document, made or, at a new generation, filled with the text. Undo survives. Null where there is
   * none yet and the text is long: it is read with `readText` first, and added.
   */
  use(id: string, generation: number, text: string): editor.ITextModel | null;
  /** Makes the model of a document of a text that was read. */
  add(id: string, generation: number, text: ReadText): editor.ITextModel;
  modelOf(id: string): editor.ITextModel | null;
  /** The document that a model is of, and the generation of the text that it was filled with last. */
  documentOf(model: editor.ITextModel): { readonly id: string; readonly generation: number } | null;
  keepView(id: string, state: editor.ICodeEditorViewState | null): void;
  viewOf(id: string): editor.ICodeEditorViewState | null;
  /** Forgets every model whose document is not among those that are open. */
  retain(open: ReadonlySet<string>): void;
  dispose(): void;
}

/** One Monaco model a document, so that each keeps its undo steps, folds and place. */
export function createBodyModels(monaco: MonacoApi): BodyModels {
  const models = new Map<string, OpenModel>();

  function add(id: string, generation: number, text: string): editor.ITextModel {
    const uri = monaco.Uri.parse(`inmemory://body/${id}.json`);
    const model = monaco.editor.createModel(text, 'json', uri);
    model.updateOptions(modelOptions);
    models.set(id, { model, generation, viewState: null });
    return model;
  }

  return {
    // It takes more than it declares.
    add: (id, generation, text) => add(id, generation, text as unknown as string),
    use(id, generation, text) {
      const present = models.get(id);
      if (present === undefined) {
        return text.length > longTextLength ? null : add(id, generation, text);
      }
      if (present.generation !== generation) {
        present.generation = generation;
        if (present.model.getValue() !== text) {
          present.model.pushStackElement();
          present.model.pushEditOperations(
            [],
            [{ range: present.model.getFullModelRange(), text }],
            () => null,
          );
          present.model.pushStackElement();
        }
      }
      return present.model;
    },
    modelOf: (id) => models.get(id)?.model ?? null,
    documentOf(model) {
      for (const [id, { model: one, generation }] of models) {
        if (one === model) return { id, generation };
      }
      return null;
    },
    keepView(id, state) {
      const present = models.get(id);
      if (present !== undefined) present.viewState = state;
    },
    viewOf: (id) => models.get(id)?.viewState ?? null,
    retain(open) {
      for (const [id, { model }] of models) {
        if (open.has(id)) continue;
        model.dispose();
        models.delete(id);
      }
    },
    dispose() {
      for (const { model } of models.values()) model.dispose();
      models.clear();
    },
  };
}
