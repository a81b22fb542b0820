import type { editor } from 'monaco-editor/editor';
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
  /** The model of a document, made or, at a new generation, filled with the text. Undo survives. */
  use(id: string, generation: number, text: string): editor.ITextModel;
  keepView(id: string, state: editor.ICodeEditorViewState | null): void;
  viewOf(id: string): editor.ICodeEditorViewState | null;
  /** Forgets every model whose document is not among those that are open. */
  retain(open: ReadonlySet<string>): void;
  dispose(): void;
}

/** One Monaco model a document, so that each keeps its undo steps, folds and place. */
export function createBodyModels(monaco: MonacoApi): BodyModels {
  const models = new Map<string, OpenModel>();

  return {
    use(id, generation, text) {
      const present = models.get(id);
      if (present === undefined) {
        const uri = monaco.Uri.parse(`inmemory://body/${id}.json`);
        const model = monaco.editor.createModel(text, 'json', uri);
        model.updateOptions(modelOptions);
        models.set(id, { model, generation, viewState: null });
        return model;
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
