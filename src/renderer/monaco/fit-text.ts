import type { editor } from 'monaco-editor/editor';
import {
  jsonLanguageFor,
  longestColouredLine,
  longTextLength,
  mostColouredLines,
} from './editor-options';
import type { MonacoApi } from './load-monaco';

/** Has an editor do for a text only what its length allows. */
export interface TextFit {
  /** Told before a text that is shown becomes so long. */
  grow(length: number, lines: number): void;
  /** Told when the text that is shown has changed. */
  changed(): void;
  /** Told once nothing is changing the text any more: one that became short is shown as short ones are. */
  settle(): void;
  /** Shows another text. */
  show(model: editor.ITextModel): void;
}

/** What Monaco keeps of a model and does not declare. */
interface SizedModel {
  _isTooLargeForTokenization: boolean;
}

/** Whether lines are shown as they are. Else Monaco looks at each whenever a text comes to sight. */
const isPlain = (model: editor.ITextModel): boolean =>
  (model as unknown as SizedModel)._isTooLargeForTokenization;

/** Monaco decides it once, of the text with which a model is made. It is asked only as a text comes to sight. */
function makePlain(model: editor.ITextModel, plain: boolean): void {
  (model as unknown as SizedModel)._isTooLargeForTokenization = plain;
}

export function createTextFit(monaco: MonacoApi, view: editor.IStandaloneCodeEditor): TextFit {
  let fitted: { readonly wraps: boolean; readonly folds: boolean; readonly looks: boolean } | null =
    null;
  let composing = false;
  view.onDidCompositionStart(() => (composing = true));
  view.onDidCompositionEnd(() => (composing = false));

  /** What reads every line of a text is only for those that are not long. Told before a text becomes long. */
  function fitTo(length: number, lines: number): void {
    // Not to and fro with each key: all lines are laid out anew.
    const wraps = length <= (fitted?.wraps === false ? longTextLength / 2 : longTextLength);
    const folds = length <= longTextLength * 4;
    // What belongs to the cursor's place is looked for in its line.
    const looks = wraps || length / lines <= longestColouredLine;
    if (wraps === fitted?.wraps && folds === fitted.folds && looks === fitted.looks) return;
    fitted = { wraps, folds, looks };
    view.updateOptions({
      wordWrap: wraps ? 'on' : 'off',
      folding: folds,
      matchBrackets: looks ? 'always' : 'never',
      occurrencesHighlight: looks ? 'singleFile' : 'off',
    });
  }

  function colour(model: editor.ITextModel, lines: number): void {
    const language = jsonLanguageFor(lines);
    if (model.getLanguageId() !== language) monaco.editor.setModelLanguage(model, language);
  }

  /** Colours are made when the language is set, and those of plain lines never were. */
  function colourAnew(model: editor.ITextModel, lines: number): void {
    monaco.editor.setModelLanguage(model, jsonLanguageFor(Infinity));
    colour(model, lines);
  }

  /** Brings the text that is shown to sight anew. */
  function showAnew(model: editor.ITextModel, plain: boolean): void {
    const state = view.saveViewState();
    const hadKeys = view.hasTextFocus();
    const focused = view.hasWidgetFocus() ? document.activeElement : null;
    view.setModel(null);
    makePlain(model, plain);
    view.setModel(model);
    if (state !== null) view.restoreViewState(state);
    if (hadKeys) view.focus();
    else if (focused instanceof HTMLElement) focused.focus();
  }

  return {
    grow(length, lines) {
      const model = view.getModel();
      if (model === null) return;
      const most = Math.max(lines, model.getLineCount());
      fitTo(Math.max(length, model.getValueLength()), most);
      colour(model, most);
      if (most > mostColouredLines && !isPlain(model)) showAnew(model, true);
    },
    changed() {
      const model = view.getModel();
      if (model === null) return;
      fitTo(model.getValueLength(), model.getLineCount());
      colour(model, model.getLineCount());
    },
    settle() {
      const model = view.getModel();
      if (model === null || composing || !isPlain(model)) return;
      if (model.getLineCount() > mostColouredLines / 2) return;
      showAnew(model, false);
      colourAnew(model, model.getLineCount());
    },
    show(model) {
      const lines = model.getLineCount();
      const wasPlain = isPlain(model);
      makePlain(model, lines > mostColouredLines);
      if (wasPlain && !isPlain(model)) colourAnew(model, lines);
      else colour(model, lines);
      const length = model.getValueLength();
      // Whichever of the two is long must not be fitted to short ones.
      if (length > longTextLength) fitTo(length, lines);
      view.setModel(model);
      fitTo(length, lines);
    },
  };
}
