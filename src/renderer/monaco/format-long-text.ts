import type { editor, Selection } from 'monaco-editor/editor';
import { askWorker } from './body-worker';
import { longTextLength } from './editor-options';
import type { MonacoApi } from './load-monaco';
import type { LongEdits } from './long-edit';

export interface LongFormatter {
  readonly monaco: MonacoApi;
  readonly view: editor.ICodeEditor;
  readonly edits: LongEdits;
  /** Begins a long edit that puts a text in a selection's place, with the cursor as it was before. */
  readonly replace: (
    model: editor.ITextModel,
    selection: Selection,
    text: string,
    cursor: Selection,
  ) => void;
}

const formatters = new WeakMap<editor.ITextModel, () => void>();

/** Says what lays out a text that is too long to be given its changes one by one. */
export function setLongFormatter(model: editor.ITextModel, format: () => void): void {
  formatters.set(model, format);
}

/** Undefined for a text that nobody edits. */
export function longFormatterOf(model: editor.ITextModel): (() => void) | undefined {
  return formatters.get(model);
}

/**
 * Lays out the text that is shown, while the page goes on. What is typed until the worker has answered is laid out
 * with it; nothing happens to a text that is not shown any more.
 */
export async function formatLongText({
  monaco,
  view,
  edits,
  replace,
}: LongFormatter): Promise<void> {
  const model = view.getModel();
  if (model === null) return;
  const { tabSize, insertSpaces } = model.getOptions();
  const layout = { tabSize, insertSpaces, eol: model.getEOL() };
  let version: number;
  let text: string;
  let formatted;
  do {
    await edits.of(model)?.ended;
    if (model.isDisposed()) return;
    version = model.getVersionId();
    text = model.getValue();
    const cursor = view.getPosition();
    const offset = cursor === null ? 0 : model.getOffsetAt(cursor);
    formatted = await askWorker('format', { text, layout, offset });
    if (formatted === null || model.isDisposed() || view.getModel() !== model) return;
  } while (model.getVersionId() !== version);
  if (formatted.text === text) return;

  const all = model.getFullModelRange();
  const at = view.getPosition() ?? all.getStartPosition();
  const cursor = monaco.Selection.fromPositions(at);
  if (Math.max(text.length, formatted.text.length) > longTextLength) {
    replace(
      model,
      monaco.Selection.fromPositions(all.getStartPosition(), all.getEndPosition()),
      formatted.text,
      cursor,
    );
    await edits.of(model)?.ended;
  } else {
    view.pushUndoStop();
    model.pushEditOperations([cursor], [{ range: all, text: formatted.text }], () => null);
    view.pushUndoStop();
  }
  if (view.getModel() !== model) return;
  const place = model.getPositionAt(formatted.offset);
  view.setPosition(place);
  view.revealPositionInCenterIfOutsideViewport(place);
}
