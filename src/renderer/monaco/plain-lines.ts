import type { editor } from 'monaco-editor/editor';
import { jsonLanguageFor, mostColouredLines } from './editor-options';
import type { MonacoApi } from './load-monaco';

/** What Monaco keeps of a model and does not declare. */
interface SizedModel {
  _isTooLargeForTokenization: boolean;
}

/**
 * Has the lines of a long text shown as they are, and those of a short one looked at. Monaco decides that once, of the
 * text with which a model is made, and would look at each line of one that has grown since whenever it comes to sight.
 * To be called before the model is shown.
 */
export function fitLines(monaco: MonacoApi, model: editor.ITextModel): void {
  const sized = model as unknown as SizedModel;
  const lines = model.getLineCount();
  const plain = lines > mostColouredLines;
  if (sized._isTooLargeForTokenization === plain) return;
  sized._isTooLargeForTokenization = plain;
  // Colours are made when the language is set.
  if (!plain) monaco.editor.setModelLanguage(model, jsonLanguageFor(Infinity));
  monaco.editor.setModelLanguage(model, jsonLanguageFor(lines));
}
